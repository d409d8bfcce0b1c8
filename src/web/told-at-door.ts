import type { ToldAtDoor } from '../cases/index.ts'
import { doorTexts } from '../language/catalogues/portal-door.ts'
import { finder } from '../language/catalogues/portal-finder.ts'
import { ways } from '../language/catalogues/portal-ways.ts'
import { formatDate } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import { type AnswerName, isWayServed, questionsFor, readAnswers, situation } from '../law/index.ts'

/** An answer in the words it is given in, and what is said under it; a test sees to it that each has its words. */
export function answerWords(lang: Lang, question: AnswerName, code: string): { text: string; hint?: string } {
  const texts: Record<string, string> = ways.texts[lang]
  const key = `${question}.${code}`
  return { text: texts[key] ?? code, hint: texts[`${key}.hint`] }
}

/**
 * What was answered in the guided way or the finder before the form, as the client checks it and the ombudsman reads
 * it. What the form has fields for (whose matter, the decision's day and how it came) is left to those fields, where
 * the client may have corrected it.
 */
export function toldRows(lang: Lang, told: ToldAtDoor | undefined): { label: string; value: string }[] {
  const rows: { label: string; value: string }[] = []
  const answers = readAnswers(told?.way ?? {})
  for (const question of questionsFor(answers)) {
    const code = question === 'day' || question === 'role' ? undefined : answers[question]
    if (question === 'day' || !code) continue
    rows.push({ label: ways(lang)(`${question}.title`), value: answerWords(lang, question, code).text })
  }
  const { what: id = '', date = '', served = '' } = told?.finder ?? {}
  const what = situation(id)
  if (!what) return rows
  rows.push({ label: doorTexts(lang)('told.waiting'), value: what.label[lang] })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return rows
  const how = what.served && isWayServed(served) ? ` (${finder(lang)(`served.${served}`).toLowerCase()})` : ''
  rows.push({ label: what.date[lang], value: `${formatDate(lang, date)}${how}` })
  return rows
}
