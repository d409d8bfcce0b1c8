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
