import { makeDataKey, openDataKey } from '../../custody/data-key.ts'
import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords } from '../search/index-words.ts'

/** The key under which a gap's note is sealed: that of its case, else of its contact, which gets one if it has none. */
async function keyOf(
  t: OfficeTransaction,
  work: CaseAtWork | null,
  contactId: string | null,
): Promise<{ keyId: string; key: Buffer }> {
  if (work) return { keyId: work.row.keyId, key: await work.key() }
  const contact = contactId ? await t.sql.contact.findUnique({ where: { id: contactId } }) : null
  if (!contact) throw new Refusal('not-found')
  if (contact.keyId) return { keyId: contact.keyId, key: await openDataKey(t, contact.keyId) }
  const made = makeDataKey(t.keys, t.organisation, contact.id)
  t.insert('dataKey', made.row)
  await t.flush()
  await t.sql.contact.update({ where: { id: contact.id }, data: { keyId: contact.id } })
  return { keyId: contact.id, key: made.key }
}

/** The columns of a gap's note; none when nothing was written. Its words are indexed in place of the former ones. */
export async function sealedNote(
  t: OfficeTransaction,
  gap: { id: string; contactId: string | null; keyId?: string | null },
  work: CaseAtWork | null,
  note: string | undefined,
): Promise<{ keyId: string | null; noteSealed: Uint8Array<ArrayBuffer> | null }> {
  const words = note?.trim()
  const { contactId } = gap
  const caseId = work?.row.id ?? null
  if (!words) {
    if (gap.keyId) indexWords(t, { keyId: gap.keyId, caseId, contactId }, 'gapNote', gap.id, '')
    return { keyId: null, noteSealed: null }
  }
  const { keyId, key } = await keyOf(t, work, contactId)
  indexWords(t, { keyId, caseId, contactId }, 'gapNote', gap.id, words)
  return { keyId, noteSealed: seal(key, place.gapNote(gap.id), words) }
}
