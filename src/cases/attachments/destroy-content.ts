import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Attachment } from '../../database/generated/client.ts'
import { place } from '../sealed-parts.ts'
import { type AttachmentParts, type AttachmentState, openParts } from './read-attachments.ts'

/** Destroys the content of a file and the key it was sealed under. That the file was there stays, with its name. */
export async function destroyContent(
  t: OfficeTransaction,
  row: Attachment,
  key: Buffer,
  state: AttachmentState,
  more: Pick<AttachmentParts, 'removed'> = {},
): Promise<void> {
  const { key: _, ...parts } = openParts(key, row)
  await t.sql.attachmentChunk.deleteMany({ where: { attachmentId: row.id } })
  await t.sql.attachment.update({
    where: { id: row.id },
    data: { state, sealed: seal(key, place.attachment(row.id), JSON.stringify({ ...parts, ...more })) },
  })
  t.cancelJob(`scan:${row.id}`)
}
