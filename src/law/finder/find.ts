import { Temporal } from 'temporal-polyfill'
import { computeDeadline } from '../compute-deadline.ts'
import { type Deadline, DeadlineError } from '../deadline.ts'
import type { Service } from '../presumed-service.ts'
import { readDate } from '../read-date.ts'
import type { Rule } from '../rule.ts'
import { papers } from './papers.ts'
import type { Situation } from './situation.ts'
import { waits } from './waits.ts'

export const SITUATIONS: readonly Situation[] = [...papers, ...waits]

export const situation = (id: string): Situation | undefined => SITUATIONS.find((each) => each.id === id)

/** How a paper came, as the finder asks. `unknown`: counted from the given day, the earliest it can be. */
export const WAYS = ['letter', 'e-notice', 'handed', 'unknown'] as const
export type WayServed = (typeof WAYS)[number]

export const isWayServed = (value: string): value is WayServed => (WAYS as readonly string[]).includes(value)

/**
 * What the finder can say. `date`: the rule is verified. `estimate`: it is not, so nothing is asserted.
 * `none`: no rule is known well enough to count with.
 */
export type Found =
  | { readonly kind: 'date' | 'estimate'; readonly deadline: Deadline }
  | { readonly kind: 'none' }

/** Why nothing was counted: the day is still to come, or what the law room itself refuses. */
export class FindError extends Error {
  readonly code: 'future' | 'bad-date' | 'too-old' | 'before-rule' | 'after-rule'
  /** ISO day the error is about: for `before-rule` and `after-rule` the rule's own first or last day. */
  readonly day: string
  constructor(code: FindError['code'], day: string) {
    super(code)
    this.code = code
    this.day = day
  }
}

/**
 * The end of the time that runs in a situation. `from` and `today` are ISO days in Finland;
 * `rules` is an office's own list.
 * Throws FindError.
 */
export function findDeadline(
  what: Situation,
  from: string,
  served: WayServed,
  today: string,
  rules?: readonly Rule[],
): Found {
  const day = asDay(from)
  if (Temporal.PlainDate.compare(day, today) > 0) throw new FindError('future', from)
  if (!what.rule) return { kind: 'none' }
  const service: Service = what.served && served !== 'unknown' ? served : 'none'
  try {
    const deadline = computeDeadline({ rule: what.rule, from: day, served: service, ...(rules && { rules }) })
    return { kind: deadline.verified ? 'date' : 'estimate', deadline }
  } catch (error) {
    if (error instanceof DeadlineError && (error.code === 'before-rule' || error.code === 'after-rule'))
      throw new FindError(error.code, error.value)
    throw error
  }
}

function asDay(from: string): Temporal.PlainDate {
  try {
    return readDate(from)
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    const outside = from < '1990' ? 'too-old' : 'future'
    throw new FindError(error.code === 'out-of-range' ? outside : 'bad-date', from)
  }
}
