import type { Logger } from 'pino'
import type { Prisma, PrismaClient, Sql } from '../database/client.ts'
import { inScope, inTransaction, type OfficeScope } from '../database/office-connection.ts'
import type { TaskName } from '../database/tasks.ts'
import {
  type PlannedJob,
  type RowBuffer,
  type RowModel,
  type Rows,
  writeRows,
} from '../database/write-rows.ts'
import type { AuditRecord } from './audit-events.ts'
import type { Scanner } from './files/clamd.ts'
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
  /** looks for malware in files; without one scanning is off */
  scanner?: Scanner | null
}

/** One transaction for one office. Everything a change brings about is written through it. */
export interface OfficeTransaction {
  organisation: string
  sql: Sql
  /** A statement on the same transaction that takes the short way, past the ORM, and is kept prepared. */
  ask<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  keys: Keyring
  actor: Actor
  now: Date
  house: House
  /** Written with all the others in one statement at the end, or at `flush`. */
  insert<M extends RowModel>(model: M, row: Rows[M]): void
  /** Recorded in the office's chain when the transaction commits, in the order of the calls. */
  audit(record: AuditRecord): void
  /** A job planned with the change; `key` replaces an earlier one of that key. Attempts: 25 unless told. */
  planJob(task: TaskName, payload: Record<string, unknown>, options?: JobOptions): void
  /** Removes a planned job; comes before jobs planned in the same transaction. */
  cancelJob(key: string): void
  /** Writes what has been inserted and planned so far, for those who want to read it back. */
  flush(): Promise<void>
}

export interface JobOptions {
  at?: Date
  key?: string
  attempts?: number
}

/**
 * Runs `work` in one transaction as `actor` for `organisation`: sets the tenant for row-level security,
 * writes what was inserted, planned and recorded; the database links the audit entries into the office's chain
 * at the commit, so that the chain's lock is held no longer. All or nothing; on an error nothing of it remains.
 */
export async function inOffice<T>(
  house: House,
  organisation: string,
  actor: Actor,
  work: (t: OfficeTransaction) => Promise<T>,
  options: { timeout?: number; isolation?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> {
  const scope: OfficeScope = { organisation, staff: actor.kind === 'staff' ? actor.id : undefined }
  const transaction = async (sql: Sql) => {
    const now = house.now()
    let records: AuditRecord[] = []
    let rows: RowBuffer = {}
    let jobs: PlannedJob[] = []
    let cancelled: string[] = []
    const flush = async () => {
      const written = { rows, jobs, cancelled, audit: auditEntries(actor, now, records) }
      rows = {}
      jobs = []
      cancelled = []
      records = []
      await writeRows(scope, written)
    }
    const result = await work({
      organisation,
      sql,
      ask: (text, values = []) => inTransaction(scope, text, values),
      keys: house.keys,
      actor,
      now,
      house,
      insert(model, row) {
        const list = (rows[model] ?? []) as (typeof row)[]
        list.push(row)
        rows = { ...rows, [model]: list }
      },
      audit: (record) => void records.push(record),
      planJob(task, payload, { at, key, attempts } = {}) {
        jobs.push({ task, payload, runAt: at ?? now, key: key ?? null, attempts: attempts ?? 25 })
      },
      cancelJob: (key) => void cancelled.push(key),
      flush,
    })
    await flush()
    return result
  }
  const { timeout = 30_000, isolation: isolationLevel } = options
  return inScope(scope, () =>
    house.prisma.$transaction(transaction, { maxWait: 20_000, timeout, isolationLevel }),
  )
}

const auditEntries = (actor: Actor, at: Date, records: AuditRecord[]) =>
  records.map((record) => ({
    at,
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    ...record,
  }))

const whole = new WeakSet<OfficeTransaction>()

/** Whether the work at hand is one of the whole office, not of the person who began it. */
export const forWholeOffice = (t: OfficeTransaction): boolean => whole.has(t)

/**
 * Works on all cases of the office, those included that are locked for the person who acts: a changed rule moves every
 * clock, published figures count every case, whoever leaves leaves nothing behind. What it finds is not shown to the person.
 */
export async function wholeOffice<T>(t: OfficeTransaction, work: () => Promise<T>): Promise<T> {
  if (t.actor.kind !== 'staff' || whole.has(t)) return work()
  whole.add(t)
  try {
    await t.ask(`select set_config('app.staff', '', true)`)
    const result = await work()
    await t.flush()
    await t.ask(`select set_config('app.staff', $1, true)`, [t.actor.id])
    return result
  } finally {
    whole.delete(t)
  }
}

/** The chain for what belongs to no office: unknown accounts, the first link, starts. */
export const NO_OFFICE = '--'
