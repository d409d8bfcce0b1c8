import type { Answers, QuestionName } from '../../../law/index.ts'

export const WAY_PATH = '/help-me'

/** Where a set of answers lives; `change` opens one question again with its answer chosen. */
export function addressOf(answers: Answers, change?: QuestionName): string {
  const query = new URLSearchParams(Object.entries(answers) as [string, string][])
  if (change) query.set('change', change)
  const text = query.toString()
  return text ? `${WAY_PATH}?${text}` : WAY_PATH
}
