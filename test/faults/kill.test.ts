import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Random, seeded } from '../../src/demo/random.ts'
import { type MailServer, mailServer } from './mail-server.ts'
import { allNoticesSent } from './notices-sent.ts'
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
  write,
} from './program.ts'

const ROUNDS = 8
const SENDERS = 6
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

let data: DataDir
let mail: MailServer
let running: (Program & { url: string }) | undefined
beforeAll(async () => {
  data = dataDirectory()
  mail = await mailServer()
})
afterAll(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  await data.remove()
  await mail.stop()
})

/** What was acknowledged, and what was asked for without an answer. */
const accepted = new Map<string, Accepted>()
const unanswered = new Set<string>()
const written: { to: Accepted; text: string }[] = []

/** Sends complaints, and to some of them a message, until told to stop. */
async function send(url: string, until: { over: boolean }, dice: Random): Promise<void> {
  while (!until.over) {
    // Whoever got no answer sends the same again.
    const [again] = unanswered
    if (again) unanswered.delete(again)
    const { key, accepted: taken } = await submit(url, again ?? randomUUID())
    if (!taken) {
      unanswered.add(key)
      await setTimeout(50)
      continue
    }
    accepted.set(key, taken)
    const text = `lisätieto ${key}`
    if (dice.chance(0.3) && (await write(url, taken, text)) === 201) written.push({ to: taken, text })
  }
}

it(`loses nothing it acknowledged and repeats nothing over ${ROUNDS} kills under load (seed ${seed})`, async ({
  signal,
}) => {
  const dice = seeded(seed)
  const env = { DATA_DIR: data.path, SMTP_URL: mail.url, MAIL_FROM: 'toimisto@example.org' }
  let killedPrograms = 0
  for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
    running = await serve(env)
    const until = { over: false }
    const senders = Array.from({ length: SENDERS }, () => send(running!.url, until, dice))
    // Under load: the first moment is any moment after the first yes of this round.
    const before = accepted.size
    while (accepted.size === before) await setTimeout(5)
    await setTimeout(dice.int(0, 2500))
    // Mostly the program, every fifth time PostgreSQL as well, every seventh PostgreSQL first.
    if (round % 7 === 6) {
      process.kill(data.postmaster(), 'SIGKILL')
      await setTimeout(dice.int(0, 300))
    } else if (round % 5 === 4) process.kill(data.postmaster(), 'SIGKILL')
    running.child.kill('SIGKILL')
    killedPrograms++
    until.over = true
    await Promise.all([running.ended, ...senders])
  }
  running = await serve(env)
  for (const key of [...unanswered]) {
    const { accepted: taken } = await submit(running.url, key)
    expect(taken).not.toBe(null)
    accepted.set(key, taken!)
  }

  // Every acknowledged case opens with its number and receipt, and none was taken in twice.
  for (const one of accepted.values()) expect(await isThere(running.url, one)).toBe(true)
  for (const [key, { caseNumber, receipt }] of [...accepted].slice(0, 20))
    expect((await submit(running.url, key)).accepted).toMatchObject({ caseNumber, receipt })
  expect(new Set([...accepted.values()].map(({ caseNumber }) => caseNumber)).size).toBe(accepted.size)
  const owner = new pg.Client({ connectionString: ownerUrl(data) })
  await owner.connect()
  try {
    const count = async (sql: string) => Number((await owner.query(sql)).rows[0].n)
    expect(await count('select count(*) as n from "case"')).toBe(accepted.size)
    expect(await count(`select count(*) as n from message where sender = 'client'`)).toBeGreaterThanOrEqual(
      accepted.size + written.length,
    )

    const rows = await allNoticesSent(data)

    // Each notice came; a second time only when an attempt was broken off, and then under its one Message-ID.
    const came = new Map<string, number>()
    for (const { id } of mail.taken) came.set(id, (came.get(id) ?? 0) + 1)
    expect([...came.keys()].sort()).toEqual(rows.map((row) => row.message_id).sort())
    for (const { message_id, attempts } of rows) expect(came.get(message_id)).toBeLessThanOrEqual(attempts)
    const repeats = mail.taken.length - rows.length
    console.log(
      `${accepted.size} cases and ${written.length} messages acknowledged over ${killedPrograms} kills, ` +
        `${rows.length} notices, ${repeats} repeated with their own Message-ID`,
    )
    // Four letters may be under way when the program dies.
    expect(repeats).toBeLessThanOrEqual(4 * killedPrograms)
  } finally {
    await owner.end()
  }
  running.child.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  const verify = start(['audit-verify', '--json'], { DATA_DIR: data.path })
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
}, 900_000)
