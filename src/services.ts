import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import { provisionOffices } from './cases/index.ts'
import type { Config } from './config.ts'
import { type Keyring, openKeyring } from './custody/keys.ts'
import type { House } from './custody/transaction.ts'
import { type Database, openDatabase } from './database/client.ts'
import { fileSystemFailure, openServer, type Server } from './database/embedded/index.ts'
import { createMailTransport, type MailTransport } from './notices/index.ts'

/** The house with everything wired: the only place where it is. */
export interface Services {
  config: Config
  house: House
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
  const keys = openKeys(config, dataDir)
  const server = config.databaseUrl ? null : await openServer({ dataDir, log, mode })
  try {
    const database = await openDatabase({
      ownerUrl: config.databaseUrl ?? urlOf(server!),
      appPassword: keys.derive('app-role').toString('hex'),
      log,
    })
    await provisionOffices(database.owner, config.organisations)
    await keepKey(database, keys)
    const transport = config.smtpUrl ? createMailTransport(config.smtpUrl, senderOf(config)) : null
    return {
      config,
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
      },
      async close() {
        transport?.close()
        // A pool that waits for a server that is gone must not keep us from stopping.
        await Promise.race([database.close().catch(() => {}), setTimeout(5000, undefined, { ref: false })])
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

function openKeys(config: Config, dataDir: string): Keyring {
  try {
    return openKeyring({ masterKey: config.masterKey, dataDir })
  } catch (error) {
    throw fileSystemFailure(error, dataDir)
  }
}

function makeFolder(dataDir: string): void {
  try {
    // Where the folder above is there, only the folder itself is made: Node tries without end on a path that cannot be.
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: !existsSync(dirname(dataDir)), mode: 0o700 })
  } catch (error) {
    throw fileSystemFailure(error, dataDir)
  }
}

function urlOf({ connection }: Server): string {
  const { host, port, user, password } = connection
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/postgres`
}

const senderOf = (config: Config): string =>
  config.mailFrom ?? `asiavastaava@${new URL(config.publicUrl ?? 'http://localhost').hostname}`

/** The database belongs to the key it was made with; another key would make everything sealed unreadable. */
async function keepKey(database: Database, keys: Keyring): Promise<void> {
  const { rows } = await database.owner.query<{ key_id: string }>(
    `with made as (insert into app.installation (key_id) values ($1) on conflict do nothing returning key_id)
     select key_id from made union all select key_id from app.installation limit 1`,
    [keys.id],
  )
  if (rows[0]?.key_id !== keys.id)
    throw new WrongKey(
      'MASTER_KEY is not the key this database was sealed with: set the right one, or restore keys/master.key of the data directory.',
    )
}

/** The master key does not belong to the database. */
export class WrongKey extends Error {}
