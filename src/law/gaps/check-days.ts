import type { GapFacts } from './facts.ts'

/** The days of a gap, by the names of its fields. `supplement-0-at` is that of the first round. */
export type GapDayError = {
  /** The field that is wrong. */
  readonly field: string
  /**
   * `future`: the day is still to come. `before`: it is earlier than `than` allows. `early`, `far`: no year of which days
   * are counted.
   */
  readonly why: 'future' | 'before' | 'early' | 'far'
  /** The field it should not be earlier than. */
  readonly than?: string
}

/** Days are counted of these years; another one is a slip of the keyboard. */
export const FIRST_DAY = '1990-01-01'
export const LAST_DAY = '2100-12-31'

/**
 * What cannot be in the days of a gap: a day still to come (only times that were given may lie ahead), a decision or
 * payment before the application, a supplement before it was asked for. Empty when all is well.
 */
export function checkGapDays(facts: GapFacts, today: string): GapDayError[] {
  const {
    appliedAt,
    decidedAt,
    paidAt,
    lastIncomeAt,
    ruleFrom,
    closedAt,
    supplements = [],
    handOffs = [],
  } = facts
  const errors: GapDayError[] = []
  const notAhead = (field: string, day: string | undefined) => {
    if (day !== undefined && day > today) errors.push({ field, why: 'future' })
    if (day !== undefined && day < FIRST_DAY) errors.push({ field, why: 'early' })
  }
  const notBefore = (field: string, day: string | undefined, than: string, first: string | undefined) => {
    if (day !== undefined && first !== undefined && day < first && day >= FIRST_DAY)
      errors.push({ field, why: 'before', than })
  }
  notAhead('appliedAt', appliedAt)
  notAhead('ruleFrom', ruleFrom)
  notAhead('lastIncomeAt', lastIncomeAt)
  supplements.forEach(({ askedAt, at, dueAt }, n) => {
    notAhead(`supplement-${n}-askedAt`, askedAt)
    if (n === 0) notBefore('supplement-0-askedAt', askedAt, 'appliedAt', appliedAt)
    else
      notBefore(
        `supplement-${n}-askedAt`,
        askedAt,
        `supplement-${n - 1}-askedAt`,
        supplements[n - 1]!.askedAt,
      )
    notBefore(`supplement-${n}-dueAt`, dueAt, `supplement-${n}-askedAt`, askedAt)
    if (dueAt !== undefined && dueAt > LAST_DAY) errors.push({ field: `supplement-${n}-dueAt`, why: 'far' })
    if (dueAt !== undefined && dueAt < FIRST_DAY)
      errors.push({ field: `supplement-${n}-dueAt`, why: 'early' })
    notAhead(`supplement-${n}-at`, at)
    notBefore(`supplement-${n}-at`, at, `supplement-${n}-askedAt`, askedAt)
  })
  notAhead('decidedAt', decidedAt)
  notBefore('decidedAt', decidedAt, 'appliedAt', appliedAt)
  notAhead('paidAt', paidAt)
  notBefore('paidAt', paidAt, 'appliedAt', appliedAt)
  notAhead('closedAt', closedAt)
  handOffs.forEach(({ on }, n) => {
    notAhead(`handOff-${n}-on`, on)
  })
  return errors
}
