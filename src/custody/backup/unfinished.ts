import { existsSync } from 'node:fs'
import { open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { inTransaction } from '../as-owner.ts'
import { UNFINISHED } from './contents.ts'

/** A restore was broken off here: one line that says what to do. */
export class RestoreUnfinished extends Error {
  override name = 'RestoreUnfinished'
}

/*
 * Two marks of a restore that is not done: a file, for the time before there is a database, and a table, which goes
 * in the same transaction in which the rows come.
 */
const fileOf = (dataDir: string): string => join(dataDir, 'restore-unfinished')

export const isMarked = (dataDir: string): boolean => existsSync(fileOf(dataDir))

export async function mark(dataDir: string): Promise<void> {
  await writeFile(fileOf(dataDir), 'A restore into this place has begun and is not done.\n', {
    mode: 0o600,
    flush: true,
  })
  const folder = await open(dataDir)
  await folder.sync().catch(() => {})
  await folder.close()
}

export const unmark = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true })

export interface Found {
  /** whether there is any table of anybody's */
  tables: boolean
  /** whether a restore has begun and not ended */
  unfinished: boolean
}

export async function lookAt(owner: pg.Pool | pg.ClientBase): Promise<Found> {
  const { rows } = await owner.query<Found>(
    `select to_regclass($1) is not null as unfinished,
       exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'app', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'f')
           and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as tables`,
    [UNFINISHED],
  )
  return rows[0]!
}

/** Before a database is opened for use. @throws RestoreUnfinished */
export async function checkFinished(owner: pg.Pool, dataDir: string): Promise<void> {
  const { tables, unfinished } = await lookAt(owner)
  if (unfinished || (isMarked(dataDir) && !tables))
    throw new RestoreUnfinished(
      'A restore into this place was broken off, and what is here is not whole: run restore again, which begins anew.',
    )
  // Killed between its last two steps: all is there.
  if (isMarked(dataDir)) await unmark(dataDir)
}

/** Takes away what a broken-off restore left, and nothing else: the mark is made only where nothing was. */
export async function sweep(client: pg.ClientBase): Promise<void> {
  await inTransaction(client, async () => {
    await client.query('drop schema if exists app, graphile_worker cascade')
    await client.query(`do $$ declare one record; begin
      for one in select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop execute format('drop table if exists %s cascade', one.name); end loop;
      for one in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('drop routine if exists %s cascade', one.name); end loop;
    end $$`)
    await client.query(`create table ${UNFINISHED} (since timestamptz not null default now())`)
  })
}
