import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeDataKey } from '../../src/custody/data-key.ts'
import { keyring } from '../../src/custody/keys.ts'
import { newId } from '../../src/database/new-id.ts'
import { seeded } from '../../src/demo/random.ts'
import { type MailServer, mailServer } from './mail-server.ts'
import {
  type Accepted,
  type DataDir,
  dataDirectory,
  isThere,
  ownerUrl,
  type Program,
  serve,
  start,
  submit,
} from './program.ts'
import { smallDisk } from './small-disk.ts'
import { firstAdministrator, type StaffMember, signInAt } from './staff-member.ts'

const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-drill-'))
const file = join(folder, 'backup')

const probe = smallDisk(1)
probe?.remove()

let data: DataDir
let staff: StaffMember
const places: DataDir[] = []
const running: Program[] = []
const mails: MailServer[] = []
const databases: string[] = []
/** cases acknowledged before the backup began */
const before: Accepted[] = []
/** Message-IDs that had gone out before the backup */
let sentBefore: string[] = []

const served = async (env: Record<string, string>) => {
  const program = await serve(env)
  running.push(program)
  return program
}
const stop = async (program: Program, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
  program.child.kill(signal)
  return program.ended
}
const run = async (args: string[], env: Record<string, string>) => {
  const program = start(args, env)
  const code = await program.ended
  return { code, said: program.said() }
}
const mailbox = async () => {
  const server = await mailServer()
  mails.push(server)
  return { server, env: { SMTP_URL: server.url, MAIL_FROM: 'toimisto@example.org' } }
}
/** A place with nothing but the key. */
const placeWithKey = () => {
  const place = dataDirectory()
  places.push(place)
  cpSync(join(data.path, 'keys'), join(place.path, 'keys'), { recursive: true })
  return place
}

async function ask<T extends object>(
  connectionString: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const owner = new pg.Client({ connectionString })
  await owner.connect()
  try {
    return (await owner.query(sql, values)).rows as T[]
  } finally {
    await owner.end()
  }
}

/** The office at work: mail that has left, mail that could not yet, enough rows that a backup takes a while. */
beforeAll(async () => {
  data = dataDirectory()
  places.push(data)
  const open = await mailbox()
  let program = await served({ DATA_DIR: data.path, ...open.env })
  staff = await firstAdministrator(program)
  for (let n = 0; n < 8; n++) before.push((await submit(program.url)).accepted!)
  while (open.server.taken.length < 8) await setTimeout(50)
  await setTimeout(1000)
  sentBefore = open.server.taken.map(({ id }) => id)
  await stop(program)
  const refusing = await mailbox()
  refusing.server.refuseForNow()
  program = await served({ DATA_DIR: data.path, ...refusing.env })
  for (let n = 0; n < 8; n++) before.push((await submit(program.url)).accepted!)
  const keys = keyring(Buffer.from(readFileSync(join(data.path, 'keys', 'master.key'), 'utf8').trim(), 'hex'))
  const rows = Array.from({ length: 60_000 }, () => makeDataKey(keys, '08', newId()).row)
  await ask(
    ownerUrl(data),
    `insert into data_key (id, organisation, wrapped, master_key)
     select id, '08', wrapped, $3 from unnest($1::uuid[], $2::bytea[]) as k(id, wrapped)`,
    [rows.map(({ id }) => id), rows.map(({ wrapped }) => wrapped), keys.id],
  )
  await stop(program)
  // Backed up while complaints come in.
  program = await served({ DATA_DIR: data.path, ...refusing.env })
  const until = { over: false }
  const senders = Array.from({ length: 3 }, async () => {
    while (!until.over) await submit(program.url)
  })
  await setTimeout(500)
  const made = await run(['backup', file, '--json'], { DATA_DIR: data.path })
  expect(made.code, made.said).toBe(0)
  until.over = true
  await Promise.all(senders)
  await stop(program, 'SIGKILL')
  process.kill(data.postmaster(), 'SIGKILL')
})

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})
afterAll(async () => {
  for (const place of places) await place.remove()
  for (const mail of mails) await mail.stop()
  for (const name of databases)
    await ask(process.env.DATABASE_URL!, `drop database if exists ${name} with (force)`).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
})

