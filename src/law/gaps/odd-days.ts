import type { GapFacts } from './facts.ts'

/** A day of a hand-off that can be so but seldom is: worth a look, no fault. */
export interface OddDay {
  /** ISO day of the hand-off */
  readonly on: string
  /** `backwards`: earlier than one written before it. Else earlier than the day of that name. */
  readonly why: 'backwards' | 'appliedAt' | 'lastIncomeAt'
  /** ISO day it is earlier than */
  readonly than: string
}

/** Hand-offs whose days run against the order they were written in, or lie before the application or the last income. */
export function oddDays({ handOffs = [], appliedAt, lastIncomeAt }: GapFacts): OddDay[] {
  let latest = ''
  return handOffs.flatMap(({ on }): OddDay[] => {
    if (on === undefined) return []
    const odd: OddDay[] = []
    if (on < latest) odd.push({ on, why: 'backwards', than: latest })
    if (appliedAt !== undefined && on < appliedAt) odd.push({ on, why: 'appliedAt', than: appliedAt })
    if (lastIncomeAt !== undefined && on < lastIncomeAt)
      odd.push({ on, why: 'lastIncomeAt', than: lastIncomeAt })
    if (on > latest) latest = on
    return odd
  })
}
