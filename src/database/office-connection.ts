import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { statementNames } from './statement-names.ts'

/** A transaction for one office, from before it begins until it has ended. */
export interface OfficeScope {
  organisation: string
  /** the member of staff it works for: cases locked for that person are hidden by row-level security */
  staff?: string
  /** where it runs; absent before it has begun and from the moment it is being ended */
  connection?: pg.Client
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const nameOf = statementNames('o')
const scopes = new AsyncLocalStorage<OfficeScope>()

/** The next transaction begun within `work` is one for the office of `scope`. */
export function inScope<T>(scope: OfficeScope, work: () => Promise<T>): Promise<T> {
  if (!/^(\d\d|--)$/.test(scope.organisation)) throw new Error('not the code of an office')
  if (scope.staff !== undefined && !UUID.test(scope.staff)) throw new Error('not the id of a member of staff')
  return scopes.run(scope, work)
}

/**
 * A connection that names the office and the person for row-level security in the same breath as it begins a transaction: it can
 * then not be forgotten, and costs no round trip of its own. Also says on which connection the transaction runs, so
 * that what is written together need not take the long way through the ORM.
 */
export class OfficeConnection extends pg.Client {
  #scope?: OfficeScope

  // biome-ignore lint/suspicious/noExplicitAny: the driver's overloads, passed on as they are
  override query(...given: any[]): any {
    const config = given[0] as { text?: string; name?: string; values?: unknown[] }
    if (config?.text === 'BEGIN') {
      const scope = scopes.getStore()
      if (!scope) return Promise.reject(new Error('a transaction outside an office'))
      scope.connection = this
      this.#scope = scope
      given[0] = {
        text: `BEGIN; SET LOCAL app.organisation = '${scope.organisation}'; SET LOCAL app.staff = '${scope.staff ?? ''}'`,
      }
    } else if (this.#scope && (config?.text === 'COMMIT' || config?.text === 'ROLLBACK')) {
      this.#scope.connection = undefined
      this.#scope = undefined
    }
    return (super.query as (...all: unknown[]) => unknown).apply(this, given)
  }
}

/** Carries out a statement in the transaction of `scope`. Throws when it has ended, so that nothing runs outside it. */
export async function inTransaction<Row extends pg.QueryResultRow>(
  scope: OfficeScope,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (!scope.connection) throw Object.assign(new Error('the transaction has ended'), { code: 'P2028' })
  try {
    const { rows } = await scope.connection.query<Row>({ name: nameOf({ sql: text }), text, values })
    return rows
  } catch (error) {
    // The driver gives no code when the server has gone; the ORM's is 08006.
    if ((error as { code?: string }).code) throw error
    throw Object.assign(new Error('connection lost'), { code: '08006', cause: error })
  }
}
