import type { CaseAction } from '../../access/index.ts'
import { openDataKey } from '../../custody/data-key.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case, Clock } from '../../database/generated/client.ts'
import { passGate } from '../gate.ts'
import { Refusal } from '../refusal.ts'
import { openPerson, type PersonParts } from '../sealed-parts.ts'

/** A case while an event is applied to it: locked, with what the effects change. */
export interface CaseAtWork {
  row: Case
  clocks: Clock[]
  /** the case's own key; opened only when something is sealed or read */
  key(): Promise<Buffer>
  person(): Promise<PersonParts>
  /** the message the event put into the thread */
  messageId?: string
  /** the contact the event tells of has its row already */
  contactCounted?: boolean
  /** columns to write back */
  change: Partial<Pick<Case, 'handlerId' | 'outcome' | 'closedAt' | 'urgent' | 'unread'>>
}

/**
 * Locks the case's row until the end of the transaction, for somebody who may do `action` to it.
 * Throws Refusal "not-found", "not-yours".
 */
export async function lockCase(
  t: OfficeTransaction,
  caseId: string,
  action: CaseAction = 'case.work',
): Promise<CaseAtWork> {
  await t.sql.$queryRaw`select 1 as locked from "case" where id = ${caseId}::uuid for update`
  const row = await t.sql.case.findUnique({ where: { id: caseId }, include: { clocks: true } })
  if (!row) throw new Refusal('not-found')
  // After the lock: who handles it is then settled.
  await passGate(t, action, caseId)
  const { clocks, ...columns } = row
  return caseAtWork(t, columns, clocks)
}

export function caseAtWork(t: OfficeTransaction, row: Case, clocks: Clock[], known?: Buffer): CaseAtWork {
  let opened = known ? Promise.resolve(known) : undefined
  const key = () => {
    opened ??= openDataKey(t, row.keyId)
    return opened
  }
  return {
    row,
    clocks,
    key,
    person: async () => openPerson(await key(), row.keyId, row.personSealed),
    change: {},
  }
}
