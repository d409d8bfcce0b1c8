import type { OfficeTransaction } from '../../custody/transaction.ts'

/** An objection that was given up takes its unsent letter with it, whichever button it came from. */
export async function objectionStopped(t: OfficeTransaction, caseId: string): Promise<void> {
  await t.sql.letter.updateMany({
    where: {
      caseId,
      kind: { in: ['objection', 'objection-early-education'] },
      state: { in: ['draft', 'offered', 'approved'] },
    },
    data: { state: 'cancelled', changedAt: t.now },
  })
}
