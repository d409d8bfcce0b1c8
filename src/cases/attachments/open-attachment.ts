import { openDataKey } from '../../custody/data-key.ts'
import { type Actor, type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { FILE_KINDS, type FileKind } from '../../documents/received/kinds.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { contentOf } from './content.ts'
import { type AttachmentState, openParts } from './read-attachments.ts'

/** A file to be given out. */
export interface OpenedAttachment {
  name: string
  type: string
  size: number
  content: AsyncGenerator<Buffer>
}

/** A file is there and is not given out: it has not been found clean. */
export class NotOpened extends Error {
  override name = 'NotOpened'
  readonly state: AttachmentState
  constructor(state: AttachmentState) {
    super(state)
    this.state = state
  }
}

export interface Opening {
  organisation: string
  actor: Actor
  caseId: string
  id: string
  /** the person has been warned; counts only where scanning is off */
  knowingly?: boolean
  /** a person's own data is handed out: what the client sent goes back also where it has not been scanned */
  ownData?: boolean
}

/**
 * Opens a file of a case for its office or its client; recorded. Only a file found clean is given out. Where no scanner
 * is set up, a member of staff can open one knowingly, which is recorded as that.
 * @throws NotOpened; Refusal "not-found", "not-yours"; ErasedError
 */
export async function openAttachment(house: House, opening: Opening): Promise<OpenedAttachment> {
  const { organisation, actor } = opening
  const file = await inOffice(house, organisation, actor, (t) => take(t, opening))
  return {
    name: file.name,
    type: FILE_KINDS[file.kind].type,
    size: file.size,
    content: contentOf(house, { organisation, actor }, file),
  }
}

async function take(t: OfficeTransaction, { caseId, id, actor, knowingly, ownData }: Opening) {
  await passGate(t, 'case.read', caseId)
  const row = await t.sql.attachment.findFirst({
    where: { id, caseId, ...(actor.kind === 'client' && { shared: true }) },
    include: { case: { select: { keyId: true } } },
  })
  if (!row) throw new Refusal('not-found')
  await passGate(t, 'case.read', caseId)
  const unscanned = row.state === 'quarantined' || row.state === 'unscanned'
  const warned = knowingly && unscanned && actor.kind === 'staff' && !t.house.scanner
  const givenBack = ownData && unscanned && row.sender === 'client'
  if (row.state !== 'clean' && !warned && !givenBack) throw new NotOpened(row.state as AttachmentState)
  const parts = openParts(await openDataKey(t, row.case.keyId), row)
  t.audit({
    event: warned || givenBack ? 'attachment.opened-unscanned' : 'attachment.read',
    subjectKind: 'case',
    subjectId: caseId,
    details: { attachment: id, kind: row.kind },
  })
  return {
    id,
    name: parts.name,
    kind: row.kind as FileKind,
    size: row.size,
    key: Buffer.from(parts.key!, 'base64'),
  }
}
