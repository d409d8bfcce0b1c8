import type { OfficeTransaction } from '../../custody/transaction.ts'
import { snapshotOf } from '../workflow-of.ts'

/**
 * Where the feedback of a case waits: the same through every door, another one after a reopening. A keyed hash: who has the
 * database and not the key is led to no case by it. Null while the case is open or not there.
 */
export async function feedbackSlot(
  t: OfficeTransaction,
  caseId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await t.sql.case.findUnique({ where: { id: caseId }, select: { tags: true, snapshot: true } })
  if (!row?.tags.includes('ended')) return null
  const { reopened = 0 } = snapshotOf(row).context as { reopened?: number }
  return new Uint8Array(t.keys.mac('feedback-slot', `${caseId} ${reopened}`))
}

/** Whether the client of an ended case has said what the help was like. */
export async function feedbackGiven(t: OfficeTransaction, caseId: string): Promise<boolean> {
  const slot = await feedbackSlot(t, caseId)
  return slot !== null && (await t.sql.feedbackInbox.count({ where: { slot } })) > 0
}
