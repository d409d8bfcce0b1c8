import type { OfficeTransaction } from '../../custody/transaction.ts'
import { lockCase } from '../engine/case-row.ts'
import { Refusal } from '../refusal.ts'
import { destroyContent } from './destroy-content.ts'

const REASON_MOST = 500

/** What the office may take away: what it added itself, and what has been locked. What a client sent is not the office's to destroy. */
export const mayRemove = (file: { sender: string; state: string }): boolean =>
  file.state === 'locked' || (file.sender === 'office' && !['removed', 'infected'].includes(file.state))

/**
 * Takes a file off a case, added by mistake or locked, with the reason; its content is destroyed, that it was there stays.
 * @throws Refusal "not-found", "not-now", "field-missing", "too-long"
 */
export async function removeAttachment(
  t: OfficeTransaction,
  caseId: string,
  id: string,
  given: string,
): Promise<void> {
  const reason = given.trim()
  if (!reason) throw new Refusal('field-missing', { field: 'reason' })
  if (reason.length > REASON_MOST)
    throw new Refusal('too-long', { field: 'reason', most: String(REASON_MOST) })
  const work = await lockCase(t, caseId)
  const row = await t.sql.attachment.findFirst({ where: { id, caseId } })
  if (!row) throw new Refusal('not-found')
  if (!mayRemove(row)) throw new Refusal('not-now')
  const by = t.actor.kind === 'staff' ? t.actor.id : ''
  await destroyContent(t, row, await work.key(), 'removed', {
    removed: { reason, by, at: t.now.toISOString() },
  })
  t.audit({
    event: 'attachment.removed',
    subjectKind: 'case',
    subjectId: caseId,
    details: { attachment: id, kind: row.kind },
  })
}
