import { ways } from '../../../language/catalogues/portal-ways.ts'
import type { Lang } from '../../../language/lang.ts'
import type { AnswerName, Answers, QuestionName } from '../../../law/index.ts'

export const WAY_PATH = '/help-me'

/** Where a set of answers lives; `change` opens one question again with its answer chosen. */
export function addressOf(answers: Answers, change?: QuestionName): string {
  const query = new URLSearchParams(Object.entries(answers) as [string, string][])
  if (change) query.set('change', change)
  const text = query.toString()
  return text ? `${WAY_PATH}?${text}` : WAY_PATH
}

/** An answer in the words it is given in, and what is said under it; a test sees to it that each has its words. */
export function answerWords(lang: Lang, question: AnswerName, code: string): { text: string; hint?: string } {
  const texts: Record<string, string> = ways.texts[lang]
  const key = `${question}.${code}`
  return { text: texts[key] ?? code, hint: texts[`${key}.hint`] }
}
