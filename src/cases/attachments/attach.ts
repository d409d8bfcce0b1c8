import type { HeldFile } from '../../custody/files/hold-file.ts'
import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { FILES_MOST, type FileFault, ON_CASE } from '../../documents/received/kinds.ts'
import { lockCase } from '../engine/case-row.ts'
import { place } from '../sealed-parts.ts'
import { planScan } from './plan-scan.ts'
import { openParts } from './read-attachments.ts'

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

/** The case cannot hold all of them: which, and why. Nothing of what was asked for is done. */
export class FilesRefused extends Error {
  override name = 'FilesRefused'
  readonly refused: readonly NotTakenFile[]
  constructor(refused: readonly NotTakenFile[]) {
    super('files refused')
    this.refused = refused
  }
}

/**
 * Puts files that have come in on a case: their keys go under the case's key, their pieces into the case's own table,
 * and each waits in quarantine for its scan. The same file under the same name is on a case once.
 * @returns how many were added
 * @throws FilesRefused when the case cannot hold them all, or one has been erased since it came
 */
export async function attachFiles(
  t: OfficeTransaction,
  caseId: string,
  files: readonly HeldFile[],
  to: AttachedTo,
): Promise<number> {
  if (files.length === 0) return 0
  await t.flush()
  const work = await lockCase(t, caseId)
  const key = await work.key()
  const taken = chosen(files, await standing(t, caseId, key), await stillHeld(t, files))
  for (const { id, kind, size, ...parts } of taken) {
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
      size,
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
  await t.flush()
  await t.ask(
    `insert into attachment_chunk (attachment_id, n, organisation, sealed)
     select file_id, n, app.organisation(), sealed from held_file_chunk where file_id = any($1::uuid[])`,
    [taken.map(({ id }) => id)],
  )
  await t.ask('delete from held_file where id = any($1::uuid[])', [files.map(({ id }) => id)])
  if (to.sender === 'client' && taken.length > 0)
    await t.sql.case.updateMany({ where: { id: caseId, unread: false }, data: { unread: true } })
  return taken.length
}

interface Standing {
  known: Set<string>
  size: number
  count: number
}

/** What is on the case already. */
async function standing(t: OfficeTransaction, caseId: string, key: Buffer): Promise<Standing> {
  const rows = await t.sql.attachment.findMany({ where: { caseId } })
  const there = rows.filter(({ state }) => state !== 'infected' && state !== 'removed')
  return {
    known: new Set(there.map((row) => nameAndDigest(openParts(key, row)))),
    size: there.reduce((sum, row) => sum + row.size, 0),
    count: rows.length,
  }
}

/** Those that are there still: one sent twice has been put on the case by whoever came first. */
async function stillHeld(t: OfficeTransaction, files: readonly HeldFile[]): Promise<Set<string>> {
  const rows = await t.ask<{ id: string }>(
    'select id::text as id from held_file where id = any($1::uuid[]) for update',
    [files.map(({ id }) => id)],
  )
  return new Set(rows.map(({ id }) => id))
}

function chosen(files: readonly HeldFile[], now: Standing, held: Set<string>): HeldFile[] {
  const taken: HeldFile[] = []
  const refused: NotTakenFile[] = []
  let { size, count } = now
  for (const file of files) {
    if (now.known.has(nameAndDigest(file))) continue
    now.known.add(nameAndDigest(file))
    size += file.size
    count += 1
    if (!held.has(file.id)) refused.push({ name: file.name, fault: 'not-stored' })
    else if (count > ON_CASE) refused.push({ name: file.name, fault: 'too-many' })
    else if (size > FILES_MOST) refused.push({ name: file.name, fault: 'full' })
    else taken.push(file)
  }
  if (refused.length > 0) throw new FilesRefused(refused)
  return taken
}

const nameAndDigest = ({ name, digest }: { name: string; digest: string }) => `${digest} ${name}`
