import { openDataKey } from '../../custody/data-key.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { lockCase } from '../engine/case-row.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'

/** Which part of the data is meant. */
export const RECTIFIED = ['person', 'told', 'message', 'contact', 'letter', 'codes', 'other'] as const
export type Rectified = (typeof RECTIFIED)[number]

export const RECTIFICATION_LONG = 4000

export interface ReadRectification {
  id: string
  askedAt: Date
  askedBy: 'client' | 'office'
  subject: Rectified
  text: string
  state: 'asked' | 'noted' | 'refused'
  answer: string | null
  answeredAt: Date | null
}

/**
 * Notes what the client says is wrong and how it should be (GDPR, Article 16). What was written first stays; this stands
 * beside it. Throws Refusal "field-missing", "field-invalid", "too-long", "not-found".
 */
export async function askRectification(
  t: OfficeTransaction,
  caseId: string,
  given: { subject: string; text: string },
): Promise<string> {
  const work = await lockCase(t, caseId)
  const subject = RECTIFIED.find((one) => one === given.subject)
  if (!subject) throw new Refusal('field-invalid', { field: 'subject' })
  const id = newId(t.now)
  const text = words(given.text, 'text')
  const staff = t.actor.kind === 'staff' ? t.actor.id : null
  await t.sql.rectification.create({
    data: {
      id,
      organisation: t.organisation,
      caseId,
      askedAt: t.now,
      askedBy: staff ? 'office' : 'client',
      enteredBy: staff,
      subject,
      textSealed: seal(await work.key(), place.rectification(id), text),
      state: 'asked',
    },
  })
  // The office sees it in its queue as it sees a message.
  if (!staff) await t.sql.case.update({ where: { id: caseId }, data: { unread: true } })
  t.audit({
    event: 'rectification.asked',
    subjectKind: 'case',
    subjectId: caseId,
    details: { rectification: id, of: subject },
  })
  return id
}

/**
 * Answers: noted beside the data, or not, with the reason the client reads.
 * Throws Refusal "not-found", "changed-meanwhile" when answered already, "field-missing", "too-long".
 */
export async function answerRectification(
  t: OfficeTransaction,
  caseId: string,
  id: string,
  given: { noted: boolean; answer: string },
): Promise<void> {
  const work = await lockCase(t, caseId)
  const row = await t.sql.rectification.findFirst({ where: { id, caseId } })
  if (!row) throw new Refusal('not-found')
  if (row.state !== 'asked') throw new Refusal('changed-meanwhile')
  // A refusal without a reason is none (Article 12, paragraph 4).
  const answer = given.noted && !given.answer.trim() ? '' : words(given.answer, `answer-${id}`)
  await t.sql.rectification.update({
    where: { id },
    data: {
      state: given.noted ? 'noted' : 'refused',
      answerSealed: answer ? seal(await work.key(), place.rectificationAnswer(id), answer) : null,
      answeredBy: t.actor.kind === 'staff' ? t.actor.id : null,
      answeredAt: t.now,
    },
  })
  t.audit({
    event: 'rectification.answered',
    subjectKind: 'case',
    subjectId: caseId,
    details: { rectification: id, noted: given.noted },
  })
}

function words(text: string, field: string): string {
  const said = text.replaceAll('\r\n', '\n').trim()
  if (!said) throw new Refusal('field-missing', { field })
  if (said.length > RECTIFICATION_LONG)
    throw new Refusal('too-long', { most: String(RECTIFICATION_LONG), field })
  return said
}

/** What was asked to be put right in a case, the latest first. Whoever opens the case records the read. */
export async function rectificationsOf(
  t: OfficeTransaction,
  { id, keyId }: { id: string; keyId: string },
): Promise<ReadRectification[]> {
  const rows = await t.sql.rectification.findMany({
    where: { caseId: id },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', id)
  const key = await openDataKey(t, keyId)
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.askedAt,
    askedBy: row.askedBy as ReadRectification['askedBy'],
    subject: row.subject as Rectified,
    text: unsealText(key, place.rectification(row.id), row.textSealed),
    state: row.state as ReadRectification['state'],
    answer: row.answerSealed ? unsealText(key, place.rectificationAnswer(row.id), row.answerSealed) : null,
    answeredAt: row.answeredAt,
  }))
}
