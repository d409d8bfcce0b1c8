import type { House } from '../custody/transaction.ts'

export interface RateLimit {
  /** what is limited, e.g. "receipt" */
  name: string
  /** whom: an address or an account; kept only as a keyed hash */
  key: string
  /** how many in one window */
  most: number
  /** length of the window */
  seconds: number
}

export interface Rate {
  allowed: boolean
  /** seconds until the window ends; 0 when allowed */
  retryAfter: number
}

const keyOf = (house: House, { name, key }: RateLimit): Buffer<ArrayBuffer> =>
  Buffer.from(house.keys.mac('rate', `${name} ${key}`))

/** Counts one and tells whether it was within the limit. Exact also when many come at once. */
export async function limitRate(house: House, limit: RateLimit): Promise<Rate> {
  const now = house.now()
  const until = new Date(now.getTime() + limit.seconds * 1000)
  const rows = await house.prisma.$queryRaw<{ count: number; resets_at: Date }[]>`
    insert into rate_count as r (key, name, count, resets_at)
      values (${keyOf(house, limit)}, ${limit.name}, 1, ${until})
    on conflict (key) do update set
      count = case when r.resets_at <= ${now} then 1 else least(r.count, 1000000) + 1 end,
      resets_at = case when r.resets_at <= ${now} then excluded.resets_at else r.resets_at end
    returning count, resets_at`
  return rate(rows[0]!, limit.most + 1, now)
}

/** Tells without counting whether another one would be within the limit. */
export async function rateOf(house: House, limit: RateLimit): Promise<Rate> {
  const rows = await house.prisma.$queryRaw<{ count: number; resets_at: Date }[]>`
    select count, resets_at from rate_count where key = ${keyOf(house, limit)} and resets_at > ${house.now()}`
  return rows[0] ? rate(rows[0], limit.most, house.now()) : { allowed: true, retryAfter: 0 }
}

/** Begins anew: what was counted is forgotten. */
export async function forgetRate(house: House, limit: RateLimit): Promise<void> {
  await house.prisma.rateCount.deleteMany({ where: { key: keyOf(house, limit) } })
}

function rate(row: { count: number; resets_at: Date }, refusedFrom: number, now: Date): Rate {
  if (row.count < refusedFrom) return { allowed: true, retryAfter: 0 }
  return { allowed: false, retryAfter: Math.max(1, (row.resets_at.getTime() - now.getTime()) / 1000) }
}
