import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../src/access/open-session.ts'
import { readConfig } from '../../src/config.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import { type Random, seeded } from '../../src/demo/random.ts'
import { openLog, openServices } from '../../src/services.ts'
import { type OwnServer, ownServer } from './cluster.ts'
import { mailServer } from './mail-server.ts'
import { noticesSentAt } from './notices-sent.ts'
import { type Accepted, isThere, type Program, serve, start, submit, write } from './program.ts'

/** How many times something is killed: two web processes, a worker and the database, each in turns of its own. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 200)
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

let server: OwnServer
let mail: Awaited<ReturnType<typeof mailServer>>
let folder: string
let env: Record<string, string>
/** the cookie of a member of staff who works meanwhile */
let cookie: string
const alive = new Set<Program>()

beforeAll(async () => {
  server = await ownServer()
  await server.start()
  mail = await mailServer()
  folder = mkdtempSync(join(tmpdir(), 'asiavastaava-rounds-'))
  env = {
    MASTER_KEY: 'cd'.repeat(32),
    DATABASE_URL: server.url,
    SMTP_URL: mail.url,
    MAIL_FROM: 'toimisto@example.org',
    LOG_LEVEL: 'fatal',
  }
  const services = await openServices(
    readConfig({}, { ...env, ORGANISATIONS: '08', DATA_DIR: join(folder, 'test') }),
    openLog('fatal'),
    'serve',
  )
  try {
    const id = newId()
    const token = await inOffice(services.house, '08', { kind: 'staff', id }, async (t) => {
      const person = { id, organisation: '08', name: 'Maija Mäki', role: 'ombudsman', language: 'fi' }
      await t.sql.staff.create({ data: { ...person, email: 'maija@example.org', passwordHash: 'none' } })
      return (await openSession(t, id, { how: 'password', userAgent: 'test' })).token
    })
    cookie = `session=${token}`
  } finally {
    await services.close()
  }
})
afterAll(async () => {
  for (const program of alive) program.child.kill('SIGKILL')
  await Promise.all([...alive].map(({ ended }) => ended))
  await server?.remove()
  await mail?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const accepted = new Map<string, Accepted>()
const unanswered = new Set<string>()
const messages: { to: Accepted; text: string }[] = []
const notes: { on: string; text: string }[] = []
const statuses = new Map<number, number>()

/** A client: complains, and adds to some of it. Whoever got no answer sends the same again. */
async function client(urls: string[], until: { over: boolean }, dice: Random): Promise<void> {
  while (!until.over) {
    const [again] = unanswered
    if (again) unanswered.delete(again)
    const { key, status, accepted: taken } = await submit(dice.pick(urls), again ?? randomUUID())
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (!taken) {
      unanswered.add(key)
      await setTimeout(100)
      continue
    }
    accepted.set(key, taken)
    const text = `lisätieto ${key}`
    if (dice.chance(0.3) && (await write(dice.pick(urls), taken, text)) === 201)
      messages.push({ to: taken, text })
    await setTimeout(dice.int(0, 100))
  }
}

/** An ombudsman: takes cases and writes notes on them. Only what was answered with a yes counts. */
async function ombudsman(urls: string[], until: { over: boolean }, dice: Random): Promise<void> {
  const ask = (url: string, path: string, form?: Record<string, string>) =>
    fetch(`${url}${path}`, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
      headers: { Cookie: cookie, Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' },
      ...(form && { body: new URLSearchParams(form) }),
    }).catch(() => null)
  while (!until.over) {
    const cases = [...accepted.values()]
    const url = dice.pick(urls)
    const one = cases.length > 0 ? dice.pick(cases) : undefined
    const found = one && (await ask(url, `/desk/cases/${one.caseNumber}`))
    const page = found?.headers.get('location')
    await found?.body?.cancel().catch(() => {})
    if (page) {
      const text = `muistiinpano ${randomUUID()}`
      const answer = await ask(url, `${page}/note`, { 'note-note': text })
      if (answer?.status === 303 && answer.headers.get('location')?.includes('done=note'))
        notes.push({ on: one!.caseNumber, text })
      await answer?.body?.cancel().catch(() => {})
    }
    await setTimeout(dice.int(50, 200))
  }
}

it(`loses nothing and repeats nothing over ${ROUNDS} kills of web, worker and database (seed ${seed})`, async ({
  signal,
}) => {
  const dice = seeded(seed)
  const until = { over: false }
  let kills = { web: 0, worker: 0, database: 0 }
  const total = () => kills.web + kills.worker + kills.database
  const urls = ['', '']
  const run = async (name: string, role: string, port: string) => {
    const program = await serve({ ...env, ROLE: role, PORT: port, DATA_DIR: join(folder, name) })
    alive.add(program)
    void program.ended.then(() => alive.delete(program))
    return program
  }
  /** Under load: waits until so many more were taken in, a while at most. */
  const taken = async (more: number) => {
    const enough = accepted.size + more
    for (let waited = 0; accepted.size < enough && waited < 15_000 && !until.over; waited += 20)
      await setTimeout(20)
  }
  /** One process that is killed at random moments and started again, for as long as there are rounds left. */
  const suffering = async (name: string, role: 'web' | 'worker', began: (url: string) => void) => {
    let port = '0'
    while (!until.over) {
      // It may start while the database is away, and then says so and ends: like a supervisor, we try again.
      const program = await run(name, role, port).catch(() => null)
      if (!program) {
        await setTimeout(200)
        continue
      }
      began(program.url)
      port = new URL(program.url).port
      await taken(1)
      await setTimeout(dice.int(0, 1500))
      if (until.over) return
      program.child.kill('SIGKILL')
      await program.ended
      kills = { ...kills, [role]: kills[role] + 1 }
    }
  }
  const dying = async () => {
    while (!until.over) {
      await taken(5)
      await setTimeout(dice.int(0, 3000))
      if (until.over) return
      await server.kill()
      kills = { ...kills, database: kills.database + 1 }
      await setTimeout(dice.int(0, 300))
      await server.start()
    }
  }
  const first = await Promise.all([run('a', 'web', '0'), run('b', 'web', '0')])
  for (const [i, { url }] of first.entries()) urls[i] = url
  const workers = [
    ...Array.from({ length: 4 }, () => client(urls, until, dice)),
    ...Array.from({ length: 2 }, () => ombudsman(urls, until, dice)),
  ]
  for (const program of first) {
    program.child.kill('SIGKILL')
    await program.ended
  }
  const victims = [
    suffering('a', 'web', (url) => (urls[0] = url)),
    suffering('b', 'web', (url) => (urls[1] = url)),
    suffering('w', 'worker', () => {}),
    dying(),
  ]
  while (total() < ROUNDS && !signal.aborted) await setTimeout(100)
  until.over = true
  await Promise.all([...victims, ...workers])
  for (const program of alive) program.child.kill('SIGKILL')
  await Promise.all([...alive].map(({ ended }) => ended))

  const { url } = await run('a', 'all', '0')
  for (const key of [...unanswered]) {
    const { accepted: taken } = await submit(url, key)
    expect(taken).not.toBeNull()
    accepted.set(key, taken!)
  }
  expect(total()).toBeGreaterThanOrEqual(ROUNDS)
  expect(accepted.size).toBeGreaterThan(ROUNDS / 4)
  // A process that is gone answers nothing; one whose database is gone says so. Nothing else is ever answered.
  expect([...statuses.keys()].filter((status) => ![0, 201, 503].includes(status))).toEqual([])
  for (const one of accepted.values()) expect(await isThere(url, one)).toBe(true)
  expect(new Set([...accepted.values()].map(({ caseNumber }) => caseNumber)).size).toBe(accepted.size)

  const sent = await noticesSentAt(server.url)
  const came = new Map<string, number>()
  for (const { id } of mail.taken) came.set(id, (came.get(id) ?? 0) + 1)
  expect([...came.keys()].sort()).toEqual(sent.map((row) => row.message_id).sort())
  for (const { message_id, attempts } of sent) expect(came.get(message_id)).toBeLessThanOrEqual(attempts)
  const repeats = mail.taken.length - sent.length
  // Four letters may be under way when a worker dies, or the database under it.
  expect(repeats).toBeLessThanOrEqual(4 * (kills.worker + kills.database))

  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  try {
    const count = async (sql: string) => Number((await owner.query(sql)).rows[0].n)
    expect(await count('select count(*) as n from "case"')).toBe(accepted.size)
    expect(await count('select count(*) as n from note')).toBeGreaterThanOrEqual(notes.length)
    expect(await count(`select count(*) as n from message where sender = 'client'`)).toBeGreaterThanOrEqual(
      accepted.size + messages.length,
    )
    // No case is stuck: each open one with a time to come has its job, and no job is held by the dead.
    expect(
      await count(`select count(*) as n from graphile_worker._private_jobs j
        where j.locked_at is not null and j.locked_at < now() - interval '1 minute'`),
    ).toBe(0)
  } finally {
    await owner.end()
  }
  const read = await fetch(`${url}/desk/search`, { redirect: 'manual', headers: { Cookie: cookie } })
  expect(read.status).toBe(200)
  await read.body?.cancel()
  for (const program of [...alive]) {
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  }
  const verify = start(['audit-verify', '--json'], { ...env, DATA_DIR: join(folder, 'verify') })
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
  console.log(
    `${total()} kills (${kills.web} web, ${kills.worker} worker, ${kills.database} database): ${accepted.size} cases, ` +
      `${messages.length} messages, ${notes.length} notes acknowledged, ${sent.length} notices, ${repeats} repeated with their own Message-ID`,
  )
}, 900_000)
