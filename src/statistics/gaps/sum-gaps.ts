import { estimateOf, NOT_RECORDED } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { daysWithoutIncome, estimateGap, factsOf, type StoredGap } from '../../law/index.ts'
import { amountOnOf } from './office-amounts.ts'

/** Gaps of one month, cause, authority or municipality. */
export interface GapSum {
  /** 1 to 12, or a code; `not-recorded` for none */
  code: string
  gaps: number
  /** days without income, as far as they are known */
  days: number
  /** of the gaps, those whose days are known */
  daysKnown: number
  /** reference in whole cents, less what bridged it, as far as it is known */
  cents: number
  /** of the gaps, those whose reference is known */
  centsKnown: number
}

export interface GapSums {
  total: GapSum
  month: GapSum[]
  cause: GapSum[]
  authority: GapSum[]
  municipality: GapSum[]
}

interface Row extends StoredGap {
  month: number
  benefit: string
  cause: string
  authority: string
  municipality: string | null
  closedAt: Date | null
}

/**
 * Sums of the gaps found in a year, for the office itself: how many, for how many days without income, and what that was
 * worth as a reference. By month of being found, cause, authority and municipality; the most days first, months in order.
 */
export async function sumGaps(t: OfficeTransaction, year: number): Promise<GapSums> {
  const rows = await t.sql.benefitGap.findMany({
    where: { organisation: t.organisation, year },
    select: {
      month: true,
      benefit: true,
      cause: true,
      authority: true,
      municipality: true,
      appliedAt: true,
      supplements: true,
      decidedAt: true,
      paidAt: true,
      rule: true,
      ruleFrom: true,
      lastIncomeAt: true,
      household: true,
      bridging: true,
      handOffs: true,
      effects: true,
      closedAt: true,
    },
  })
  const today = dateInFinland(t.now).toString()
  const amountOn = await amountOnOf(t)
  const counted = rows.map((row: Row) => {
    const closedAt = row.closedAt ? dateInFinland(row.closedAt).toString() : undefined
    const facts = factsOf(row, estimateOf(row.benefit), closedAt)
    const days = daysWithoutIncome(facts, today)
    const cents = estimateGap(facts, today, amountOn)?.net
    return {
      ...row,
      days: days ?? 0,
      daysKnown: days === undefined ? 0 : 1,
      cents: cents ?? 0,
      centsKnown: cents === undefined ? 0 : 1,
    }
  })
  const by = (codeOf: (row: Row) => string): GapSum[] => {
    const sums = new Map<string, GapSum>()
    for (const row of counted) {
      const code = codeOf(row)
      const sum = sums.get(code) ?? none(code)
      sums.set(code, {
        code,
        gaps: sum.gaps + 1,
        days: sum.days + row.days,
        daysKnown: sum.daysKnown + row.daysKnown,
        cents: sum.cents + row.cents,
        centsKnown: sum.centsKnown + row.centsKnown,
      })
    }
    return [...sums.values()].sort(
      (a, b) => b.days - a.days || b.gaps - a.gaps || a.code.localeCompare(b.code),
    )
  }
  return {
    total: by(() => 'all')[0] ?? none('all'),
    month: by(({ month }) => String(month)).sort((a, b) => Number(a.code) - Number(b.code)),
    cause: by(({ cause }) => cause),
    authority: by(({ authority }) => authority),
    municipality: by(({ municipality }) => municipality ?? NOT_RECORDED),
  }
}

const none = (code: string): GapSum => ({ code, gaps: 0, days: 0, daysKnown: 0, cents: 0, centsKnown: 0 })
