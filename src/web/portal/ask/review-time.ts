import { everydayTopic } from '../../../classification/index.ts'
import { dateInFinland } from '../../../language/formats.ts'
import { computeDeadline, type Deadline, DeadlineError, urgencyOf } from '../../../law/index.ts'
import type { Draft } from '../draft.ts'
import { one } from './question.ts'
import { decisionOf } from './told-decision.ts'

/** Matters whose decisions are looked at again in another way than act 434/2003 49 c § says, or are not known to be. */
const OTHER_PATHS = new Set(['kela-benefit', 'health-care', 'employment', 'not-known'])

/**
 * By when a review of the decision must be requested, when the date and the way it came were told and the rule is
 * verified. Undefined when nothing may be asserted.
 */
export function reviewTime(draft: Draft): Deadline | undefined {
  const told = decisionOf(draft.answers.decision ?? {})
  if (!told?.date || !told.served || told.served === 'unknown') return undefined
  const topic = everydayTopic(one(draft.answers.topic ?? {}, 'topic'))
  if (!topic || OTHER_PATHS.has(topic.id)) return undefined
  try {
    const deadline = computeDeadline({ rule: 'OIK', from: told.date, served: told.served })
    return deadline.verified ? deadline : undefined
  } catch (error) {
    if (error instanceof DeadlineError) return undefined
    throw error
  }
}

/** Fewer than five days are left, or it may be over. */
export function isNear(deadline: Deadline, now: Date): boolean {
  return urgencyOf(deadline, dateInFinland(now)) !== 'running'
}

export function isOver(deadline: Deadline, now: Date): boolean {
  return urgencyOf(deadline, dateInFinland(now)) === 'over'
}
