import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import { homeOf, OWNER, openCluster, passwordOf } from './cluster.ts'
import { AlreadyServed, fileSystemFailure, ServerFailed } from './errors.ts'
import { type Lock, tryLock } from './lock.ts'
import { findPostmaster } from './postmaster.ts'
import { runServer } from './run-server.ts'

export { fileSystemFailure } from './errors.ts'

export interface Server {
  connection: { host: string; port: number; user: string; password: string }
  stop(): Promise<void>
}

interface Options {
  dataDir: string
  log: Logger
  /** `serve` owns the data directory; `join` uses the server that runs there, or starts and stops one itself. */
  mode: 'serve' | 'join'
}

/** A serve waits so long for a command that has the data directory; a command for a server that is starting. */
const PATIENCE = 150_000

/**
 * PostgreSQL of the data directory. Who runs it holds the lock `owner`; who uses it holds a share of the lock `users`,
 * and it is not stopped before the last of those has let go.
 * @throws AlreadyServed, ServerFailed: one line for the person who started us
 */
export async function openServer({ dataDir: given, log, mode }: Options): Promise<Server> {
  const dataDir = resolve(given)
  const home = homeOf(dataDir)
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((error) => {
    throw fileSystemFailure(error, dataDir)
  })
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const owner = await tryLock(join(home, 'owner.lock'), 'exclusive').catch((error) => {
      throw fileSystemFailure(error, dataDir)
    })
    if (owner) return own(dataDir, log, mode, owner)
    if (mode === 'join') {
      const joined = await useRunning(home)
      if (joined) return joined
    } else if ((await holderOf(home)) === 'serve') throw new AlreadyServed(dataDir)
    await setTimeout(100)
  }
  throw new ServerFailed(
    `Another program holds the data directory ${dataDir} and its PostgreSQL does not answer.`,
  )
}

/** Whether another program serves this data directory at this moment. */
export async function isServed(dataDir: string): Promise<boolean> {
  const home = homeOf(resolve(dataDir))
  if ((await holderOf(home)) !== 'serve') return false
  const lock = await tryLock(join(home, 'owner.lock'), 'exclusive').catch(() => null)
  lock?.release()
  return lock === null
}

const holderOf = (home: string) => readFile(join(home, 'holder'), 'utf8').catch(() => '')

async function own(dataDir: string, log: Logger, mode: Options['mode'], lock: Lock): Promise<Server> {
  const home = homeOf(dataDir)
  try {
    await writeFile(join(home, 'holder'), mode, { mode: 0o600 })
    const cluster = await openCluster(dataDir)
    const running = await runServer(cluster, log)
    return {
      connection: connection(running.port, cluster.password),
      async stop() {
        const users = await noUsers(home)
        await running.stop()
        users?.release()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw fileSystemFailure(error, dataDir)
  }
}

/** Commands that use our server get a while to end; the one who serves does not wait for ever. */
async function noUsers(home: string): Promise<Lock | null> {
  for (let waited = 0; waited < 20_000; waited += 100) {
    const users = await tryLock(join(home, 'users.lock'), 'exclusive')
    if (users) return users
    await setTimeout(100)
  }
  return null
}

async function useRunning(home: string): Promise<Server | null> {
  const share = await tryLock(join(home, 'users.lock'), 'shared')
  if (!share) return null
  const postmaster = await findPostmaster(join(home, 'cluster')).catch(() => null)
  if (!postmaster?.ready) {
    share.release()
    return null
  }
  return {
    connection: connection(postmaster.port, await passwordOf(home)),
    async stop() {
      share.release()
    },
  }
}

const connection = (port: number, password: string) => ({ host: '127.0.0.1', port, user: OWNER, password })
