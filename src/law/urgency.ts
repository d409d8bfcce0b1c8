import type { Temporal } from 'temporal-polyfill'
import type { Deadline } from './deadline.ts'
import { readDate } from './read-date.ts'
import type { Rule } from './rule.ts'
import { rulesOf } from './rules.ts'

/**
 * `over`: the day has passed. `today`: it is the last day. `soon`: fewer than five days are left. `running`: more.
 * A client's own time that is `over` is never called lost: the person is asked to contact the ombudsman today.
 */
export type Urgency = 'over' | 'today' | 'soon' | 'running'

/** Days from today to the end; negative when it has passed. */
export function daysLeft(deadline: Pick<Deadline, 'due'>, today: string | Temporal.PlainDate): number {
  return readDate(today).until(deadline.due).days
}

export function urgencyOf(deadline: Pick<Deadline, 'due'>, today: string | Temporal.PlainDate): Urgency {
  const left = daysLeft(deadline, today)
  if (left < 0) return 'over'
  if (left === 0) return 'today'
  return left < NEAR_DAYS ? 'soon' : 'running'
}

/** Fewer days left than this, and a time is near its end. */
export const NEAR_DAYS = 5

/**
 * A client's own time for a review (434/2003 49 c §) or an appeal (808/2019 13 §): the only ways that close for good
 * when their time is over.
 */
export const diesWithItsTime = (rule: string): boolean => rule === 'OIK' || rule === 'VAL'

/**
 * Whether a rule is such a time: one of the two, or an office's own for a way of the client's that a statute lets end.
 * A complaint's two years are the client's too and close nothing: the supervisor may still take it up.
 */
export const closesForGood = ({ code, owner, kind, startsFrom }: Rule): boolean =>
  diesWithItsTime(code) ||
  (owner === 'client' && kind === 'statutory' && startsFrom === 'notice' && rulesOf(code).length === 0)

/** The red rule: a review or appeal time with fewer than five days left, or passed, tops every queue. */
export function topsTheQueue(deadline: Pick<Deadline, 'due' | 'rule'>, today: string): boolean {
  return diesWithItsTime(deadline.rule) && daysLeft(deadline, today) < NEAR_DAYS
}
