import type { OfficeTransaction } from '../../custody/transaction.ts'
import { wordHashes } from '../../custody/word-index.ts'
import type { TextKind } from './places.ts'

/** Whose text it is: of a case, or of a contact without one; and the key under which it is sealed. */
export interface TextOwner {
  keyId: string
  caseId: string | null
  contactId?: string | null
}

/**
 * Indexes the words of a text in the transaction that seals it, in place of those it had before. Called wherever a text
 * is sealed; an empty text is found by nothing.
 */
export function indexWords(
  t: OfficeTransaction,
  owner: TextOwner,
  kind: TextKind,
  textId: string,
  text: string | null | undefined,
): void {
  t.insert('textWord', {
    kind,
    textId,
    organisation: t.organisation,
    keyId: owner.keyId,
    caseId: owner.caseId,
    contactId: owner.contactId ?? null,
    words: text ? wordHashes(t.keys, t.organisation, text) : [],
  })
}

/** The case that a text belongs to, as `indexWords` asks for it. */
export const ofCase = (row: { id: string; keyId: string }): TextOwner => ({
  keyId: row.keyId,
  caseId: row.id,
})
