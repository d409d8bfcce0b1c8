import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { makeBackup } from '../../src/custody/backup/make-backup.ts'
import { examineBackup, restoreBackup } from '../../src/custody/backup/restore-backup.ts'
import { checkFinished, lookAt } from '../../src/custody/backup/unfinished.ts'
import { openInstallation } from '../../src/custody/installation.ts'
import { type KeySource, openKeySource } from '../../src/custody/key-sources.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { migrate, migrationNames } from '../../src/database/migrate.ts'
import { deliverNotice, type MailTransport, releaseOutbox } from '../../src/notices/index.ts'
import { releaseMailCommand } from '../../src/notices/release-mail-command.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { opened } from './opened.ts'

const log = pino({ level: 'silent' })
const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-backup-'))
const NOW = new Date('2026-11-25T08:00:00Z')
let house: TestHouse
let office: Office
let source: KeySource
const made: { name: string; pool: pg.Pool }[] = []
let n = 0
const path = () => join(folder, `backup-${++n}`)

beforeAll(async () => {
  house = await testHouse()
  source = await openKeySource({ dataDir: folder, masterKey: randomBytes(32).toString('hex') }, true)
  house.keys = await openInstallation(house.database.owner, source)
  office = await openOffice(house)
  for (let i = 0; i < 25; i++) await office.submit()
  await house.database.owner.query(
    `insert into session (token_hash, id, organisation, staff_id, created_at, last_seen_at, expires_at, rotated_at)
     values ('\\x01', $1, '08', $1, now(), now(), now() + interval '1 day', now())`,
    [office.maija.id],
  )
})
afterEach(async () => {
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  for (const { name, pool } of made.splice(0)) {
    await pool.end()
    await admin.query(`drop database ${name} with (force)`)
  }
  await admin.end()
})
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A new database without a single table. */
async function emptyDatabase(): Promise<pg.Pool> {
  const name = `av_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  await admin.query(`create database ${name} template template0`)
  await admin.end()
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.toString(), max: 4 })
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}))
  made.push({ name, pool })
  return pool
}

const backUp = async (file = path(), keys = house.keys) => makeBackup(house.database.owner, keys, file, NOW)
const restored = async (file: string, owner: pg.Pool, send = false, from = source) =>
  restoreBackup(await examineBackup(file, from), { owner, log, now: NOW, send })

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname in ('public', 'app') and tablename not in ('_prisma_migrations', 'audit_pending') order by 1`

/** Every row of every table, as text. */
async function everything(owner: pg.Pool): Promise<Record<string, string[]>> {
  const { rows } = await owner.query<{ name: string }>(TABLES)
  const found: Record<string, string[]> = {}
  for (const { name } of rows)
    found[name] = (await owner.query(`select t::text as row from ${name} t order by 1`)).rows.map(
      ({ row }) => row,
    )
  return found
}

/** Tables with their constraints, triggers and policies, as the catalogue tells them. */
async function shape(owner: pg.Pool): Promise<unknown[]> {
  const { rows } = await owner.query(
    `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as d, convalidated::text as s
       from pg_constraint where connamespace in ('public'::regnamespace, 'app'::regnamespace) and conrelid <> 0
     union all select tgrelid::regclass::text, pg_get_triggerdef(oid), tgenabled::text from pg_trigger
       where not tgisinternal and tgrelid::regclass::text not like 'graphile%'
     union all select tablename, policyname || coalesce(qual, ''), cmd from pg_policies
     order by 1, 2, 3`,
  )
  return rows
}

const jobs = async (owner: pg.Pool) =>
  (
    await owner.query(
      `select t.identifier, j.payload::text, j.key, j.max_attempts, j.run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.key, j.payload::text`,
    )
  ).rows

it('brings back every row, every planned job and the shape of every table', async () => {
  const before = await everything(house.database.owner)
  const file = path()
  const backup = await backUp(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${file}.part`)).toBe(false)
  const owner = await emptyDatabase()
  const back = await restored(file, owner, true)
  const after = await everything(owner)
  // Who restored is in the log; sessions are not brought back.
  const own = ['public.audit_entry', 'public.audit_head', 'public.session']
  for (const [table, rows] of Object.entries(before))
    if (!own.includes(table)) expect(after[table], table).toEqual(rows)
  expect(before['public.session']).toHaveLength(1)
  expect(after['public.session']).toEqual([])
  const entries = before['public.audit_entry']!
  expect(after['public.audit_entry']).toEqual(expect.arrayContaining(entries))
  expect(after['public.audit_entry']).toHaveLength(entries.length + 1)
  expect(await jobs(owner)).toEqual(await jobs(house.database.owner))
  expect(back.jobs).toBeGreaterThan(20)
  expect(await shape(owner)).toEqual(await shape(house.database.owner))
  expect((await verifyAudit(owner)).ok).toBe(true)
  expect(backup.tables['public."case"']).toBe(before['public."case"']!.length)
  expect(back.rows).toBe(backup.rows)
  // Nobody is given a number that somebody was given after the backup.
  const next = async (from: pg.Pool) =>
    Number((await from.query(`select nextval('app.case_number') as n`)).rows[0].n)
  expect((await next(owner)) - (await next(house.database.owner))).toBe(10_000)
  // The keys open what came back.
  expect((await openInstallation(owner, source)).derive('x')).toEqual(house.keys.derive('x'))
})

it('holds mail after a restore until it is released, and loses none of it', async () => {
  const owner = await emptyDatabase()
  const { held } = await restored((await backUp()).file, owner)
  const states = async () =>
    (await owner.query('select state, count(*)::int as n from notice group by 1')).rows
  expect(held).toBeGreaterThan(20)
  expect(await states()).toEqual([{ state: 'waiting', n: held }])
  const there = await opened(owner, house, source)
  let sent = 0
  const counting: MailTransport = {
    from: { name: '', address: 'toimisto@example.org' },
    async send() {
      sent++
      return { kind: 'sent', answer: '250 ok' }
    },
    close() {},
  }
  const all = (await owner.query('select id from notice')).rows
  const deliver = async () => {
    for (const { id } of all) await deliverNotice(there.house, counting, { organisation: '08', noticeId: id })
  }
  // A start lets nothing out, nor does a job that comes due.
  expect(await releaseOutbox(there.house)).toBe(0)
  await deliver()
  expect(sent).toBe(0)
  expect(await states()).toEqual([{ state: 'waiting', n: held }])
  const said: string[] = []
  const write = { out: (text: string) => void said.push(text), err: () => {} }
  expect(await releaseMailCommand(['--json'], write, there.house, owner)).toBe(0)
  expect(JSON.parse(said.join(''))).toEqual({ held: true, released: held })
  await deliver()
  expect(sent).toBe(held)
  await deliver()
  expect(sent).toBe(held)
  expect(await states()).toEqual([{ state: 'sent', n: held }])
  await there.close()
})

it('takes what was planned up to one moment, also when the service is used', async () => {
  const until = { over: false }
  const busy = (async () => {
    while (!until.over) await office.submit()
  })()
  const { file, auditHeads } = await backUp()
  until.over = true
  await busy
  const owner = await emptyDatabase()
  const back = await restored(file, owner, true)
  expect(back.auditHeads).toEqual(auditHeads)
  // Each case came with its key, its event, its notice and its job, or not at all.
  const count = async (sql: string) => Number((await owner.query(sql)).rows[0].n)
  const cases = await count('select count(*) as n from "case"')
  expect(cases).toBeLessThan(
    await Number((await office.rows<{ n: string }>('select count(*) as n from "case"'))[0]!.n),
  )
  expect(await count('select count(*) as n from notice')).toBe(cases)
  expect(
    await count(`select count(*) as n from graphile_worker._private_jobs where key like 'notice:%'`),
  ).toBe(cases)
  expect(await count('select count(*) as n from "case" c join data_key k on k.id = c.key_id')).toBe(cases)
  expect((await verifyAudit(owner)).ok).toBe(true)
})

it('refuses a file that is there, and leaves it as it is', async () => {
  const file = path()
  writeFileSync(file, 'ours')
  await expect(backUp(file)).rejects.toMatchObject({ code: 'exists' })
  expect(readFileSync(file, 'utf8')).toBe('ours')
  // What is left of a backup that was killed is in nobody's way.
  writeFileSync(`${file}-2.part`, 'half')
  await backUp(`${file}-2`)
  expect(existsSync(`${file}-2.part`)).toBe(false)
  await expect(backUp(join(folder, 'no-such-folder', 'x'))).rejects.toMatchObject({ code: 'no-folder' })
})

it('refuses, before it writes, another key, a damaged file, a newer program and a place that is not empty', async () => {
  const { file } = await backUp()
  const owner = await emptyDatabase()
  const other = await openKeySource({ dataDir: folder, masterKey: randomBytes(32).toString('hex') }, true)
  await expect(restored(file, owner, false, other)).rejects.toMatchObject({
    code: 'wrong-key',
    what: house.keys.id,
  })
  const bytes = readFileSync(file)
  const bent = path()
  bytes[bytes.length - 3]! ^= 4
  writeFileSync(bent, bytes)
  await expect(restored(bent, owner)).rejects.toMatchObject({ how: 'changed' })
  const newer = path()
  await house.database.owner.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', '', '2099_later', now())`,
  )
  await backUp(newer)
  await house.database.owner.query(`delete from _prisma_migrations where id = 'x'`)
  await expect(restored(newer, owner)).rejects.toMatchObject({ code: 'newer', what: '2099_later' })
  expect(await lookAt(owner)).toEqual({ tables: false, unfinished: false })
  await owner.query('create table somebodys (x int)')
  await expect(restored(file, owner)).rejects.toMatchObject({ code: 'not-empty' })
  expect((await everything(owner))['public.somebodys']).toEqual([])
})

it('says that it is unfinished when it was broken off, is not opened, and can be begun anew', async () => {
  const { file } = await backUp()
  const owner = await emptyDatabase()
  const stop = new Error('killed')
  const backup = await examineBackup(file, source)
  const broken = restoreBackup(backup, {
    owner,
    log,
    now: NOW,
    send: false,
    progress(table) {
      if (table === 'public.message') throw stop
    },
  })
  await expect(broken).rejects.toThrow(stop)
  expect(await lookAt(owner)).toEqual({ tables: true, unfinished: true })
  await expect(checkFinished(owner, folder)).rejects.toThrow(/broken off/)
  expect((await owner.query('select count(*)::int as n from "case"')).rows[0].n).toBe(0)
  await restoreBackup(backup, { owner, log, now: NOW, send: false })
  await checkFinished(owner, folder)
  expect(await lookAt(owner)).toEqual({ tables: true, unfinished: false })
})

it('restores an older schema as it was, and the program of today brings it up to date', async () => {
  const names = migrationNames()
  const old = await emptyDatabase()
  const later = '20261124166000_gap_reminders'
  await migrate(old, log, (name) => name !== later)
  const keys = await openInstallation(old, source)
  await old.query(`insert into draft values ('\\x01', '\\x02', now(), now())`)
  const file = path()
  await makeBackup(old, keys, file, NOW)
  expect((await examineBackup(file, source)).head.migrations).toEqual(names.filter((name) => name !== later))
  const owner = await emptyDatabase()
  await restored(file, owner)
  expect((await everything(owner))['public.draft']).toEqual((await everything(old))['public.draft'])
  const { rows } = await owner.query('select migration_name from _prisma_migrations order by 1')
  expect(rows.map((row) => row.migration_name)).toEqual(names)
})

it('restores a log that was tampered with as it is, and says so', async () => {
  const { owner: here } = house.database
  await here.query('alter table audit_entry disable trigger user')
  await here.query(`update audit_entry set event = 'search' where organisation = '08' and seq = 3`)
  const backup = await backUp()
  await here.query(`update audit_entry set event = 'case.submitted' where organisation = '08' and seq = 3`)
  await here.query('alter table audit_entry enable trigger user')
  expect(backup.audit).toMatchObject({ ok: false, firstBad: { organisation: '08', seq: 3 } })
  const owner = await emptyDatabase()
  expect((await restored(backup.file, owner)).audit).toEqual(backup.audit)
})
