import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupDamaged } from './chunks.ts'
import { auditHeadsOf, type Table, tablesOf } from './contents.ts'
import type { Frame, Progress, Sum } from './frames.ts'

/** What was restored is not what was backed up; nothing of it stays. */
export class RestoreDiffers extends Error {
  override name = 'RestoreDiffers'
  readonly where: string
  constructor(where: string) {
    super(where)
    this.where = where
  }
}

/**
 * Case numbers given after the backup are in clients' hands: a restored installation goes on so far behind them that
 * none is given to somebody else.
 */
const NUMBERS_AHEAD = 10_000

/**
 * Loads what `frames` says after its head into a database of that schema, within the caller's transaction, and
 * compares it with what the backup says of itself: rows by table, jobs, the ends of the audit chains.
 * @throws RestoreDiffers, BackupDamaged
 */
export async function load(
  client: pg.PoolClient,
  frames: AsyncGenerator<Frame>,
  progress: Progress = () => {},
): Promise<Sum> {
  const tables = await tablesOf(client)
  const rules = await setAside(client, tables)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  await client.query(NEW_JOBS)
  const sum = await loadRows(client, frames, tables, progress)
  await planJobs(client)
  for (const { identifier, known_since, last_execution } of sum.crontabs)
    await client.query(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
       values ($1, $2, $3) on conflict (identifier) do update set
         known_since = excluded.known_since, last_execution = excluded.last_execution`,
      [identifier, known_since, last_execution],
    )
  for (const [name, last] of Object.entries(sum.sequences)) {
    const ahead = name === 'app.case_number' ? NUMBERS_AHEAD : 0
    await client.query('select setval($1::regclass, $2::bigint)', [name, Number(last) + ahead])
  }
  for (const rule of rules) await client.query(rule)
  await compare(client, sum)
  return sum
}

/**
 * Foreign keys and triggers stand aside while rows come in any order.
 * @returns the statements that bring them back; a foreign key is checked over all rows then
 */
async function setAside(client: pg.PoolClient, tables: Table[]): Promise<string[]> {
  const names = tables.map(({ name }) => name)
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0
       and conrelid = any ($1::text[]::regclass[])`,
    [names],
  )
  for (const { owner, name } of rows) await client.query(`alter table ${owner} drop constraint ${name}`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  return [
    ...names.map((name) => `alter table ${name} enable trigger user`),
    ...rows.map(({ owner, name, definition }) => `alter table ${owner} add constraint ${name} ${definition}`),
  ]
}

async function loadRows(
  client: pg.PoolClient,
  frames: AsyncGenerator<Frame>,
  tables: Table[],
  progress: Progress,
): Promise<Sum> {
  const left = new Map(tables.map((table) => [table.name, table.columns]))
  let next = await frames.next()
  while (!next.done) {
    const frame = next.value
    if (frame.kind === 'sum') {
      if (left.size) throw new RestoreDiffers([...left.keys()].join(', '))
      // To the very end: only the last chunk says that nothing is missing.
      if (!(await frames.next()).done) throw new BackupDamaged('changed')
      return frame.value
    }
    if (frame.kind === 'table') {
      const { table, columns } = frame.value
      const ours = left.get(table)
      if (!ours || columns.some((column) => !ours.includes(column))) throw new RestoreDiffers(table)
      left.delete(table)
      next = await copy(client, `${table} (${columns.join(', ')})`, frames, (bytes) => progress(table, bytes))
    } else if (frame.kind === 'jobs') next = await copy(client, 'new_jobs', frames)
    else throw new BackupDamaged('changed')
  }
  throw new BackupDamaged('broken-off')
}

/** Feeds the frames of rows that come next. @returns what comes after them */
async function copy(
  client: pg.PoolClient,
  where: string,
  frames: AsyncGenerator<Frame>,
  progress: (bytes: number) => void = () => {},
): Promise<IteratorResult<Frame>> {
  let next = await frames.next()
  async function* rows(): AsyncGenerator<Buffer> {
    while (!next.done && next.value.kind === 'rows') {
      progress(next.value.value.length)
      yield next.value.value
      next = await frames.next()
    }
  }
  await pipeline(Readable.from(rows()), client.query(copyFrom(`copy ${where} from stdin (format binary)`)))
  return next
}

const NEW_JOBS = `create temporary table new_jobs (task text, payload text, queue text, run_at timestamptz,
  attempts int, key text, priority int, flags text[]) on commit drop`

/** Through the job list's own door; a few thousand at a time. */
async function planJobs(client: pg.PoolClient): Promise<void> {
  await client.query('delete from graphile_worker._private_jobs')
  await client.query('alter table new_jobs add column n bigint generated always as identity')
  const { rows } = await client.query<{ most: number }>(
    'select coalesce(max(n), 0)::int as most from new_jobs',
  )
  for (let from = 1; from <= rows[0]!.most; from += 5000)
    await client.query(
      `select count(*) from (
         select array_agg((task, payload::json, queue, run_at, attempts, key, priority, flags)::graphile_worker.job_spec) as specs
         from new_jobs where n >= $1 and n < $1 + 5000) as batch,
         lateral graphile_worker.add_jobs(batch.specs)`,
      [from],
    )
}

async function compare(client: pg.PoolClient, sum: Sum): Promise<void> {
  for (const [table, n] of Object.entries(sum.tables)) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table}`)
    if (Number(rows[0]!.n) !== n) throw new RestoreDiffers(table)
  }
  const { rows } = await client.query<{ n: string }>(
    'select count(*) as n from graphile_worker._private_jobs',
  )
  if (Number(rows[0]!.n) !== sum.jobs) throw new RestoreDiffers('graphile_worker.jobs')
  const heads = await auditHeadsOf(client)
  const ends = (all: Sum['auditHeads']) =>
    Object.entries(all).map(([office, { seq, hash }]) => `${office} ${seq} ${hash}`)
  const found = new Set(ends(heads))
  if (found.size !== ends(sum.auditHeads).length || ends(sum.auditHeads).some((end) => !found.has(end)))
    throw new RestoreDiffers('audit_head')
}
