import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { endGapConsents } from '../gaps/end-consents.ts'

/**
 * What the chart was told of the client's consent, in the table too, whichever button it came from: given, what was asked
 * for is in force; withdrawn, nothing is, the consents to tell authorities of
 * its benefit gaps included.
 */
export async function consentFollows(
  t: OfficeTransaction,
  work: Pick<CaseAtWork, 'row'>,
  state: 'asked' | 'given' | 'refused' | 'withdrawn',
  how?: string,
): Promise<void> {
  const caseId = work.row.id
  const asked = { caseId, givenAt: null, refusedAt: null, withdrawnAt: null }
  if (state === 'given')
    await t.sql.consent.updateMany({ where: asked, data: { givenAt: t.now, how: how ?? 'portal' } })
  if (state === 'refused') await t.sql.consent.updateMany({ where: asked, data: { refusedAt: t.now } })
  if (state !== 'withdrawn') return
  await t.sql.consent.updateMany({
    where: { caseId, withdrawnAt: null, refusedAt: null },
    data: { withdrawnAt: t.now },
  })
  await endGapConsents(t, work)
  t.audit({ event: 'consent.withdrawn', subjectKind: 'case', subjectId: caseId })
}
