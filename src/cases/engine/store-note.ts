import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import type { CaseAtWork } from './case-row.ts'

/** Adds a message to the thread that client and office share. */
export async function storeNote(
  t: OfficeTransaction,
  work: Pick<CaseAtWork, 'row' | 'key'>,
  text: string,
  sender: 'office' | 'client' | 'system' = 'office',
): Promise<string> {
  const id = newId(t.now)
  indexWords(t, ofCase(work.row), 'message', id, text)
  t.insert('message', {
    id,
    organisation: t.organisation,
    caseId: work.row.id,
    at: t.now,
    sender,
    staffId: t.actor.kind === 'staff' ? t.actor.id : null,
    bodySealed: seal(await work.key(), place.message(id), text),
    readAt: null,
  })
  return id
}
