import { createWriteStream } from 'node:fs'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { outsideTrouble, recordAsOwner, takeTurn } from '../as-owner.ts'
import type { Keyring } from '../keys.ts'
import { verifyAudit } from '../verify-audit.ts'
import { sealingStream } from './chunks.ts'
import { auditHeadsOf, sequencesOf, tablesOf } from './contents.ts'
import { type Progress, type Sum, writeFrame } from './frames.ts'

/** Why no backup was made. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly code: 'exists' | 'at-work' | 'no-space' | 'no-folder' | 'lost-connection'
  constructor(code: BackupRefused['code']) {
    super(code)
    this.code = code
  }
}

export interface BackupMade extends Sum {
  file: string
  bytes: number
  /** id of the master key it takes to open it */
  key: string
  at: string
  migration: string
  rows: number
}

const LOCK = 72707372
/** bytes of rows in a frame, about */
const PIECE = 64 * 1024

/**
 * Writes everything in the database into one sealed file while the service is used: the rows of one moment (a snapshot
 * over all tables) and the planned jobs, read as a stream. The file stands under its name only when it is whole and on
 * the disk. The master key is not in it.
 * @throws BackupRefused
 */
export async function makeBackup(
  owner: pg.Pool,
  keys: Keyring,
  file: string,
  now: Date,
  progress: Progress = () => {},
): Promise<BackupMade> {
  if (await stat(file).catch(() => null)) throw new BackupRefused('exists')
  const client = await owner.connect()
  const part = `${file}.part`
  try {
    if (!(await takeTurn(client, LOCK))) throw new BackupRefused('at-work')
    // Ours alone now: what stands there is left of a backup that was broken off.
    await rm(part, { force: true })
    const result: Partial<Contents> = {}
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(contents(client, now, result, progress)),
      sealingStream(keys),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await client.query('commit')
    const { sum, migration } = result as Contents
    const { size: bytes } = await stat(part)
    await putInPlace(part, file)
    const all = Object.values(sum.tables).reduce((total, n) => total + n, 0)
    await recordAsOwner(client, now, { event: 'backup.made', details: { rows: all, key: keys.id } })
    return { ...sum, file, bytes, key: keys.id, at: now.toISOString(), migration, rows: all }
  } catch (error) {
    // A name that is taken is somebody else's file.
    if (!(error instanceof BackupRefused)) await rm(part, { force: true }).catch(() => {})
    const trouble = outsideTrouble(error)
    if (trouble) throw new BackupRefused(trouble)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EROFS')
      throw new BackupRefused('no-folder')
    throw error
  } finally {
    client.release(true)
  }
}

interface Contents {
  sum: Sum
  migration: string
}

async function* contents(
  client: pg.PoolClient,
  now: Date,
  result: Partial<Contents>,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const { rows: applied } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  )
  const migrations = applied.map(({ name }) => name)
  yield writeFrame({ kind: 'head', value: { at: now.toISOString(), migrations } })
  const tables: Record<string, number> = {}
  for (const { name, columns } of await tablesOf(client)) {
    yield writeFrame({ kind: 'table', value: { table: name, columns } })
    tables[name] = yield* rowsOf(client, `${name} (${columns.join(', ')})`, (bytes) => progress(name, bytes))
  }
  yield writeFrame({ kind: 'jobs', value: {} })
  const jobs = yield* rowsOf(client, `(${PLANNED_JOBS})`)
  const { rows: crontabs } = await client.query<Sum['crontabs'][number]>(
    'select identifier, known_since, last_execution from graphile_worker._private_known_crontabs',
  )
  const { entries, ok, firstBad } = await verifyAudit(client)
  const sum: Sum = {
    tables,
    jobs,
    sequences: await sequencesOf(client),
    auditHeads: await auditHeadsOf(client),
    audit: { entries, ok, firstBad },
    crontabs,
  }
  yield writeFrame({ kind: 'sum', value: sum })
  Object.assign(result, { sum, migration: migrations.at(-1) ?? '' } satisfies Contents)
}

/**
 * Jobs by what they are, not as the job list keeps them, so that another version of it can take them in. One that was
 * planned anew while it was in hand is in the list by its successor.
 */
const PLANNED_JOBS = `select t.identifier::text as task, j.payload::text as payload, q.queue_name::text as queue,
    j.run_at, j.max_attempts::int as attempts, j.key::text as key, j.priority::int as priority,
    (select array_agg(f) from jsonb_object_keys(j.flags) f) as flags
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where not (j.locked_by is not null and j.key is null and j.attempts >= j.max_attempts)`

/** The rows in binary form, as frames. @returns how many rows there were */
async function* rowsOf(
  client: pg.PoolClient,
  what: string,
  progress: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer, number> {
  const stream = client.query(copyTo(`copy ${what} to stdout (format binary)`))
  let waiting: Buffer[] = []
  let size = 0
  for await (const data of stream as AsyncIterable<Buffer>) {
    waiting.push(data)
    size += data.length
    if (size < PIECE) continue
    progress(size)
    yield writeFrame({ kind: 'rows', value: Buffer.concat(waiting) })
    waiting = []
    size = 0
  }
  if (size) yield writeFrame({ kind: 'rows', value: Buffer.concat(waiting) })
  return stream.rowCount
}

/** Under its name in one step, and never over a file that came meanwhile. */
async function putInPlace(part: string, file: string): Promise<void> {
  try {
    await link(part, file)
    await rm(part)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new BackupRefused('exists')
    // A file system without links, such as a mounted share.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error
    await rename(part, file)
  }
  const folder = await open(dirname(file))
  await folder.sync().catch(() => {})
  await folder.close()
}
