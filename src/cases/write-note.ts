import { openDataKey } from '../custody/data-key.ts'
import { seal } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import { passGate } from './gate.ts'
import { Refusal } from './refusal.ts'
import { place } from './sealed-parts.ts'
import { indexWords } from './search/index-words.ts'
import { TEXT_MOST } from './submission.ts'

/** A note to colleagues. It never becomes visible to the client. Returns its id. */
export async function writeNote(t: OfficeTransaction, caseId: string, text: string): Promise<string> {
  const body = text.trim()
  if (!body) throw new Refusal('field-missing', { field: 'text' })
  if (body.length > TEXT_MOST) throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
  const row = await t.sql.case.findUnique({ where: { id: caseId }, select: { keyId: true } })
  if (!row) throw new Refusal('not-found')
  await passGate(t, 'case.work', caseId)
  const id = newId(t.now)
  indexWords(t, { keyId: row.keyId, caseId }, 'note', id, body)
  t.insert('note', {
    id,
    organisation: t.organisation,
    caseId,
    at: t.now,
    staffId: t.actor.kind === 'staff' ? t.actor.id : null,
    bodySealed: seal(await openDataKey(t, row.keyId), place.note(id), body),
  })
  t.audit({ event: 'note.written', subjectKind: 'case', subjectId: caseId })
  return id
}
