import type { Lang } from '../../../language/lang.ts'
import type { Web } from '../../context.ts'
import type { Draft } from '../draft.ts'
import { decision } from './decision.tsx'
import { files } from './files.tsx'
import type { Asked, Question } from './question.ts'
import { reach } from './reach.tsx'
import { story } from './story.tsx'
import { topic } from './topic.tsx'
import { urgent } from './urgent.tsx'
import { where } from './where.tsx'
import { whose } from './whose.tsx'
import { wish } from './wish.tsx'

/** The questions in the order they are asked. */
export const QUESTIONS: readonly Question[] = [
  whose,
  where,
  topic,
  decision,
  story,
  wish,
  files,
  urgent,
  reach,
]

export function asked(web: Web, lang: Lang, draft: Draft, question: Question): Asked {
  return {
    lang,
    draft,
    typed: draft.answers[question.id] ?? {},
    served: web.house.organisations,
    now: web.house.now(),
    scans: Boolean(web.house.scanner),
  }
}

/** The first question without an answer that holds; undefined when all have one. */
export function unanswered(web: Web, lang: Lang, draft: Draft): Question | undefined {
  return QUESTIONS.find(
    (question) =>
      (!question.optional && !draft.done.includes(question.id)) ||
      question.check(asked(web, lang, draft, question)).length > 0,
  )
}

/** Where one goes on: the question one saved at, unless an earlier one lacks its answer; else the first that does. */
export function whereLeft(web: Web, lang: Lang, draft: Draft): string {
  const next = unanswered(web, lang, draft)
  const left = QUESTIONS.find(({ id }) => id === draft.at)
  if (left && (!next || QUESTIONS.indexOf(left) < QUESTIONS.indexOf(next))) return left.id
  return next?.id ?? 'check'
}

/** Where one goes from a question: to the check page when one came from there, else to the next question. */
export function addressAfter(lang: Lang, question: Question, fromCheck: boolean): string {
  const next = QUESTIONS[QUESTIONS.indexOf(question) + 1]
  return fromCheck || !next ? `/${lang}/ask/check` : `/${lang}/ask/${next.id}`
}
