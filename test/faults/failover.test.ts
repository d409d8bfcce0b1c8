import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { movingAddress, type OwnServer, ownServer, standbyOf } from './cluster.ts'
import { mailServer } from './mail-server.ts'
import { noticesSentAt } from './notices-sent.ts'
import { type DataDir, dataDirectory, isThere, type Program, serve, start, submit } from './program.ts'

let primary: OwnServer
let standby: OwnServer
let address: Awaited<ReturnType<typeof movingAddress>>
let mail: Awaited<ReturnType<typeof mailServer>>
let data: DataDir
let program: (Program & { url: string }) | undefined

beforeAll(async () => {
  primary = await ownServer({
    synchronous_standby_names: 'standby',
    synchronous_commit: 'on',
    wal_level: 'replica',
  })
  standby = await standbyOf(primary, 'standby')
  await primary.start()
  await standby.start()
  address = await movingAddress(primary.port)
  mail = await mailServer()
  data = dataDirectory()
})
afterAll(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await address?.close()
  await standby?.remove()
  await primary?.remove()
  await mail?.stop()
  await data?.remove()
})

it('goes on with the second server when the first dies, and nothing acknowledged is lost', async () => {
  const env = {
    DATA_DIR: data.path,
    MASTER_KEY: 'ab'.repeat(32),
    DATABASE_URL: `postgresql://asiavastaava:${primary.cluster.password}@127.0.0.1:${address.port}/postgres`,
    SMTP_URL: mail.url,
    MAIL_FROM: 'toimisto@example.org',
  }
  program = await serve(env)
  const { url } = program
  const answers: Awaited<ReturnType<typeof submit>>[] = []
  let over = false
  const accepted = () => answers.filter(({ status }) => status === 201).length
  const senders = Array.from({ length: 4 }, async () => {
    while (!over) {
      const answer = await submit(url)
      answers.push(answer)
      if (answer.status !== 201) await setTimeout(100)
    }
  })
  const more = async (count: number) => {
    const until = accepted() + count
    while (accepted() < until) await setTimeout(20)
  }
  await more(20)
  await primary.kill()
  await setTimeout(300)
  const second = new pg.Client({ connectionString: standby.url })
  await second.connect()
  await second.query('select pg_promote(true, 60)')
  address.moveTo(standby.port)
  await more(20)
  over = true
  await Promise.all(senders)

  // Whoever got no yes was told to come back, or heard nothing; nobody was told anything else.
  expect(answers.filter(({ status }) => ![0, 201, 503].includes(status))).toEqual([])
  for (const { accepted: one } of answers) if (one) expect(await isThere(url, one)).toBe(true)
  for (const { key, accepted: one } of answers)
    if (!one) expect((await submit(url, key)).accepted).not.toBeNull()
  const { rows } = await second.query('select count(*)::int as n from "case"')
  expect(rows[0].n).toBe(answers.length)

  const notices = await noticesSentAt(standby.url)
  const came = mail.taken.map(({ id }) => id)
  expect(new Set(came)).toEqual(new Set(notices.map(({ message_id }) => message_id)))
  // A letter under way when the first server died may come again, under its own Message-ID; four can be.
  expect(came.length - notices.length).toBeLessThanOrEqual(4)
  await second.end()
  program.child.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  const verify = start(['audit-verify', '--json'], { ...env, DATABASE_URL: standby.url })
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
})
