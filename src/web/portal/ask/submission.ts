import { type Submission, submission } from '../../../cases/index.ts'
import { everydayTopic } from '../../../classification/index.ts'
import type { Lang } from '../../../language/lang.ts'
import type { Draft } from '../draft.ts'
import { one } from './question.ts'
import { reachOf } from './reach.tsx'
import { isNear, reviewTime } from './review-time.ts'
import { decisionOf } from './told-decision.ts'
import { needsOf } from './urgent.tsx'
import { clientName } from './whose.tsx'

/**
 * The matter as the case room takes it in. The everyday topic gives the first codes, which the office checks.
 * Urgent: a need was named, or the time for a review is about to run out.
 */
export function submissionOf(draft: Draft, lang: Lang, now: Date): Submission {
  const { answers } = draft
  const topic = everydayTopic(one(answers.topic ?? {}, 'topic'))
  const needs = needsOf(answers.urgent ?? {})
  const time = reviewTime(draft)
  return submission.parse({
    kind: draft.kind,
    language: lang,
    municipality: one(answers.where ?? {}, 'municipality'),
    contactPerson: one(answers.whose ?? {}, 'contactPerson'),
    channel: 'web-form',
    serviceTask: topic?.serviceTask,
    service: topic?.service,
    reasons: [...(topic?.reasons ?? [])],
    urgent: needs.length > 0 || (time !== undefined && isNear(time, now)),
    person: { ...reachOf(answers.reach ?? {}), clientName: clientName(answers.whose ?? {}) },
    account: {
      text: one(answers.story ?? {}, 'text'),
      desiredOutcome: one(answers.wish ?? {}, 'wish') || undefined,
      topic: topic?.id,
      decision: decisionOf(answers.decision ?? {}),
      urgentNeeds: needs,
      told: draft.told,
    },
  })
}
