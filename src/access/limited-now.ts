import type { House } from '../custody/transaction.ts'
import { LIMIT_NAMES, LIMITS, type LimitName } from './limits.ts'

export interface LimitedNow {
  name: LimitName
  /** null: the service is configured without this limit */
  most: number | null
  seconds: number
  per: 'address' | 'account'
  /** how many are being counted in a window that still runs */
  counted: number
  /** how many of these have reached the limit and are refused */
  refused: number
}

/**
 * The list of limits with what they do now, over the whole service: counts alone, for whom they are is kept as keyed
 * hashes that nobody can read back.
 * @param intakeLimit new cases per address and hour as configured; 0: no limit
 */
export async function limitedNow(house: House, intakeLimit: number): Promise<LimitedNow[]> {
  const rows = await house.prisma.$queryRaw<{ name: string; count: number; many: bigint }[]>`
    select name, count, count(*) as many from rate_count where resets_at > ${house.now()} group by 1, 2`
  return LIMIT_NAMES.map((name) => {
    const { per, seconds, most: listed } = LIMITS[name]
    const most = listed ?? (intakeLimit || null)
    const own = rows.filter((row) => row.name === name)
    const sum = (some: typeof own) => some.reduce((total, { many }) => total + Number(many), 0)
    return {
      name,
      most,
      seconds,
      per,
      counted: sum(own),
      refused: most === null ? 0 : sum(own.filter(({ count }) => count >= most)),
    }
  })
}
