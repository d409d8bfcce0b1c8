import type { Logger } from 'pino'
import type { Prisma, PrismaClient, Sql } from '../database/client.ts'
import type { TaskName } from '../database/tasks.ts'
import type { AuditRecord } from './audit-events.ts'
import type { Keyring } from './keys.ts'

/** Who acts. */
export type Actor =
  | { kind: 'staff'; id: string }
  | { kind: 'client' }
  | { kind: 'system' }
  | { kind: 'anonymous' }

/** What every room below the web works with. */
export interface House {
  prisma: PrismaClient
  keys: Keyring
  log: Logger
  /** the time; tests move it */
  now: () => Date
  /** where people reach the service, without a slash at the end */
  publicUrl: string
  /** county codes served here */
  organisations: string[]
}

/** One transaction for one office. Everything a change brings about is written through it. */
export interface OfficeTransaction {
  organisation: string
  sql: Sql
  keys: Keyring
  actor: Actor
  now: Date
  house: House
  /** Recorded in the office's chain when the transaction commits, in the order of the calls. */
  audit(record: AuditRecord): void
  /** A job planned with the change; `key` replaces an earlier one of that key. */
  planJob(
    task: TaskName,
    payload: Record<string, unknown>,
    options?: { at?: Date; key?: string; attempts?: number },
  ): Promise<void>
  cancelJob(key: string): Promise<void>
}

/**
 * Runs `work` in one transaction as `actor` for `organisation`: sets the tenant for row-level security,
 * and appends the audit entries last, so that the chain's lock is held only for the commit.
 * All or nothing; on an error nothing of it remains.
 */
export async function inOffice<T>(
  house: House,
  organisation: string,
  actor: Actor,
  work: (t: OfficeTransaction) => Promise<T>,
  options: { timeout?: number; isolation?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> {
  return house.prisma.$transaction(
    async (sql) => {
      const now = house.now()
      const records: AuditRecord[] = []
      await sql.$executeRaw`select set_config('app.organisation', ${organisation}, true)`
      const result = await work({
        organisation,
        sql,
        keys: house.keys,
        actor,
        now,
        house,
        audit: (record) => void records.push(record),
        async planJob(task, payload, { at, key, attempts } = {}) {
          await sql.$executeRaw`select app.plan_job(${task}, ${JSON.stringify(payload)}::json, ${at ?? now}::timestamptz, ${key ?? null}::text, ${attempts ?? 25}::int)`
        },
        async cancelJob(key) {
          await sql.$executeRaw`select app.cancel_job(${key})`
        },
      })
      if (records.length) await appendAudit(sql, actor, now, records)
      return result
    },
    { maxWait: 20_000, timeout: options.timeout ?? 30_000, isolationLevel: options.isolation },
  )
}

async function appendAudit(sql: Sql, actor: Actor, at: Date, records: AuditRecord[]): Promise<void> {
  const entries = records.map((record) => ({
    at,
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    ...record,
  }))
  await sql.$executeRaw`select app.append_audit(${JSON.stringify(entries)}::jsonb)`
}

/** The chain for what belongs to no office: unknown accounts, the first link, starts. */
export const NO_OFFICE = '--'
