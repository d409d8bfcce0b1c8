import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, mailServer } from './mail-server.ts'
import { type DataDir, dataDirectory, ownerUrl, type Program, serve, submit } from './program.ts'

let data: DataDir
let program: (Program & { url: string }) | undefined
let mail: MailServer | undefined
let owner: pg.Client | undefined
beforeEach(() => {
  data = dataDirectory()
})
afterEach(async () => {
  await owner?.end()
  program?.child.kill('SIGKILL')
  await program?.ended
  await mail?.stop()
  await data.remove()
})

/** A server that takes connections and says nothing, until it goes away. */
async function silentServer(port: number) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    callers: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

it('keeps every notice while the mail server refuses, is silent or says later, and sends each once when it is back', async () => {
  // A port where nothing listens now.
  const { port, stop } = await silentServer(0)
  await stop()
  program = await serve({
    DATA_DIR: data.path,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'toimisto@example.org',
  })
  const { url } = program
  const database = new pg.Client({ connectionString: ownerUrl(data) })
  owner = database
  await database.connect()
  const sent: string[] = []
  const takeIn = async (cases: number) => {
    const answers = await Promise.all(Array.from({ length: cases }, () => submit(url)))
    expect(answers.map(({ status }) => status)).toEqual(Array(cases).fill(201))
    sent.push(...answers.map(({ key }) => key))
  }
  const notices = async () =>
    (
      await database.query<{ state: string; attempts: number; answer: string | null; minutes: number }>(
        `select state, attempts, last_answer as answer,
           round(extract(epoch from next_attempt_at - now()) / 60)::int as minutes from notice`,
      )
    ).rows
  /** The next try is hours away after a while: its time is moved, not waited for. */
  const due = async () => {
    await database.query(`update notice set next_attempt_at = now() where state = 'planned'`)
    await database.query(`update graphile_worker._private_jobs set run_at = now() where key like 'notice:%'`)
  }
  /** Waits until every notice was tried and put off with such an answer. */
  const allPutOff = async (answer: RegExp) => {
    while ((await notices()).some((one) => one.state !== 'planned' || !answer.test(one.answer ?? '')))
      await setTimeout(50)
    expect(await notices()).toHaveLength(sent.length)
  }

  await takeIn(6)
  await allPutOff(/ECONNREFUSED/)
  await due()
  while ((await notices()).some(({ attempts, state }) => attempts < 2 || state !== 'planned'))
    await setTimeout(50)
  // The second time it waits longer than the first.
  for (const { minutes } of await notices()) expect([3, 4]).toContain(minutes)

  const silent = await silentServer(port)
  await due()
  while (silent.callers() < 4) await setTimeout(50)
  // Nobody is turned away while all hands hang at the mail server.
  await takeIn(2)
  await silent.stop()
  await allPutOff(/ESOCKET|ECONNRESET|ECONNECTION|ECONNREFUSED/)

  mail = await mailServer(port)
  mail.refuseForNow()
  await due()
  await allPutOff(/^451/)
  expect(mail.taken).toEqual([])
  await mail.stop()

  mail = await mailServer(port)
  await due()
  while ((await notices()).some(({ state }) => state !== 'sent')) await setTimeout(50)
  expect(mail.taken.map(({ to }) => to).sort()).toEqual(sent.map((key) => `${key}@example.org`).sort())
  expect(new Set(mail.taken.map(({ id }) => id)).size).toBe(sent.length)
})
