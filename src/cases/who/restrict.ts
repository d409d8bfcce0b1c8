import type { OfficeTransaction } from '../../custody/transaction.ts'
import { lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'

/** Marks that the client's address is protected (turvakielto), or that it is so no more. */
export async function setRestricted(
  t: OfficeTransaction,
  caseId: string,
  restricted: boolean,
): Promise<void> {
  const work = await lockCase(t, caseId, restricted ? 'case.restrict' : 'case.unrestrict')
  if (work.row.restricted === restricted) return
  await t.sql.case.update({ where: { id: caseId }, data: { restricted } })
  await writeStep(t, work, restricted ? 'RESTRICTED' : 'UNRESTRICTED', {})
  t.audit({
    event: restricted ? 'case.restricted' : 'case.unrestricted',
    subjectKind: 'case',
    subjectId: caseId,
  })
}
