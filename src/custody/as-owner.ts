import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { AuditRecord } from './audit-events.ts'
import { NO_OFFICE } from './transaction.ts'

/**
 * Records what is done to the installation as a whole, in the chain that belongs to no office. For the owner's own
 * transactions, which no office's transaction can be part of; linked by the database at their commit like any other.
 */
export async function recordAsOwner(client: pg.ClientBase, at: Date, record: AuditRecord): Promise<void> {
  await client.query('insert into app.audit_pending (organisation, entries) values ($1, $2)', [
    NO_OFFICE,
    JSON.stringify([{ at, actorKind: 'system', actorId: null, ...record }]),
  ])
}

/** One transaction on the owner's connection. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/**
 * Takes the lock of an undertaking that only one may be at, for as long as the connection lives. The connection of a
 * program that was killed a moment ago may still be there: it gets a while to go.
 * @returns whether the turn is ours
 */
export async function takeTurn(client: pg.ClientBase, lock: number, patience = 5000): Promise<boolean> {
  for (let waited = 0; ; waited += 200) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0]!.mine || waited >= patience) return rows[0]!.mine
    await setTimeout(200)
  }
}

/** What went wrong outside the program, in one word; null: something else. */
export function outsideTrouble(error: unknown): 'lost-connection' | 'no-space' | null {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  // 53100: PostgreSQL itself has no room.
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return 'no-space'
  if (/^(08|57P)|^ECONN|^EPIPE$/.test(code) || /Connection terminated|not queryable/.test(message))
    return 'lost-connection'
  return null
}
