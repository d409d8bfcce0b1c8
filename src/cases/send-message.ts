import type { OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { contactRow } from './contact-row.ts'
import { applyToLocked } from './engine/apply-event.ts'
import { lockCase } from './engine/case-row.ts'
import { planClientNotice } from './engine/plan-notices.ts'
import { storeNote } from './engine/store-note.ts'
import { Refusal } from './refusal.ts'
import { TEXT_MOST } from './submission.ts'

/** The office writes to the client: into the thread, with a notice that says only that a message waits. */
export async function sendToClient(t: OfficeTransaction, caseId: string, text: string): Promise<string> {
  const body = checked(text)
  const work = await lockCase(t, caseId)
  const id = await storeNote(t, work, body, 'office')
  await planClientNotice(t, work, 'message-waiting')
  await t.sql.case.update({
    where: { id: caseId },
    data: { version: { increment: 1 }, changedAt: t.now, unread: false },
  })
  t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: caseId, details: { from: 'office' } })
  return id
}

/**
 * The client writes: into the thread, and as an event of the case, which wakes it when it waits for the client.
 * Counted as a contact once a day: several messages of one day are one contact.
 */
export async function sendToOffice(
  t: OfficeTransaction,
  caseId: string,
  text: string,
  source: 'portal' | 'api',
): Promise<string> {
  const body = checked(text)
  const work = await lockCase(t, caseId)
  const id = await storeNote(t, work, body, 'client')
  await applyToLocked(t, work, { type: 'MESSAGE_FROM_CLIENT', noteStored: true }, 'client')
  await t.sql.case.update({ where: { id: caseId }, data: { unread: true } })
  const today = dateInFinland(t.now)
  const latest = await t.sql.contact.findFirst({
    where: { caseId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (!latest || !dateInFinland(latest.at).equals(today)) {
    const { row } = work
    t.insert(
      'contact',
      contactRow(
        t,
        {
          channel: 'secure-message',
          contactPerson: row.contactPerson,
          language: row.language,
          municipality: row.municipality,
          ageBand: row.ageBand ?? undefined,
          serviceTask: row.serviceTask ?? undefined,
          service: row.service ?? undefined,
          providerMode: row.providerMode ?? undefined,
          nature: row.nature ?? undefined,
          reasons: row.reasons,
          outcome: row.outcome ?? undefined,
        },
        { caseId, caseUnit: row.id, personUnit: row.personUnit, source, keyId: null },
      ),
    )
  }
  t.audit({ event: 'message.sent', subjectKind: 'case', subjectId: caseId, details: { from: 'client' } })
  return id
}

function checked(text: string): string {
  const body = text.trim()
  if (!body) throw new Refusal('field-missing', { field: 'text' })
  if (body.length > TEXT_MOST) throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
  return body
}
