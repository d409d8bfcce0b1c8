import { answering, awayToday } from '../../access/index.ts'
import { type OfficeTransaction, wholeOffice } from '../../custody/transaction.ts'
import { deliveryKey } from '../../notices/plan.ts'
import { lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'
import { remindedStaff } from '../engine/plan-notices.ts'
import { canHandle } from './can-handle.ts'
import { tellStaff } from './tell-staff.ts'

/** Why somebody is kept away: said by themselves or a lead, or found in what the case is about. */
export const BAR_REASONS = ['own', 'lead', 'service', 'authority', 'unit', 'client', 'same-person'] as const
export type BarReason = (typeof BAR_REASONS)[number]

const isSaid = (reason: BarReason) => reason === 'own' || reason === 'lead'

/**
 * Locks a case for a member of staff. From the commit on row-level security hides it from that person everywhere. Their
 * waiting mails of it are taken back, and if they handled it, it goes to whoever stands in for them, else into the queue,
 * and the leads are told, all in the caller's transaction.
 * A lock that was found once and lifted is not found again; one that somebody declares is.
 * @returns whether it is locked now and was not before
 */
export async function barPerson(
  t: OfficeTransaction,
  caseId: string,
  staffId: string,
  reason: BarReason,
): Promise<boolean> {
  return wholeOffice(t, async () => {
    await t.flush()
    const work = await lockCase(t, caseId)
    const before = await t.sql.caseBar.findUnique({ where: { caseId_staffId: { caseId, staffId } } })
    if (before && (!before.liftedAt || !isSaid(reason))) return false
    await t.sql.caseAccess.deleteMany({ where: { caseId, staffId } })
    await t.sql.glassBreak.deleteMany({ where: { caseId, staffId } })
    await takeBackNotices(t, caseId, staffId)
    const bar = {
      reason,
      declaredBy: t.actor.kind === 'staff' && isSaid(reason) ? t.actor.id : null,
      since: t.now,
      liftedAt: null,
      liftedBy: null,
    }
    await t.sql.caseBar.upsert({
      where: { caseId_staffId: { caseId, staffId } },
      create: { organisation: t.organisation, caseId, staffId, ...bar },
      update: bar,
    })
    if (work.row.handlerId === staffId && !work.row.closedAt) {
      const next = answering(await awayToday(t), staffId)
      const to = next && next !== staffId && (await canHandle(t, caseId, next)) ? next : null
      work.change.handlerId = to
      await writeStep(t, work, 'HANDLER_BARRED', { from: staffId, ...(to && { to }) })
      t.audit({ event: 'case.assigned', subjectKind: 'case', subjectId: caseId, details: { to } })
      const leads = await remindedStaff(t, to, true, caseId)
      tellStaff(t, work.row, leads, 'barred')
    }
    t.audit({
      event: isSaid(reason) ? 'conflict.declared' : 'conflict.found',
      subjectKind: 'case',
      subjectId: caseId,
      details: { staff: staffId, reason },
    })
    return true
  })
}

/** What was to be mailed of the case to that person stays here. */
async function takeBackNotices(t: OfficeTransaction, caseId: string, staffId: string): Promise<void> {
  const where = { caseId, staffId, state: { in: ['planned', 'waiting'] } }
  for (const { id } of await t.sql.notice.findMany({ where, select: { id: true } }))
    t.cancelJob(deliveryKey(id))
  await t.sql.notice.updateMany({
    where,
    data: { state: 'cancelled', nextAttemptAt: null, lastAnswer: 'locked for the recipient' },
  })
}

/** A lead finds that there is no conflict after all. The case can be opened again by whatever the rules give. */
export async function liftBar(t: OfficeTransaction, caseId: string, staffId: string): Promise<boolean> {
  await lockCase(t, caseId, 'case.bar')
  const { count } = await t.sql.caseBar.updateMany({
    where: { caseId, staffId, liftedAt: null },
    data: { liftedAt: t.now, liftedBy: t.actor.kind === 'staff' ? t.actor.id : null },
  })
  if (count)
    t.audit({
      event: 'conflict.lifted',
      subjectKind: 'case',
      subjectId: caseId,
      details: { staff: staffId },
    })
  return count > 0
}
