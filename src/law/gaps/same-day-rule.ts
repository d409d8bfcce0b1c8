import { computeDeadline } from '../compute-deadline.ts'
import type { Deadline } from '../deadline.ts'
import type { TimeOptions } from './time-of-authority.ts'

/** Effects of which each alone makes a gap urgent: food, medicine, home, a child. */
export const URGENT_EFFECTS = ['no-food', 'no-medicine', 'eviction-risk', 'child-affected'] as const
export type UrgentEffect = (typeof URGENT_EFFECTS)[number]

/** What makes a gap urgent; empty when nothing does. */
export const urgentEffects = (effects: readonly string[] = []): UrgentEffect[] =>
  URGENT_EFFECTS.filter((effect) => effects.includes(effect))

/**
 * The same-day rule (1412/1997 14 a §, rule TT1): urgent social assistance is decided on the day it is asked for or
 * the next working day. The office telephones today; this is the day by which the authority has to have answered.
 */
export const urgentAnswerBy = (askedOn: string, { workingDays, rules }: TimeOptions = {}): Deadline =>
  computeDeadline({
    rule: 'TT1',
    from: askedOn,
    ...(workingDays && { workingDays }),
    ...(rules && { rules }),
  })
