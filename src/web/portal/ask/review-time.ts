import { reviewTimeOf } from '../../../cases/index.ts'
import { dateInFinland } from '../../../language/formats.ts'
import { type Deadline, urgencyOf } from '../../../law/index.ts'
import type { Draft } from '../draft.ts'
import { one } from './question.ts'
import { decisionOf } from './told-decision.ts'

/** By when a review of the decision told of must be requested; undefined when nothing may be asserted. */
export const reviewTime = (draft: Draft): Deadline | undefined =>
  reviewTimeOf({
    topic: one(draft.answers.topic ?? {}, 'topic'),
    decision: decisionOf(draft.answers.decision ?? {}),
  })

/** Fewer than five days are left, or it may be over. */
export function isNear(deadline: Deadline, now: Date): boolean {
  return urgencyOf(deadline, dateInFinland(now)) !== 'running'
}

export function isOver(deadline: Deadline, now: Date): boolean {
  return urgencyOf(deadline, dateInFinland(now)) === 'over'
}
