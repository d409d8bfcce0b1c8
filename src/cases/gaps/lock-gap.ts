import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { BenefitGap } from '../../database/generated/client.ts'
import { type CaseAtWork, lockCase } from '../engine/case-row.ts'
import { Refusal } from '../refusal.ts'
import { loneGate } from './lone-gate.ts'

export interface GapAtWork {
  row: BenefitGap
  /** the case it is on, locked before the gap; null: it is alone on a contact */
  work: CaseAtWork | null
}

/**
 * Locks a gap, and its case before it, until the end of the transaction.
 * Throws Refusal "not-found", and "changed-meanwhile" when it is not as the person saw it.
 */
export async function lockGap(t: OfficeTransaction, gapId: string, seenVersion?: number): Promise<GapAtWork> {
  const found = await t.sql.benefitGap.findUnique({
    where: { id: gapId },
    select: { caseId: true, municipality: true, recordedBy: true },
  })
  if (!found) throw new Refusal('not-found')
  const work = found.caseId ? await lockCase(t, found.caseId) : null
  if (!work) await loneGate(t, { municipality: found.municipality, by: found.recordedBy })
  await t.sql.$queryRaw`select 1 as locked from benefit_gap where id = ${gapId}::uuid for update`
  const row = await t.sql.benefitGap.findUniqueOrThrow({ where: { id: gapId } })
  // A contact that became a case meanwhile took its gap along.
  if (row.caseId !== found.caseId || (seenVersion !== undefined && seenVersion !== row.version))
    throw new Refusal('changed-meanwhile')
  return { row, work }
}
