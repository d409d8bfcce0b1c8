import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Refusal } from '../refusal.ts'
import { tellCase } from './gap-on-timeline.ts'
import { lockGap } from './lock-gap.ts'
import { flagUrgent } from './tell-case.ts'

/** Opens a gap again that was closed too early. Throws Refusal "not-now" when it is open. */
export async function reopenGap(t: OfficeTransaction, gapId: string, seenVersion?: number): Promise<void> {
  const { row, work } = await lockGap(t, gapId, seenVersion)
  if (row.state === 'open') throw new Refusal('not-now')
  await t.sql.benefitGap.update({
    where: { id: gapId },
    data: {
      state: 'open',
      closedAt: null,
      closedYear: null,
      closedMonth: null,
      corrected: null,
      tooLate: null,
      changedAt: t.now,
      version: { increment: 1 },
    },
  })
  if (work) {
    tellCase(t, work, 'GAP_REOPENED', { gap: gapId, benefit: row.benefit })
    if (!row.paidAt) await flagUrgent(t, work, row.effects)
  }
  t.audit({ event: 'gap.reopened', subjectKind: 'gap', subjectId: gapId, details: { case: row.caseId } })
}
