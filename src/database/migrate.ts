import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from 'pino'
import { quietLogger } from './quiet-logger.ts'
import { TASKS } from './tasks.ts'

const folder = new URL('../../prisma/migrations/', import.meta.url)

/**
 * Applies what is missing of prisma/migrations and of graphile-worker's own schema. Processes that
 * start together take turns under an advisory lock. Recorded in `_prisma_migrations` the way Prisma
 * does, so that `prisma migrate deploy` agrees. `wanted` leaves out those a backup does not know yet.
 */
export async function migrate(
  owner: pg.Pool,
  log: Logger,
  wanted: (migration: string) => boolean = () => true,
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(72707369)`)
    await runMigrations({ pgPool: owner, logger: quietLogger(log) })
    await client.query(HISTORY)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    for (const name of migrationNames().filter(wanted)) {
      const sql = readFileSync(new URL(`${name}/migration.sql`, folder), 'utf8')
      if (applied.has(name)) continue
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query(
          `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           values ($1, $2, $3, now(), now(), 1)`,
          [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
        )
        await client.query('commit')
        log.info({ migration: name }, 'migration applied')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`)
      }
    }
    await registerTasks(client)
  } finally {
    await client.query(`select pg_advisory_unlock(72707369)`).catch(() => {})
    client.release()
  }
}

export function migrationNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Known from the start, so that two transactions planning the first job of a kind do not wait for each other. */
async function registerTasks(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into graphile_worker._private_tasks (identifier)
     select name from unnest($1::text[]) as name
     where not exists (select 1 from graphile_worker._private_tasks t where t.identifier = name)
     on conflict do nothing`,
    [TASKS],
  )
}

/** The table as Prisma makes it. */
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
