import type { HeldFile } from '../../custody/files/hold-file.ts'
import { seal, unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { FILES_MOST, type FileFault, ON_CASE } from '../../documents/received/kinds.ts'
import { lockCase } from '../engine/case-row.ts'
import { place } from '../sealed-parts.ts'
import { planScan } from './plan-scan.ts'

export interface AttachedTo {
  sender: 'client' | 'office'
  /** whether the client sees it */
  shared: boolean
  messageId?: string
  noteId?: string
}

/** A file that was not taken, by the name it came under. */
export interface NotTakenFile {
  name: string
  fault: FileFault
}

/**
 * Puts files that have come in on a case: their keys go under the case's key, their pieces into the case's own table,
 * and each waits in quarantine for its scan. The same file under the same name is on a case once. What the case cannot
 * hold any more is told back and erased.
 */
export async function attachFiles(
  t: OfficeTransaction,
  caseId: string,
  files: readonly HeldFile[],
  to: AttachedTo,
): Promise<NotTakenFile[]> {
  if (files.length === 0) return []
  await t.flush()
  const work = await lockCase(t, caseId)
  const key = await work.key()
  const rows = await t.sql.attachment.findMany({ where: { caseId } })
  const there = rows.filter(({ state }) => state !== 'infected' && state !== 'removed')
  const known = new Set(
    there.map((row) => nameAndDigest(JSON.parse(unsealText(key, place.attachment(row.id), row.sealed)))),
  )
  let size = there.reduce((sum, row) => sum + row.size, 0)
  let count = rows.length
  const taken: string[] = []
  const refused: NotTakenFile[] = []
  for (const { id, kind, size: bytes, ...parts } of files) {
    if (known.has(nameAndDigest(parts))) continue
    if (count >= ON_CASE) refused.push({ name: parts.name, fault: 'too-many' })
    else if (size + bytes > FILES_MOST) refused.push({ name: parts.name, fault: 'full' })
    else {
      known.add(nameAndDigest(parts))
      taken.push(id)
      size += bytes
      count += 1
      t.insert('attachment', {
        id,
        organisation: t.organisation,
        caseId,
        messageId: to.messageId ?? null,
        noteId: to.noteId ?? null,
        sender: to.sender,
        staffId: t.actor.kind === 'staff' ? t.actor.id : null,
        shared: to.shared,
        kind,
        size: bytes,
        sealed: seal(key, place.attachment(id), JSON.stringify(parts)),
        state: 'quarantined',
        addedAt: t.now,
        tries: 0,
      })
      planScan(t, id)
      t.audit({
        event: 'attachment.added',
        subjectKind: 'case',
        subjectId: caseId,
        details: { attachment: id, kind, from: to.sender },
      })
    }
  }
  await t.flush()
  await t.ask(
    `insert into attachment_chunk (attachment_id, n, organisation, sealed)
     select file_id, n, app.organisation(), sealed from held_file_chunk where file_id = any($1::uuid[])`,
    [taken],
  )
  await t.ask('delete from held_file where id = any($1::uuid[])', [files.map(({ id }) => id)])
  if (to.sender === 'client' && taken.length > 0)
    await t.sql.case.updateMany({ where: { id: caseId, unread: false }, data: { unread: true } })
  return refused
}

const nameAndDigest = ({ name, digest }: { name: string; digest: string }) => `${digest} ${name}`