/** What a drill looks at: everything acknowledged opens, staff sign in, mail leaves once and only when it is let. */
async function drill(env: Record<string, string>, url: () => string): Promise<void> {
  const box = await mailbox()
  const program = await served({ ...env, ...box.env })
  for (const one of before) expect(await isThere(program.url, one)).toBe(true)
  const desk = await signInAt(program.url, staff)
  expect(desk?.status).toBe(200)
  expect(desk?.path).not.toContain('sign-in')
  const taken = await submit(program.url)
  expect(taken.status).toBe(201)
  const verify = await run(['audit-verify', '--json'], env)
  expect(verify.said).toContain('"ok":true')
  // The worker is at work; what it may not send stays.
  await setTimeout(3000)
  expect(box.server.taken).toEqual([])
  const waiting = await ask<{ message_id: string }>(
    url(),
    // The new browser staff signed in from is told of by a mail of its own, and that one waits like the others.
    `select message_id from notice where state = 'waiting'`,
  )
  // Eight of before, those that came while it was backed up, and the one of just now.
  expect(waiting.length).toBeGreaterThanOrEqual(9)
  expect((await run(['release-mail'], env)).code).toBe(0)
  while (box.server.taken.length < waiting.length) await setTimeout(50)
  await setTimeout(2000)
  const ids = box.server.taken.map(({ id }) => id)
  expect(ids.toSorted()).toEqual(waiting.map((row) => row.message_id).toSorted())
  expect(ids.filter((id) => sentBefore.includes(id))).toEqual([])
  expect(await stop(program)).toBe(0)
}

describe('a drill', () => {
  it('opens the restored office on an embedded server', async () => {
    const place = placeWithKey()
    const restored = await run(['restore', file, '--json'], { DATA_DIR: place.path })
    expect(restored.code, restored.said).toBe(0)
    await drill({ DATA_DIR: place.path }, () => ownerUrl(place))
  })

  it.skipIf(!process.env.DATABASE_URL)('opens it on the PostgreSQL of DATABASE_URL', async () => {
    const name = `av_${randomBytes(5).toString('hex')}`
    databases.push(name)
    await ask(process.env.DATABASE_URL!, `create database ${name} template template0`)
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = `/${name}`
    const env = { DATA_DIR: placeWithKey().path, DATABASE_URL: url.toString() }
    const restored = await run(['restore', file, '--json'], env)
    expect(restored.code, restored.said).toBe(0)
    await drill(env, () => url.toString())
  })

  it('is refused in one line under another key and where data are, and nothing is written', async () => {
    const place = dataDirectory()
    places.push(place)
    const none = await run(['restore', file], { DATA_DIR: place.path })
    expect(none.code).toBe(1)
    expect(none.said.trim().split('\n')).toEqual([expect.stringContaining('There is no master key')])
    const other = await run(['restore', file], {
      DATA_DIR: place.path,
      MASTER_KEY: randomBytes(32).toString('hex'),
    })
    expect(other.code).toBe(1)
    expect(other.said.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(place.path)).toEqual([])
    const there = await run(['restore', file], { DATA_DIR: data.path })
    expect(there.code).toBe(1)
    expect(there.said.trim().split('\n')).toHaveLength(1)
    expect((await run(['restore'], { DATA_DIR: place.path })).code).toBe(2)
    expect((await run(['backup', file], { DATA_DIR: data.path })).code).toBe(1)
  })
})

