import type pg from 'pg'
import type { Logger } from 'pino'
import { migrate, migrationNames } from '../../database/migrate.ts'
import { inTransaction, recordAsOwner, takeTurn } from '../as-owner.ts'
import type { KeySource } from '../key-sources.ts'
import type { MasterKey } from '../keys.ts'
import { verifyAudit } from '../verify-audit.ts'
import { BackupDamaged, openSealed, readHeader } from './chunks.ts'
import { UNFINISHED } from './contents.ts'
import { type Frame, type Head, type Progress, readFrames, type Sum } from './frames.ts'
import { load, RestoreDiffers } from './load.ts'
import { lookAt, sweep } from './unfinished.ts'

/** Why nothing was restored. Nothing was written. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
  readonly code: 'wrong-key' | 'newer' | 'not-empty' | 'at-work'
  /** the key it takes, the migration not known */
  readonly what: string
  constructor(code: RestoreRefused['code'], what = '') {
    super(code)
    this.code = code
    this.what = what
  }
}

export interface Backup {
  file: string
  master: MasterKey
  head: Head
  sum: Sum
}

/**
 * Reads a backup from its first byte to its last, before anything is written anywhere: that its key is here, that
 * nothing of it was changed or is missing, that this program knows its schema.
 * @throws RestoreRefused, BackupDamaged
 */
export async function examineBackup(file: string, source: KeySource): Promise<Backup> {
  const { key } = await readHeader(file)
  const master = source.read().find(({ id }) => id === key)
  if (!master) throw new RestoreRefused('wrong-key', key)
  let head: Head | undefined
  let sum: Sum | undefined
  for await (const frame of framesOf(file, master)) {
    if (frame.kind === 'head') head = frame.value
    else if (frame.kind === 'sum') sum = frame.value
  }
  if (!head || !sum) throw new BackupDamaged('changed')
  const known = new Set(migrationNames())
  const unknown = head.migrations.find((name) => !known.has(name))
  if (unknown) throw new RestoreRefused('newer', unknown)
  return { file, master, head, sum }
}

const framesOf = (file: string, master: MasterKey): AsyncGenerator<Frame> =>
  readFrames(openSealed(file, master))

export interface Restored extends Sum {
  at: string
  rows: number
  /** notices that had not left when the backup was made */
  held: number
}

interface Options {
  owner: pg.Pool
  log: Logger
  now: Date
  /** mail leaves at once, also what may have left after the backup */
  send: boolean
  progress?: Progress
}

const LOCK = 72707373

/**
 * Restores a backup into an empty database. The schema is made as it was, all rows come in one transaction and are
 * counted; then the schema is brought to that of today and the audit chains are recomputed. Until its last transaction
 * the database says that it is unfinished; when it is broken off, the next call sweeps it and begins anew.
 * @throws RestoreRefused, RestoreDiffers, BackupDamaged
 */
export async function restoreBackup(backup: Backup, options: Options): Promise<Restored> {
  const client = await options.owner.connect()
  try {
    if (!(await takeTurn(client, LOCK))) throw new RestoreRefused('at-work')
    const { tables, unfinished } = await lookAt(client)
    if (tables && !unfinished) throw new RestoreRefused('not-empty')
    await sweep(client)
    try {
      return await restoreInto(client, backup, options)
    } catch (error) {
      // What is not what was backed up does not stay.
      if (error instanceof RestoreDiffers || error instanceof BackupDamaged) await sweep(client)
      throw error
    }
  } finally {
    client.release(true)
  }
}

async function restoreInto(client: pg.PoolClient, backup: Backup, options: Options): Promise<Restored> {
  const { owner, log, progress } = options
  const wanted = new Set(backup.head.migrations)
  await migrate(owner, log, (name) => wanted.has(name))
  const sum = await inTransaction(client, async () => {
    const frames = framesOf(backup.file, backup.master)
    try {
      await frames.next()
      return await load(client, frames, progress)
    } finally {
      await frames.return(undefined)
    }
  })
  await migrate(owner, log)
  const verdict = await verifyAudit(client)
  // A log that was whole must be whole; one that was not is restored as it was.
  if (sum.audit.ok && !verdict.ok) throw new RestoreDiffers('audit_entry')
  const held = await inTransaction(client, async () => {
    const waiting = await settle(client, backup, options)
    await client.query(`drop table ${UNFINISHED}`)
    return waiting
  })
  const { entries, ok, firstBad } = verdict
  const rows = Object.values(sum.tables).reduce((total, n) => total + n, 0)
  return { ...sum, audit: { entries, ok, firstBad }, at: backup.head.at, rows, held }
}

/**
 * What may not simply go on as it was. Everybody signs in again: a session that was ended after the backup would live
 * again. Mail is held: what was planned then has as a rule left since, and would leave a second time.
 */
async function settle(client: pg.PoolClient, { head }: Backup, { now, send }: Options): Promise<number> {
  await client.query('delete from session')
  let held = 0
  if (!send) {
    await client.query('update app.installation set mail_held_at = $1', [now])
    const waiting = await client.query(
      `update notice set state = 'waiting', next_attempt_at = null where state in ('planned', 'sending')`,
    )
    held = waiting.rowCount ?? 0
  }
  await recordAsOwner(client, now, {
    event: 'backup.restored',
    details: { madeAt: head.at, mailHeld: !send },
  })
  return held
}
