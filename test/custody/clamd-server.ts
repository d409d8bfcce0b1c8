import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clamd } from '../../src/custody/files/clamd.ts'

/** Words that the test signature takes for malware; harmless, and known to no other scanner. */
export const BAD_WORDS = 'ASIAVASTAAVA-KOE-HAITTAOHJELMA-1'
export const LATER_WORDS = 'ASIAVASTAAVA-KOE-HAITTAOHJELMA-2'

const PROGRAM = process.env.CLAMD ?? '/usr/sbin/clamd'
/** On a machine without clamd its tests are passed over; where everything must be tried they fail instead. */
export const hasClamd =
  existsSync(PROGRAM) || process.env.CI === 'true' || process.env.REQUIRE_CLAMD === 'yes'

export interface ClamdServer {
  host: string
  port: number
  /** Adds a signature, and has the server read it. */
  learn(name: string, words: string): Promise<void>
  stop(): Promise<void>
}

const signature = (name: string, words: string) => `${name}:0:*:${Buffer.from(words).toString('hex')}\n`

/** A real clamd on loopback with a signature of our own and no other. */
export async function startClamd(): Promise<ClamdServer> {
  const folder = await mkdtemp(join(tmpdir(), 'av-clamd-'))
  const signatures = join(folder, 'signatures')
  await mkdir(signatures)
  for (const path of [folder, signatures]) await chmod(path, 0o755)
  let known = signature('Test.Own', BAD_WORDS)
  const write = () => writeFile(join(signatures, 'test.ndb'), known)
  await write()
  const port = await freePort()
  const config = join(folder, 'clamd.conf')
  await writeFile(
    config,
    [
      `DatabaseDirectory ${signatures}`,
      `TemporaryDirectory ${folder}`,
      'TCPAddr 127.0.0.1',
      `TCPSocket ${port}`,
      'Foreground yes',
      'StreamMaxLength 20M',
      'MaxThreads 4',
      'SelfCheck 3600',
      ...(process.getuid?.() === 0 ? ['User root'] : []),
      '',
    ].join('\n'),
  )
  const child = spawn(PROGRAM, ['-c', config], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
  const host = '127.0.0.1'
  const stop = async () => {
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answers(host, port, child, () => said)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    host,
    port,
    stop,
    async learn(name, words) {
      known += signature(name, words)
      await write()
      child.kill('SIGUSR2')
      // It says nothing when it has read them: until the new one is found, it has not.
      for (let tries = 0; tries < 300; tries++) {
        const found = await clamd(host, port).scan(
          (async function* () {
            yield Buffer.from(words)
          })(),
        )
        if (found) return
        await setTimeout(100)
      }
      throw new Error(`clamd did not read its signatures: ${said}`)
    },
  }
}

async function answers(host: string, port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`clamd ended: ${said()}`)
    const up = await clamd(host, port, { connect: 500 })
      .version()
      .catch(() => null)
    if (up) return
    await setTimeout(100)
  }
  throw new Error(`clamd does not answer: ${said()}`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
