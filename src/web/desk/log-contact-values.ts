import { Temporal } from 'temporal-polyfill'
import { type ContactLog, contactLog, TEXT_MOST } from '../../cases/index.ts'
import { codeList, DIMENSION, isCode, type ListName } from '../../classification/index.ts'
import { log } from '../../language/catalogues/desk-log.ts'
import { dateInFinland, TIME_ZONE } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { dateParts, type FieldError, readDate } from '../ui/parts.ts'

/** A sent form as it came: one text for a name, or several. */
export type Sent = Record<string, unknown>

/** The coded fields with one answer each, and the list each answers from. */
export const SINGLE = {
  municipality: 'municipality',
  serviceTask: 'serviceTask',
  service: 'service',
  nature: 'nature',
  outcome: 'outcome',
  channel: 'channel',
  contactPerson: 'contactPerson',
  language: 'language',
  ageBand: 'ageBand',
  providerMode: 'providerMode',
} as const satisfies Record<string, ListName>
export type SingleField = keyof typeof SINGLE

export const text = (sent: Sent, name: string): string =>
  typeof sent[name] === 'string' ? sent[name].trim() : ''
export const texts = (sent: Sent, name: string): string[] =>
  [sent[name] ?? []].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** A sent form as a contact to log, or what is wrong with it, by field. `asCase`: a case is to be made of it. */
export function readLog(
  sent: Sent,
  lang: Lang,
  now: Date,
  asCase: boolean,
): { contact: ContactLog } | { errors: FieldError[] } {
  const t = log(lang)
  const errors: FieldError[] = []
  for (const [field, list] of Object.entries(SINGLE)) {
    const value = text(sent, field)
    if (value ? !isCode(list, value) : field === 'channel') errors.push({ field, message: t('error-code') })
  }
  if (asCase && !text(sent, 'municipality'))
    errors.push({ field: 'municipality', message: t('error-municipality') })
  for (const [field, list] of [
    ['reasons', 'reason'],
    ['actions', 'action'],
  ] as const)
    if (texts(sent, field).some((value) => !isCode(list, value)))
      errors.push({ field, message: t('error-code') })
  const date = readDate(dateParts(sent, 'date'))
  const today = dateInFinland(now)
  if (date === 'invalid' || (date && Temporal.PlainDate.compare(date, today) > 0))
    errors.push({ field: 'date', message: t('error-date') })
  const email = text(sent, 'email')
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    errors.push({ field: 'email', message: t('error-email') })
  const note = text(sent, 'note')
  if (note.length > TEXT_MOST) errors.push({ field: 'note', message: t('error-note', { n: TEXT_MOST }) })
  if (errors.length > 0) return { errors }
  const optional = (name: string) => text(sent, name) || undefined
  const person = Object.fromEntries(
    ['name', 'phone', 'email'].flatMap((name) => (text(sent, name) ? [[name, text(sent, name)]] : [])),
  )
  return {
    contact: contactLog.parse({
      ...Object.fromEntries(Object.keys(SINGLE).map((field) => [field, optional(field)])),
      // A day that has passed has no time of day: noon keeps it on that day everywhere in Finland.
      contactAt:
        date && date !== 'invalid' && !date.equals(today)
          ? new Date(date.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '12:00' }).epochMilliseconds)
          : undefined,
      reasons: texts(sent, 'reasons'),
      actions: texts(sent, 'actions'),
      person,
      note: note || undefined,
      caseId: optional('caseId'),
      personUnit: optional('personUnit'),
    }),
  }
}

/** What a contact becomes when nothing else is chosen. */
export const kindOf = (sent: Sent): 'advice' | 'complaint' => {
  const chosen = text(sent, 'kind')
  if (chosen === 'advice' || chosen === 'complaint') return chosen
  return text(sent, 'nature') === 'dissatisfaction' ? 'complaint' : 'advice'
}

export const fieldName = (field: SingleField, lang: Lang): string => DIMENSION[field].name[lang]

export const codeOptions = (list: Parameters<typeof codeList>[0], lang: Lang) =>
  codeList(list).map((code) => ({ value: code.code, label: code[lang], words: code.code }))
