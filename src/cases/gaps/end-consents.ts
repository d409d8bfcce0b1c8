import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { tellCase } from './gap-on-timeline.ts'

/**
 * The client took back every consent given in the case: those to tell an authority of its gaps end with the others. The
 * case is locked, and with it everybody who would make a sheet waits.
 */
export async function endGapConsents(t: OfficeTransaction, work: Pick<CaseAtWork, 'row'>): Promise<void> {
  const caseId = work.row.id
  const standing = { withdrawnAt: null, gap: { caseId } }
  const consents = await t.sql.gapConsent.findMany({ where: standing, orderBy: { id: 'asc' } })
  if (consents.length === 0) return
  await t.sql.gapConsent.updateMany({
    where: { id: { in: consents.map(({ id }) => id) } },
    data: { withdrawnAt: t.now, withdrawnBy: t.actor.kind === 'staff' ? t.actor.id : null },
  })
  for (const { gapId, authority } of consents) {
    tellCase(t, work, 'GAP_CONSENT_WITHDRAWN', { gap: gapId, authority })
    t.audit({
      event: 'gap.consent-withdrawn',
      subjectKind: 'gap',
      subjectId: gapId,
      details: { case: caseId, authority },
    })
  }
}
