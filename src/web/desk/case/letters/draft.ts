import type { LetterParts } from '../../../../cases/index.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import type { Lang } from '../../../../language/lang.ts'
import { DATES, POINTS_MOST, pointsOf, type Sent, said } from '../../../portal/letters/fields.ts'
import { dateParts, type FieldError, partsOf, readDate } from '../../../ui/parts.ts'

/** Fields of a draft by what they hold; a draft may be incomplete, and only a date can be wrong. */
const FIELDS = {
  'decision-date': (parts: LetterParts) => parts.decision?.date,
  received: (parts: LetterParts) => parts.receivedOn,
  'objection-sent': (parts: LetterParts) => parts.objectionSentOn,
  answered: (parts: LetterParts) => parts.answeredOn,
  'reply-by': (parts: LetterParts) => parts.replyBy,
} as const
export type DraftDate = keyof typeof FIELDS

export function draftDateLabel(lang: Lang, name: DraftDate): string {
  return name === 'reply-by' ? deskLetters(lang)('edit.reply-by') : letterTexts(lang)(DATES[name])
}

/** A letter as its form shows it. */
export function sentOf(parts: LetterParts, points: readonly string[]): Sent {
  const dates = Object.entries(FIELDS).flatMap(([name, read]) => {
    const date = read(parts)
    return date ? Object.entries(partsOf(date)).map(([part, value]) => [`${name}-${part}`, value]) : []
  })
  return {
    name: parts.sender.name,
    address: parts.sender.address,
    phone: parts.sender.phone,
    email: parts.sender.email,
    addressee: parts.addressee,
    client: parts.client,
    unit: parts.unit,
    'decision-number': parts.decision?.number,
    ...Object.fromEntries(dates),
    asked: parts.asked,
    enclosures: parts.enclosures?.join('\n'),
    boxes: String(Math.min(POINTS_MOST, Math.max(3, points.length + 1))),
    ...Object.fromEntries(points.map((point, i) => [`point-${i + 1}`, point])),
  }
}

/** What was typed, as a letter; the case's number comes along unasked. */
export function readDraft(
  lang: Lang,
  sent: Sent,
  caseNumber: string | undefined,
): { draft: { parts: LetterParts; points: string[] }; errors: FieldError[] } {
  const errors: FieldError[] = []
  const line = (name: string) => said(sent, name).trim() || undefined
  const date = (field: DraftDate): string | undefined => {
    const read = readDate(dateParts(sent, field))
    if (read === 'invalid')
      errors.push({ field, message: deskLetters(lang)('error-date', { field: draftDateLabel(lang, field) }) })
    return read && read !== 'invalid' ? read.toString() : undefined
  }
  const decision = { number: line('decision-number'), date: date('decision-date') }
  const parts: LetterParts = {
    sender: {
      name: said(sent, 'name').trim(),
      address: line('address'),
      phone: line('phone'),
      email: line('email'),
    },
    addressee: said(sent, 'addressee').trim(),
    client: line('client'),
    unit: line('unit'),
    decision: decision.number || decision.date ? decision : undefined,
    receivedOn: date('received'),
    objectionSentOn: date('objection-sent'),
    answeredOn: date('answered'),
    replyBy: date('reply-by'),
    caseNumber,
    asked: said(sent, 'asked') || undefined,
    enclosures: said(sent, 'enclosures')
      .split('\n')
      .filter((one) => one.trim()),
  }
  return { draft: { parts, points: pointsOf(sent) }, errors }
}
