import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import { provisionOffices } from './cases/index.ts'
import type { Config } from './config.ts'
import { checkFinished } from './custody/backup/unfinished.ts'
import { clamd } from './custody/files/clamd.ts'
import { checkKeys, openInstallation } from './custody/installation.ts'
import { type KeySource, openKeySource } from './custody/key-sources.ts'
import { type KeyWatch, watchKeys } from './custody/key-watch.ts'
import type { LiveKeyring } from './custody/keys.ts'
import type { House } from './custody/transaction.ts'
import { type Database, openDatabase } from './database/client.ts'
import { fileSystemFailure, openServer, type Server } from './database/embedded/index.ts'
import { createMailTransport, type MailTransport } from './notices/index.ts'

/** The house with everything wired: the only place where it is. */
export interface Services {
  config: Config
  house: House
  keys: LiveKeyring
  keySource: KeySource
  database: Database
  /** null: mail stays in the outbox */
  transport: MailTransport | null
  /** the sender of every mail */
  mailFrom: string
  close(): Promise<void>
}

/** Structured lines on standard error; what could hold a person's words or address is cut out. */
export const openLog = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      redact: ['*.email', '*.name', '*.phone', '*.text', '*.body', 'req.headers', 'headers'],
    },
    pino.destination({ dest: 2, sync: true }),
  )

/**
 * Opens keys, database (starting the embedded server where none is named) and mail.
 * `serve` owns the data directory; `join` uses the server that runs there, or starts and stops one itself.
 * @throws KeyError, DatabaseError, AlreadyServed, ServerFailed: each one line for the person who started us
 */
export async function openServices(config: Config, log: Logger, mode: 'serve' | 'join'): Promise<Services> {
  const dataDir = resolve(config.dataDir)
  makeFolder(dataDir)
  // Where data are, a key of our own making would not open them.
  const keySource = await openKeys(config, !existsSync(join(dataDir, 'postgres', 'cluster')))
  const server = config.databaseUrl ? null : await openServer({ dataDir, log, mode })
  let watch: KeyWatch | undefined
  try {
    let opened: LiveKeyring | undefined
    const database = await openDatabase({
      ownerUrl: config.databaseUrl ?? urlOf(server!),
      async before(owner) {
        await checkFinished(owner, dataDir)
        await checkKeys(owner, keySource)
      },
      async appPassword(owner) {
        opened = await openInstallation(owner, keySource)
        return opened.derive('app-role').toString('hex')
      },
      log,
    })
    const keys = opened!
    watch = watchKeys(database.owner, keys, log)
    await provisionOffices(database.owner, config.organisations)
    const transport = config.smtpUrl ? createMailTransport(config.smtpUrl, senderOf(config)) : null
    return {
      config,
      keys,
      keySource,
      database,
      transport,
      mailFrom: senderOf(config),
      house: {
        prisma: database.prisma,
        keys,
        log,
        now: () => new Date(),
        publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
        organisations: config.organisations,
        scanner: config.clamd ? clamd(config.clamd.host, config.clamd.port) : null,
      },
      async close() {
        transport?.close()
        await watch?.stop()
        // A pool that waits for a server that is gone must not keep us from stopping.
        await Promise.race([database.close().catch(() => {}), setTimeout(5000, undefined, { ref: false })])
        await server?.stop()
      },
    }
  } catch (error) {
    await watch?.stop()
    await server?.stop()
    throw error
  }
}

/** The place of the master keys. `make`: where none is named and the data directory has none, makes one. */
export async function openKeys(config: Config, make: boolean): Promise<KeySource> {
  const dataDir = resolve(config.dataDir)
  try {
    return await openKeySource({ ...config.keys, dataDir }, make)
  } catch (error) {
    throw fileSystemFailure(error, dataDir)
  }
}

export function makeFolder(dataDir: string): void {
  try {
    // Where the folder above is there, only the folder itself is made: Node tries without end on a path that cannot be.
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: !existsSync(dirname(dataDir)), mode: 0o700 })
  } catch (error) {
    throw fileSystemFailure(error, dataDir)
  }
}

export function urlOf({ connection }: Server): string {
  const { host, port, user, password } = connection
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/postgres`
}

const senderOf = (config: Config): string =>
  config.mailFrom ?? `asiavastaava@${new URL(config.publicUrl ?? 'http://localhost').hostname}`