describe('trouble from outside', () => {
  it('is told in one line, and leaves no file: PostgreSQL that goes away', async () => {
    const program = await served({ DATA_DIR: data.path })
    const target = join(folder, 'cut')
    const command = start(['backup', target], { DATA_DIR: data.path })
    while (!existsSync(`${target}.part`)) {
      expect(command.child.exitCode, command.said()).toBe(null)
      await setTimeout(2)
    }
    process.kill(data.postmaster(), 'SIGKILL')
    const code = await command.ended
    expect(existsSync(`${target}.part`)).toBe(false)
    // On a fast machine it may have been done a moment before.
    if (code !== 0) {
      expect(code, command.said()).toBe(1)
      expect(existsSync(target)).toBe(false)
      expect(command.said()).not.toMatch(/^\s+at /m)
    }
    await stop(program, 'SIGKILL')
  })

  it.skipIf(!probe)('is told in one line, and leaves no file: a disk that is full', async () => {
    const disk = smallDisk(1)!
    try {
      const full = await run(['backup', join(disk.path, 'backup')], { DATA_DIR: data.path })
      expect(full.code).toBe(1)
      expect(full.said.trim().split('\n')).toEqual([expect.stringContaining('Levy on täynnä')])
      expect(readdirSync(disk.path)).toEqual([])
    } finally {
      disk.remove()
    }
  })

  it('is not made worse by a key that is gone: no other one is made in its place', async () => {
    const place = placeWithKey()
    expect((await run(['restore', file], { DATA_DIR: place.path })).code).toBe(0)
    rmSync(join(place.path, 'keys'), { recursive: true })
    const opened = await run(['audit-verify'], { DATA_DIR: place.path })
    expect(opened.code).toBe(1)
    expect(opened.said.trim().split('\n')).toEqual([expect.stringContaining('There is no master key')])
    expect(existsSync(join(place.path, 'keys'))).toBe(false)
  })
})

/** Waits until something is so, or the command has ended. */
async function untilIt(is: () => boolean, command: ReturnType<typeof start>): Promise<void> {
  let over = false
  void command.ended.then(() => {
    over = true
  })
  while (!is() && !over) await setTimeout(2)
}

describe('kill -9', () => {
  it(`of a backup leaves no file under its name, or a whole one (seed ${seed})`, async () => {
    const dice = seeded(seed)
    const program = await served({ DATA_DIR: data.path })
    let whole = 0
    for (let n = 0; n < 6; n++) {
      const target = join(folder, `killed-${n}`)
      const command = start(['backup', target, '--json'], { DATA_DIR: data.path })
      // While it writes, not before and not after.
      void untilIt(() => existsSync(`${target}.part`), command)
        .then(() => setTimeout(dice.int(0, 150)))
        .then(() => command.child.kill('SIGKILL'))
      await command.ended
      if (!existsSync(target)) continue
      whole++
      const place = placeWithKey()
      expect((await run(['restore', target], { DATA_DIR: place.path })).code).toBe(0)
      await place.remove()
    }
    const last = join(folder, 'killed-0-again')
    expect((await run(['backup', last], { DATA_DIR: data.path })).code).toBe(0)
    expect(existsSync(`${last}.part`)).toBe(false)
    console.log(`6 backups killed, ${whole} of them after they were whole`)
    expect(await stop(program)).toBe(0)
  }, 600_000)

  it(`of a restore leaves a place that says so and can be restored into again (seed ${seed})`, async () => {
    const dice = seeded(seed)
    const place = placeWithKey()
    let unfinished = 0
    for (let n = 0; n < 8; n++) {
      const command = start(['restore', file], { DATA_DIR: place.path })
      // From its first touch of the place on; how long it takes until then is the machine's.
      void untilIt(() => existsSync(join(place.path, 'restore-unfinished')), command)
        .then(() => setTimeout(dice.int(0, 1500)))
        .then(() => command.child.kill('SIGKILL'))
      const how = await command.ended
      if (how === 0) break
      expect(how, command.said()).toBe('SIGKILL')
      if (!existsSync(join(place.path, 'restore-unfinished'))) {
        // Killed before it touched anything, or when all was done.
        if (existsSync(join(place.path, 'postgres'))) break
        continue
      }
      unfinished++
      const opened = await run(['audit-verify'], { DATA_DIR: place.path })
      // Killed after its last transaction the place is whole, and opens.
      if (opened.code === 0) break
      expect(opened.said.trim().split('\n').at(-1)).toContain('broken off')
    }
    if ((await run(['audit-verify'], { DATA_DIR: place.path })).code !== 0) {
      const again = await run(['restore', file], { DATA_DIR: place.path })
      expect(again.code, again.said).toBe(0)
    }
    expect(unfinished).toBeGreaterThan(0)
    console.log(`${unfinished} times the place said that it was unfinished`)
    const program = await served({ DATA_DIR: place.path })
    for (const one of before) expect(await isThere(program.url, one)).toBe(true)
    expect(await stop(program)).toBe(0)
  }, 600_000)
})
