import { openDataKey } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { RightsIssue } from '../../database/generated/client.ts'
import { passGate } from '../gate.ts'
import { place } from '../sealed-parts.ts'
import { type SealedDetail, sealedDetail } from './rights-issue.ts'

export type ReadRightsIssue = Omit<RightsIssue, 'detailSealed'> & SealedDetail

/** The rights at stake in a case, in the order they were recorded. The case's read is recorded by whoever opens the case. */
export async function rightsIssuesOf(
  t: OfficeTransaction,
  { id, keyId }: { id: string; keyId: string },
): Promise<ReadRightsIssue[]> {
  const rows = await t.sql.rightsIssue.findMany({
    where: { caseId: id, removedAt: null },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  if (rows.length === 0) return []
  await passGate(t, 'case.read', id)
  const key = await openDataKey(t, keyId)
  return rows.map(({ detailSealed, ...row }) => ({
    ...row,
    ...(detailSealed
      ? sealedDetail.parse(JSON.parse(unsealText(key, place.rightsIssue(row.id), detailSealed)))
      : {}),
  }))
}
