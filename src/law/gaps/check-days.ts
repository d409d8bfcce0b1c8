import type { GapFacts } from './facts.ts'

/** The days of a gap, by the names of its fields. `supplement-0-at` is that of the first round. */
export type GapDayError = {
  /** The field that is wrong. */
  readonly field: string
  /** `future`: the day is still to come. `before`: it is earlier than `than` allows. */
  readonly why: 'future' | 'before'
  /** The field it should not be earlier than. */
  readonly than?: string
}

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
  }
  const notBefore = (field: string, day: string | undefined, than: string, first: string | undefined) => {
    if (day !== undefined && first !== undefined && day < first) errors.push({ field, why: 'before', than })
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
