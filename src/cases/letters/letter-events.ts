import { isLetterKind } from '../../documents/letters.ts'
import { caseLetters } from '../../language/catalogues/case-letters.ts'
import { letterTexts } from '../../language/catalogues/letters.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { isOneOf, RECIPIENTS, SENT_HOW } from './codes.ts'

const EVENTS = [
  'LETTER_BEGUN',
  'LETTER_POINTS',
  'LETTER_OFFERED',
  'LETTER_CHANGES',
  'LETTER_APPROVED',
  'LETTER_SENT',
  'LETTER_OWN',
  'LETTER_CANCELLED',
  'LETTER_CHECKED',
  'LETTER_VIEWED',
  'CONSENT_SCOPE',
  'CONSENT_REFUSED',
  'AGREEMENT_FOLLOWED',
] as const
const REMINDERS = ['letter-points', 'letter-approved', 'letter-sent', 'letter-viewed'] as const
const TOLD = ['portal', 'signed', 'written', 'spoken'] as const

/** What happened with a letter beside the case's chart, for the timeline; undefined for other events. */
export const letterEventLabel = (type: string, lang: Lang): string | undefined =>
  isOneOf(EVENTS, type) ? caseLetters(lang)(`event.${type}`) : undefined

/** What a reminder about a letter says; undefined for other reminders. */
export const letterReminder = (code: string, lang: Lang): string | undefined =>
  isOneOf(REMINDERS, code) ? caseLetters(lang)(`reminder.${code}`) : undefined

/** The coded fields of such an event in words. */
export function letterEventFields(
  type: string,
  fields: Record<string, string | boolean>,
  lang: Lang,
): { name: string; label: string; value: string }[] | undefined {
  if (!isOneOf(EVENTS, type)) return undefined
  const t = caseLetters(lang)
  const { letter, approvalHow, consentHow, sentOn, sentTo, sentHow } = fields
  const how = approvalHow ?? consentHow
  const rows: [string, string, string | undefined][] = [
    ['letter', t('field.letter'), isLetterKind(letter) ? letterTexts(lang)(`${letter}.name`) : undefined],
    ['how', t('field.how'), isOneOf(TOLD, how) ? t(`told.${how}`) : undefined],
    ['sentOn', t('field.sent-on'), typeof sentOn === 'string' ? formatDate(lang, sentOn) : undefined],
    ['sentTo', t('field.sent-to'), isOneOf(RECIPIENTS, sentTo) ? t(`to.${sentTo}`) : undefined],
    ['sentHow', t('field.sent-how'), isOneOf(SENT_HOW, sentHow) ? t(`sent.${sentHow}`) : undefined],
  ]
  return rows.flatMap(([name, label, value]) => (value ? [{ name, label, value }] : []))
}
