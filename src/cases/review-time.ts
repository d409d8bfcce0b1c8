import { everydayTopic } from '../classification/index.ts'
import { computeDeadline, type Deadline, DeadlineError, type Rule } from '../law/index.ts'
import type { AccountParts } from './sealed-parts.ts'

/** Matters whose decisions are looked at again in another way than act 434/2003 49 c § says, or are not known to be. */
const OTHER_PATHS = new Set(['kela-benefit', 'health-care', 'employment', 'fees', 'day-care', 'not-known'])

/**
 * By when a review of the decision must be requested, by what the client told of its date and the way it came, when
 * the rule is verified. `rules`: the office's own, where the office is known. A reckoning to warn by, not a clock of the case: that begins when the office has seen the
 * decision. Undefined when nothing may be asserted.
 */
export function reviewTimeOf(
  { topic, decision }: Pick<AccountParts, 'topic' | 'decision'>,
  rules?: readonly Rule[],
): Deadline | undefined {
  if (!decision?.date || !decision.served || decision.served === 'unknown') return undefined
  const known = everydayTopic(topic ?? '')
  if (!known || OTHER_PATHS.has(known.id)) return undefined
  try {
    const deadline = computeDeadline({ rule: 'OIK', from: decision.date, served: decision.served, rules })
    return deadline.verified ? deadline : undefined
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}
