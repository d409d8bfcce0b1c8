import { TEXT_MOST } from '../../../cases/index.ts'
import type { LetterFacts, LetterLang, PublicLetter } from '../../../documents/letters.ts'
import { letterTexts } from '../../../language/catalogues/letters.ts'
import type { Lang } from '../../../language/lang.ts'
import { dateParts, type FieldError, readDate } from '../../ui/parts.ts'

export type Sent = Record<string, unknown>

/** Which questions a letter has besides those that all have. */
export const ASKS: Record<
  PublicLetter,
  { decision?: true; received?: true; objection?: true; unit?: false; wish?: 'required' }
> = {
  objection: { decision: true },
  'objection-early-education': {},
  review: { decision: true, received: true, wish: 'required' },
  'review-kela': { decision: true, received: true, unit: false, wish: 'required' },
  complaint: { objection: true },
  appeal: { decision: true, received: true, wish: 'required' },
  'data-access': {},
  'data-rectification': { wish: 'required' },
  damages: { decision: true, wish: 'required' },
}

export const DATES = {
  'decision-date': 'form.decision-date',
  received: 'form.received',
  'objection-sent': 'form.objection-sent',
  answered: 'form.answered',
} as const
type DateName = keyof typeof DATES

/** Boxes for points: as many as were sent, three at first, twenty at most. */
export const POINTS_MOST = 20
export const pointsOf = (sent: Sent): string[] =>
  Array.from({ length: POINTS_MOST }, (_, i) => said(sent, `point-${i + 1}`)).slice(0, boxesOf(sent))
export const boxesOf = (sent: Sent): number =>
  Math.min(POINTS_MOST, Math.max(3, Number(sent.boxes) || 0) + (sent.do === 'more' ? 1 : 0))

/** What stands in a field, line ends as one kind, with the writer's own spaces. */
export const said = (sent: Sent, name: string): string =>
  typeof sent[name] === 'string' ? (sent[name] as string).replaceAll('\r\n', '\n') : ''
const line = (sent: Sent, name: string) => said(sent, name).trim()

/** The letter's facts as they were typed, or what is missing of them. `today`: ISO date of the letter. */
export function readLetter(
  kind: PublicLetter,
  lang: Lang,
  sent: Sent,
  today: string,
): { facts: LetterFacts; lang: LetterLang } | { errors: FieldError[] } {
  const t = letterTexts(lang)
  const errors: FieldError[] = []
  const need = (field: string, message: string, there: unknown) => {
    if (!there) errors.push({ field, message })
  }
  const letterLang = lang === 'en' ? line(sent, 'language') : lang
  need('language', t('form.language-missing'), letterLang === 'fi' || letterLang === 'sv')
  const name = line(sent, 'name')
  need('name', t('form.name-missing'), name)
  const addressee = line(sent, 'addressee')
  need('addressee', t('form.addressee-missing'), addressee)
  const date = (field: DateName): string | undefined => {
    const read = readDate(dateParts(sent, field))
    if (read === 'invalid')
      errors.push({ field, message: t('form.date-invalid', { field: t(DATES[field]) }) })
    else if (read && read.toString() > today)
      errors.push({ field, message: t('form.date-future', { field: t(DATES[field]) }) })
    return read && read !== 'invalid' ? read.toString() : undefined
  }
  const asks = ASKS[kind]
  const decision = asks.decision
    ? { number: line(sent, 'decision-number'), date: date('decision-date') }
    : undefined
  const receivedOn = asks.received ? date('received') : undefined
  const objectionSentOn = asks.objection ? date('objection-sent') : undefined
  const answeredOn = asks.objection ? date('answered') : undefined
  const points = pointsOf(sent).filter((point) => point.trim())
  need('point-1', t('form.point-missing'), points.length > 0)
  const asked = said(sent, 'asked')
  if (asks.wish === 'required') need('asked', t('form.asked-missing'), asked.trim())
  for (const [field, value] of Object.entries(sent))
    if (typeof value === 'string' && value.length > TEXT_MOST)
      errors.push({ field, message: t('form.too-long', { most: TEXT_MOST }) })
  if (errors.length > 0) return { errors }
  const facts: LetterFacts = {
    sender: { name, address: said(sent, 'address'), phone: line(sent, 'phone'), email: line(sent, 'email') },
    addressee,
    date: today,
    client: line(sent, 'client'),
    unit: line(sent, 'unit'),
    decision,
    receivedOn,
    objectionSentOn,
    answeredOn,
    points,
    asked,
    enclosures: said(sent, 'enclosures').split('\n'),
  }
  return { facts, lang: letterLang as LetterLang }
}
