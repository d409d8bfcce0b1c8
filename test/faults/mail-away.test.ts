import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, mailServer } from './mail-server.ts'
import { type DataDir, dataDirectory, ownerUrl, type Program, serve, submit } from './program.ts'

let data: DataDir
let program: (Program & { url: string }) | undefined
let mail: MailServer | undefined
beforeEach(() => {
  data = dataDirectory()
})
afterEach(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended
  await mail?.stop()
  await data.remove()
})

/** A port where nothing listens now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

it('keeps every notice while the mail server is away, and sends each once when it is back', async () => {
  const port = await freePort()
  program = await serve({
    DATA_DIR: data.path,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'toimisto@example.org',
  })
  const sent = await Promise.all(Array.from({ length: 8 }, () => submit(program!.url)))
  expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(201))
  const owner = new pg.Client({ connectionString: ownerUrl(data) })
  await owner.connect()
  try {
    const states = async () =>
      (
        await owner.query<{ state: string; attempts: number; answer: string | null }>(
          'select state, attempts, last_answer as answer from notice',
        )
      ).rows
    while ((await states()).some(({ state, attempts }) => state !== 'planned' || attempts !== 1))
      await setTimeout(50)
    for (const { answer } of await states()) expect(answer).toMatch(/ECONNREFUSED/)
    // Nobody is turned away meanwhile, and a second try that fails changes nothing but the time of the next.
    await owner.query('update notice set next_attempt_at = now()')
    await owner.query(`update graphile_worker._private_jobs set run_at = now() where key like 'notice:%'`)
    while ((await states()).some(({ state, attempts }) => state !== 'planned' || attempts !== 2))
      await setTimeout(50)
    const waits = await owner.query<{ minutes: number }>(
      `select round(extract(epoch from next_attempt_at - now()) / 60)::int as minutes from notice`,
    )
    for (const { minutes } of waits.rows) expect(minutes).toBe(4)

    mail = await mailServer(port)
    await owner.query('update notice set next_attempt_at = now()')
    await owner.query(`update graphile_worker._private_jobs set run_at = now() where key like 'notice:%'`)
    while ((await states()).some(({ state }) => state !== 'sent')) await setTimeout(50)
    expect(mail.taken.map(({ to }) => to).sort()).toEqual(sent.map(({ key }) => `${key}@example.org`).sort())
    expect(new Set(mail.taken.map(({ id }) => id)).size).toBe(8)
  } finally {
    await owner.end()
  }
})
