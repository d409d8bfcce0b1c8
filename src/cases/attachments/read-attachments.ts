import { openDataKey } from '../../custody/data-key.ts'
import type { FileParts } from '../../custody/files/hold-file.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Attachment } from '../../database/generated/client.ts'
import type { FileKind } from '../../documents/received/kinds.ts'
import { passGate } from '../gate.ts'
import { place } from '../sealed-parts.ts'

/**
 * quarantined: waits for its scan · unscanned: the scanner was away, tried again · clean · infected: destroyed ·
 * locked: found later, opened by nobody · removed: taken away by the office
 */
export type AttachmentState = 'quarantined' | 'unscanned' | 'clean' | 'infected' | 'locked' | 'removed'

/** A file of a case as the pages show it. */
export interface CaseAttachment {
  id: string
  name: string
  kind: FileKind
  size: number
  state: AttachmentState
  sender: 'client' | 'office'
  staffId: string | null
  shared: boolean
  addedAt: Date
  scannedAt: Date | null
  messageId: string | null
  noteId: string | null
  /** why it was removed, and by whom */
  removed?: { reason: string; by: string; at: string }
}

/** What is sealed with a file of a case. */
export interface AttachmentParts extends FileParts {
  removed?: CaseAttachment['removed']
}

export const openParts = (key: Buffer, row: Pick<Attachment, 'id' | 'sealed'>): AttachmentParts =>
  JSON.parse(unsealText(key, place.attachment(row.id), row.sealed)) as AttachmentParts

/** The files of a case that has been opened, oldest first; for the client only those the client sees. */
export async function attachmentsOf(
  t: OfficeTransaction,
  caseId: string,
  reader: 'office' | 'client' = 'office',
): Promise<CaseAttachment[]> {
  const rows = await t.sql.attachment.findMany({
    where: { caseId, ...(reader === 'client' && { shared: true }) },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', caseId)
  const { keyId } = await t.sql.case.findUniqueOrThrow({ where: { id: caseId }, select: { keyId: true } })
  const key = await openDataKey(t, keyId)
  return rows.map((row) => {
    const { name, removed } = openParts(key, row)
    return {
      id: row.id,
      name,
      removed,
      kind: row.kind as FileKind,
      size: row.size,
      state: row.state as AttachmentState,
      sender: row.sender as CaseAttachment['sender'],
      staffId: row.staffId,
      shared: row.shared,
      addedAt: row.addedAt,
      scannedAt: row.scannedAt,
      messageId: row.messageId,
      noteId: row.noteId,
    }
  })
}
