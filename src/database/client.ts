import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Logger } from 'pino'
import { Prisma, PrismaClient } from './generated/client.ts'
import { migrate } from './migrate.ts'
import { OfficeConnection } from './office-connection.ts'
import { statementNames } from './statement-names.ts'

export type Sql = Prisma.TransactionClient
export { Prisma, PrismaClient }

/** PostgreSQL cannot be reached or used as it is: one line that says what to do. */
export class DatabaseError extends Error {}

export interface Database {
  /** The application's own connection pool: a role that owns nothing, under row-level security. */
  prisma: PrismaClient
  /** The owner's pool: migrations, jobs' own bookkeeping, audit-verify, backup. Never a request. */
  owner: pg.Pool
  name: string
  close(): Promise<void>
}

/**
 * Brings the database at `ownerUrl` up to date and opens it for the application.
 * `appPassword` is derived from the installation's secret, so every process of one installation knows it; given as a
 * function, it is asked for once the database is up to date. `before` may refuse before anything is written.
 */
export async function openDatabase(options: {
  ownerUrl: string
  appPassword: string | ((owner: pg.Pool) => Promise<string>)
  before?: (owner: pg.Pool) => Promise<void>
  log: Logger
  connections?: number
}): Promise<Database> {
  const owner = openOwner(options.ownerUrl, options.log)
  try {
    const name = await preflight(owner)
    await options.before?.(owner)
    await migrate(owner, options.log)
    const password =
      typeof options.appPassword === 'string' ? options.appPassword : await options.appPassword(owner)
    const login = `${name}_app`.slice(0, 63)
    await ensureLogin(owner, login, password)
    const url = new URL(options.ownerUrl)
    url.username = encodeURIComponent(login)
    url.password = encodeURIComponent(password)
    const pool = new pg.Pool({
      connectionString: url.toString(),
      max: options.connections ?? 16,
      application_name: 'asiavastaava',
      Client: OfficeConnection,
    })
    hearErrors(pool, options.log)
    const adapter = new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: statementNames('s'),
    })
    const prisma = new PrismaClient({ adapter })
    return {
      prisma,
      owner,
      name,
      async close() {
        await prisma.$disconnect()
        await owner.end()
      },
    }
  } catch (error) {
    await owner.end().catch(() => {})
    throw error
  }
}

/** The owner's connections alone, to a database that need not have any tables yet. */
export function openOwner(ownerUrl: string, log: Logger): pg.Pool {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 9, application_name: 'asiavastaava-owner' })
  hearErrors(owner, log)
  return owner
}

/** A connection that breaks is told in the log and replaced by the pool; it never ends the program. */
function hearErrors(pool: pg.Pool, log: Logger): void {
  const told = (error: Error) =>
    log.warn({ code: (error as { code?: string }).code }, 'database connection lost')
  pool.on('error', told)
  pool.on('connect', (client) => void client.on('error', told))
}

/** Whether the server can be used at all. @returns the database's name. @throws DatabaseError */
export async function preflight(owner: pg.Pool): Promise<string> {
  try {
    const { rows } = await owner.query<{ name: string; version: number; encoding: string }>(
      `select current_database() as name, current_setting('server_version_num')::int as version,
              current_setting('server_encoding') as encoding`,
    )
    const row = rows[0]!
    if (row.version < 150000)
      throw new DatabaseError(
        `DATABASE_URL points to PostgreSQL ${Math.floor(row.version / 10000)}; version 15 or newer is needed.`,
      )
    if (row.encoding !== 'UTF8')
      throw new DatabaseError(`DATABASE_URL points to a database in ${row.encoding}; it must be in UTF8.`)
    return row.name
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    const reason = error instanceof Error && error.message ? error.message : (error as { code?: string }).code
    throw new DatabaseError(
      `DATABASE_URL: PostgreSQL does not answer (${reason}). Check the address, user and password.`,
    )
  }
}

async function ensureLogin(owner: pg.Pool, login: string, password: string): Promise<void> {
  const quoted = `"${login.replaceAll('"', '""')}"`
  const secret = `'${password.replaceAll("'", "''")}'`
  const client = await owner.connect()
  try {
    // Processes that start together take turns; roles belong to the whole server.
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('asiavastaava login'))`)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [login])
    await client.query(`${rowCount ? 'alter' : 'create'} role ${quoted} login password ${secret}`)
    await client.query(`grant asiavastaava_app to ${quoted}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new DatabaseError(
      `DATABASE_URL: its user must be allowed to create roles (CREATEROLE), so that the application can work under a role that owns nothing (${(error as Error).message}).`,
    )
  } finally {
    client.release()
  }
}
