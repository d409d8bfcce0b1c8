import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, mailServer } from './mail-server.ts'
import { allNoticesSent } from './notices-sent.ts'
import { type DataDir, dataDirectory, isThere, type Program, serve, start, submit } from './program.ts'

let data: DataDir
let mail: MailServer | undefined
let program: (Program & { url: string }) | undefined
beforeEach(() => {
  data = dataDirectory()
})
afterEach(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await data.remove()
  await mail?.stop()
})

it.each([
  ['is told to restart', 'SIGINT'],
  ['is killed', 'SIGKILL'],
] as const)('goes on by itself when PostgreSQL %s under load', async (_, signal) => {
  mail = await mailServer()
  program = await serve({ DATA_DIR: data.path, SMTP_URL: mail.url, MAIL_FROM: 'toimisto@example.org' })
  const { url } = program
  const answers: Awaited<ReturnType<typeof submit>>[] = []
  let over = false
  const senders = Array.from({ length: 6 }, async () => {
    while (!over) {
      const answer = await submit(url)
      answers.push(answer)
      if (answer.status !== 201) await setTimeout(50)
    }
  })
  const accepted = () => answers.filter(({ status }) => status === 201).length
  const more = async (than: number) => {
    while (accepted() <= than) await setTimeout(20)
  }
  for (let time = 0; time < 3; time++) {
    await more(accepted() + 5)
    process.kill(data.postmaster(), signal)
    // Until it has gone and come back: cases are taken in again.
    await setTimeout(100)
    await more(accepted() + 12)
  }
  over = true
  await Promise.all(senders)

  // While it is away people are told to come back, in words of ours; nothing else is ever answered.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]))
  for (const { accepted: one } of answers) if (one) expect(await isThere(url, one)).toBe(true)
  // Who was told to come back does so with the same key, and has one case.
  for (const { key, status } of answers) if (status === 503) expect((await submit(url, key)).status).toBe(201)
  // The worker goes on as well: every notice leaves.
  const notices = await allNoticesSent(data)
  expect(new Set(mail.taken.map(({ id }) => id))).toEqual(new Set(notices.map((row) => row.message_id)))
  const health = await fetch(`${url}/health/ready`)
  expect(health.status).toBe(200)
  const verify = start(['audit-verify', '--json'], { DATA_DIR: data.path })
  expect(await verify.ended).toBe(0)
  expect(verify.said()).toContain('"ok":true')
})
