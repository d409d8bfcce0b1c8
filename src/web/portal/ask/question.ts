import type { Child } from 'hono/jsx'
import type { Lang } from '../../../language/lang.ts'
import type { FieldError, SummaryRow } from '../../ui/parts.ts'
import type { Draft } from '../draft.ts'

export const QUESTION_IDS = [
  'whose',
  'where',
  'topic',
  'decision',
  'story',
  'wish',
  'files',
  'urgent',
  'reach',
] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** Answers as they were typed. */
export type Typed = Record<string, string | string[]>

export interface Asked {
  lang: Lang
  draft: Draft
  /** What was typed before, or nothing. */
  typed: Typed
  errors?: readonly FieldError[]
  /** County codes served here. */
  served: readonly string[]
  now: Date
  /** Whether files are scanned before anybody opens them. */
  scans: boolean
}

/** One page of the form. */
export interface Question {
  id: QuestionId
  /** Names of the fields it takes from the form; those in `many` may come several times. */
  fields: readonly string[]
  many?: readonly string[]
  title: (lang: Lang, draft: Draft) => string
  View: (asked: Asked) => Child
  /** Tidies what was typed before it is checked and kept. */
  settle?: (typed: Typed) => Typed
  check: (asked: Asked) => FieldError[]
  /** The answers as the last page shows them. */
  rows: (asked: Asked) => Omit<SummaryRow, 'changeHref'>[]
  /** The form carries files; it is then taken in elsewhere. */
  upload?: boolean
  /** May be passed over: without an answer the form can be sent. */
  optional?: boolean
  /** A page of advice that the answer calls for, before the next question; the address after `/ask/`. */
  aside?: (asked: Asked) => string | undefined
}

export const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}
export const many = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** The question's fields out of a sent form, each cut to what could ever be meant. */
export function typedOf(question: Question, form: Record<string, unknown>): Typed {
  const typed: Typed = {}
  for (const name of question.fields) {
    const value = form[name]
    if (value === undefined) continue
    const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
    const tidy = texts.map((text) => text.replaceAll('\r\n', '\n').slice(0, MOST))
    typed[name] = question.many?.includes(name) ? tidy.slice(0, 20) : (tidy[0] ?? '')
  }
  return typed
}
/** Longer than any limit, so that a text over its limit is told, not cut. */
const MOST = 100_000
