import { openDataKey, openDataKeys } from '../custody/data-key.ts'
import { unsealText } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Case, Clock, Contact, Notice } from '../database/generated/client.ts'
import type { Rule } from '../law/index.ts'
import { auditRead } from './audit-read.ts'
import { passGate } from './gate.ts'
import { officeRules } from './law/office-rules.ts'
import { Refusal } from './refusal.ts'
import { type AccountParts, openAccount, openPerson, type PersonParts, place } from './sealed-parts.ts'

export interface ThreadMessage {
  id: string
  at: Date
  from: 'client' | 'office' | 'system'
  staffId: string | null
  text: string
  readAt: Date | null
}

export interface CaseFile {
  case: Case
  person: PersonParts
  account: AccountParts
  messages: ThreadMessage[]
  notes: { id: string; at: Date; staffId: string | null; text: string }[]
  events: {
    id: string
    at: Date
    actorKind: string
    actorId: string | null
    type: string
    fields: Record<string, string | boolean>
    stateAfter: string[]
    note: string | null
  }[]
  clocks: Clock[]
  /** the rules the office's clocks run by */
  rules: readonly Rule[]
  contacts: (Contact & { note: string | null; person: PersonParts })[]
  notices: Pick<Notice, 'id' | 'template' | 'state' | 'plannedAt' | 'sentAt' | 'staffId' | 'lastAnswer'>[]
  /** who has opened the case, latest first, fifty at most */
  reads: { at: Date; actorKind: string; actorId: string | null }[]
}

/**
 * The whole file of a case, opened. Recorded as a read; what the client wrote counts as read by the office from then on.
 * Throws Refusal "not-found", "not-yours"; ErasedError when erased.
 */
export async function readCase(t: OfficeTransaction, caseId: string): Promise<CaseFile> {
  const row = await t.sql.case.findUnique({ where: { id: caseId } })
  if (!row) throw new Refusal('not-found')
  await passGate(t, 'case.read', caseId)
  // One after the other: a transaction has one connection.
  const where = { caseId }
  const orderBy = [{ at: 'asc' as const }, { id: 'asc' as const }]
  const clocks = await t.sql.clock.findMany({ where, orderBy: { due: 'asc' } })
  const events = await t.sql.caseEvent.findMany({ where, orderBy })
  const messages = await t.sql.message.findMany({ where, orderBy })
  const notes = await t.sql.note.findMany({ where, orderBy })
  const contacts = await t.sql.contact.findMany({ where, orderBy })
  const notices = await t.sql.notice.findMany({
    where,
    orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      template: true,
      state: true,
      plannedAt: true,
      sentAt: true,
      staffId: true,
      lastAnswer: true,
    },
  })
  const key = await openDataKey(t, row.keyId)
  const keys = await openDataKeys(
    t,
    contacts.flatMap((contact) => contact.keyId ?? []),
  )
  const reads = await t.sql.auditEntry.findMany({
    where: {
      organisation: t.organisation,
      subjectKind: 'case',
      subjectId: caseId,
      event: { in: ['case.read', 'case.read-by-client'] },
    },
    orderBy: { seq: 'desc' },
    take: 50,
    select: { at: true, actorKind: true, actorId: true },
  })
  if (t.actor.kind === 'staff') await markRead(t, caseId)
  await auditRead(t, 'case.read', caseId)
  return {
    case: row,
    person: openPerson(key, row.keyId, row.personSealed),
    account: openAccount(key, row.keyId, row.accountSealed),
    messages: messages.map((message) => ({
      id: message.id,
      at: message.at,
      from: message.sender as ThreadMessage['from'],
      staffId: message.staffId,
      text: unsealText(key, place.message(message.id), message.bodySealed),
      readAt: message.readAt,
    })),
    notes: notes.map((note) => ({
      id: note.id,
      at: note.at,
      staffId: note.staffId,
      text: unsealText(key, place.note(note.id), note.bodySealed),
    })),
    events: events.map((event) => ({
      id: event.id,
      at: event.at,
      actorKind: event.actorKind,
      actorId: event.actorId,
      type: event.type,
      fields: event.fields as Record<string, string | boolean>,
      stateAfter: event.stateAfter,
      note: event.noteSealed ? unsealText(key, place.eventNote(event.id), event.noteSealed) : null,
    })),
    clocks,
    rules: await officeRules(t),
    contacts: contacts.map((contact) => {
      const contactKey = contact.keyId ? keys.get(contact.keyId) : undefined
      return {
        ...contact,
        note:
          contactKey && contact.noteSealed
            ? unsealText(contactKey, place.contactNote(contact.id), contact.noteSealed)
            : null,
        person:
          contactKey && contact.personSealed
            ? openPerson(contactKey, contact.keyId!, contact.personSealed)
            : {},
      }
    }),
    notices,
    reads,
  }
}

async function markRead(t: OfficeTransaction, caseId: string): Promise<void> {
  await t.sql.message.updateMany({
    where: { caseId, sender: 'client', readAt: null },
    data: { readAt: t.now },
  })
  await t.sql.case.updateMany({ where: { id: caseId, unread: true }, data: { unread: false } })
}
