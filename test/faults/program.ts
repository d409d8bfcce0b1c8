import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))

export interface Program {
  child: ChildProcess
  /** what it wrote, both streams */
  said(): string
  /** how it ended: the exit code, or the signal */
  ended: Promise<number | string>
}

/** Starts a command of the real program, in a process group of its own. */
export function start(args: string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: project,
    env: {
      ...without(process.env, 'DATABASE_URL'),
      HOST: '127.0.0.1',
      PORT: '0',
      ORGANISATIONS: '08',
      INTAKE_LIMIT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (text += chunk))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { child, said: () => text, ended }
}

const without = (env: NodeJS.ProcessEnv, name: string) => {
  const { [name]: _, ...rest } = env
  return rest
}

/** Serves, and returns when the program says that it is ready. */
export async function serve(env: Record<string, string>): Promise<Program & { url: string }> {
  const program = start(['serve'], env)
  let over = false
  void program.ended.then(() => (over = true))
  for (;;) {
    const url = /is ready: (\S+)/.exec(program.said())?.[1]
    if (url) return { ...program, url: url.replace('localhost', '127.0.0.1') }
    if (over) throw new Error(`the program ended before it was ready: ${program.said()}`)
    await setTimeout(20)
  }
}

export interface Accepted {
  caseNumber: string
  receipt: string
}

/** Sends one complaint with an e-mail address. Returns the answer's status, 0 when none came. */
export async function submit(url: string, key: string = randomUUID()) {
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    signal: AbortSignal.timeout(60_000),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({
      organisation: '08',
      kind: 'complaint',
      language: 'fi',
      municipality: '837',
      contactPerson: 'client',
      text: 'Päätöstä ei ole tullut.',
      contact: { email: `${key}@example.org` },
    }),
  }).catch(() => null)
  if (!answer) return { status: 0, key, accepted: null }
  const body = await answer.json().catch(() => null)
  return { status: answer.status, key, accepted: answer.status === 201 ? (body as Accepted) : null }
}

/** Whether the case is there for the one who has its receipt. */
export async function isThere(url: string, { caseNumber, receipt }: Accepted): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/cases/${caseNumber}`, {
    headers: { Authorization: `Receipt ${receipt}` },
  })
  await answer.body?.cancel()
  return answer.status === 200
}

/** Adds to what was told. Returns the answer's status, 0 when none came. */
export async function write(url: string, { caseNumber, receipt }: Accepted, text: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/cases/${caseNumber}/messages`, {
    method: 'POST',
    signal: AbortSignal.timeout(60_000),
    headers: { 'Content-Type': 'application/json', Authorization: `Receipt ${receipt}` },
    body: JSON.stringify({ text }),
  }).catch(() => null)
  await answer?.body?.cancel().catch(() => {})
  return answer?.status ?? 0
}

/** Where the owner's connections of a running data directory go. */
export function ownerUrl({ path, postmasterFile }: DataDir): string {
  const password = readFileSync(join(path, 'postgres', 'password'), 'utf8').trim()
  const port = postmasterFile().split('\n')[3]
  return `postgresql://asiavastaava:${password}@127.0.0.1:${port}/postgres`
}

export interface DataDir {
  path: string
  /** PostgreSQL's own note of its process and port */
  postmasterFile(): string
  /** the numbers of the PostgreSQL processes that lead this directory's cluster */
  postmaster(): number
  remove(): Promise<void>
}

/** A data directory of its own. Removing it ends what a killed program left running in it. */
export function dataDirectory(within = tmpdir()): DataDir {
  const path = mkdtempSync(join(within, 'asiavastaava-faults-'))
  const postmasterFile = () => {
    const home = join(path, 'postgres')
    const file = readdirSync(home, { recursive: true }).find((name) =>
      String(name).endsWith('postmaster.pid'),
    )
    return readFileSync(join(home, String(file)), 'utf8')
  }
  const postmaster = () => Number(postmasterFile().split('\n')[0])
  return {
    path,
    postmasterFile,
    postmaster,
    async remove() {
      try {
        const left = postmaster()
        process.kill(left, 'SIGINT')
        for (let waited = 0; waited < 20_000; waited += 50) {
          process.kill(left, 0)
          await setTimeout(50)
        }
        process.kill(left, 'SIGQUIT')
      } catch {
        // It has ended, or was stopped in order.
      }
      rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
