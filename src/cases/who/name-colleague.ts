import type { OfficeTransaction } from '../../custody/transaction.ts'
import { lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'
import { Refusal } from '../refusal.ts'
import { canHandle } from './can-handle.ts'
import { tellStaff } from './tell-staff.ts'

/**
 * Lets a colleague open and work on a case beside its handler, a restricted one too. A handler
 * who did not do it themself is told by mail, also while somebody stands in for them.
 * Throws Refusal "field-invalid" for somebody who cannot have it: barred, of another municipality, gone;
 * "not-yours" for who would name themself.
 */
export async function nameColleague(t: OfficeTransaction, caseId: string, staffId: string): Promise<void> {
  const work = await lockCase(t, caseId, 'case.name')
  const { handlerId } = work.row
  const self = t.actor.kind === 'staff' ? t.actor.id : null
  // A way in that lasts is given by somebody else than the one who gets it.
  if (self === staffId && handlerId !== self) throw new Refusal('not-yours', { case: caseId })
  if (!(await canHandle(t, caseId, staffId))) throw new Refusal('field-invalid', { field: 'staff' })
  const there = await t.sql.caseAccess.findUnique({ where: { caseId_staffId: { caseId, staffId } } })
  if (there) return
  const givenBy = self ?? staffId
  await t.sql.caseAccess.create({
    data: { organisation: t.organisation, caseId, staffId, givenBy, givenAt: t.now },
  })
  await writeStep(t, work, 'COLLEAGUE_NAMED', { staff: staffId })
  t.audit({ event: 'case.named', subjectKind: 'case', subjectId: caseId, details: { staff: staffId } })
  const person = await t.sql.staff.findUniqueOrThrow({ where: { id: staffId } })
  tellStaff(t, work.row, [person], 'handed')
  if (!handlerId || handlerId === self) return
  tellStaff(t, work.row, await t.sql.staff.findMany({ where: { id: handlerId, active: true } }), 'named')
}

export async function unnameColleague(t: OfficeTransaction, caseId: string, staffId: string): Promise<void> {
  const work = await lockCase(t, caseId, 'case.name')
  const { count } = await t.sql.caseAccess.deleteMany({ where: { caseId, staffId } })
  if (!count) return
  await writeStep(t, work, 'COLLEAGUE_UNNAMED', { staff: staffId })
  t.audit({ event: 'case.unnamed', subjectKind: 'case', subjectId: caseId, details: { staff: staffId } })
}
