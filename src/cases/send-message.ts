import type { OfficeTransaction } from '../custody/transaction.ts'
import { applyToLocked } from './engine/apply-event.ts'
import { lockCase } from './engine/case-row.ts'
import { Refusal } from './refusal.ts'
import { TEXT_MOST } from './submission.ts'

/**
 * The office writes to the client: into the thread, with a notice that says only that a message waits. An event of the
 * case, so that whoever writes has made contact. Returns the id of the message.
 */
export async function sendToClient(t: OfficeTransaction, caseId: string, text: string): Promise<string> {
  const note = checked(text)
  const work = await lockCase(t, caseId)
  await applyToLocked(t, work, { type: 'MESSAGE_TO_CLIENT', note }, 'office')
  t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: caseId, details: { from: 'office' } })
  return work.messageId!
}

/**
 * The client writes: into the thread, and as an event of the case, which wakes it when it waits for the client.
 * Counted as a contact once a day. Returns the id of the message.
 */
export async function sendToOffice(
  t: OfficeTransaction,
  caseId: string,
  text: string,
  source: 'portal' | 'api',
): Promise<string> {
  const note = checked(text)
  const work = await lockCase(t, caseId)
  await applyToLocked(t, work, { type: 'MESSAGE_FROM_CLIENT', note, source }, 'client')
  t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: caseId, details: { from: 'client' } })
  return work.messageId!
}

function checked(text: string): string {
  const body = text.trim()
  if (!body) throw new Refusal('field-missing', { field: 'text' })
  if (body.length > TEXT_MOST) throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
  return body
}
