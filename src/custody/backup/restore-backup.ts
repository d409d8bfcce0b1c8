import type pg from 'pg'
import type { Logger } from 'pino'
import { migrate, migrationNames } from '../../database/migrate.ts'
import type { KeySource } from '../key-sources.ts'
import type { MasterKey } from '../keys.ts'
import { recordAsOwner } from '../record-as-owner.ts'
import { BackupDamaged, openSealed, readHeader } from './chunks.ts'
import { UNFINISHED } from './contents.ts'
import { type Frame, type Head, type Progress, readFrames, type Sum } from './frames.ts'
import { load } from './load.ts'
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
 * Restores a backup into an empty database. The schema is made as it was; then all rows come, are counted and the
 * audit chains recomputed, in one transaction. Broken off before its end, the database says that it is unfinished; the
 * next call sweeps it and begins anew.
 * @throws RestoreRefused, RestoreDiffers, BackupDamaged
 */
export async function restoreBackup(backup: Backup, options: Options): Promise<Restored> {
  const client = await options.owner.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (!rows[0]!.mine) throw new RestoreRefused('at-work')
    const { tables, unfinished } = await lookAt(client)
    if (tables && !unfinished) throw new RestoreRefused('not-empty')
    await sweep(client)
    const wanted = new Set(backup.head.migrations)
    await migrate(options.owner, options.log, (name) => wanted.has(name))
    await client.query('begin')
    const frames = framesOf(backup.file, backup.master)
    await frames.next()
    const sum = await load(client, frames, options.progress)
    const held = await settle(client, backup, options)
    await client.query(`drop table ${UNFINISHED}`)
    await client.query('commit')
    const rowsOfAll = Object.values(sum.tables).reduce((total, n) => total + n, 0)
    return { ...sum, at: backup.head.at, rows: rowsOfAll, held }
  } finally {
    client.release(true)
  }
}

/**
 * What may not simply go on as it was. Everybody signs in again: a session that was ended after the backup would live
 * again. Mail is held: what was planned then has as a rule left since, and would leave a second time.
 */
async function settle(client: pg.PoolClient, { head }: Backup, { now, send }: Options): Promise<number> {
  await client.query('delete from session')
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (select 1 from information_schema.columns where table_schema = 'app'
       and table_name = 'installation' and column_name = 'mail_held_at') as there`,
  )
  let held = 0
  if (rows[0]!.there && !send) {
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
