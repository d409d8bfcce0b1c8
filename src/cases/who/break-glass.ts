import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { lockCase } from '../engine/case-row.ts'
import { writeStep } from '../engine/case-step.ts'
import { remindedStaff } from '../engine/plan-notices.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { tellStaff } from './tell-staff.ts'

/** How long a case stays open to a lead who broke the glass, in hours. */
export const GLASS_HOURS = 24
const REASON_LEAST = 10
const REASON_MOST = 2000

/**
 * Opens somebody else's case to a lead for a day. The reason is sealed under the case's key and shown on its page; the
 * handler (or who stands in for them) is told by mail at once.
 * Throws Refusal "note-missing", "too-long".
 */
export async function breakGlass(t: OfficeTransaction, caseId: string, reason: string): Promise<void> {
  const work = await lockCase(t, caseId, 'case.break-glass')
  const words = reason.trim()
  if (words.length < REASON_LEAST) throw new Refusal('note-missing', { field: 'reason' })
  if (words.length > REASON_MOST)
    throw new Refusal('too-long', { field: 'reason', most: String(REASON_MOST) })
  if (t.actor.kind !== 'staff') throw new Error('only a person breaks the glass')
  const id = newId(t.now)
  await t.sql.glassBreak.create({
    data: {
      id,
      organisation: t.organisation,
      caseId,
      staffId: t.actor.id,
      reasonSealed: seal(await work.key(), place.glassReason(id), words),
      openedAt: t.now,
      untilAt: new Date(t.now.getTime() + GLASS_HOURS * 3_600_000),
    },
  })
  await writeStep(t, work, 'GLASS_BROKEN', { staff: t.actor.id })
  t.audit({ event: 'glass.broken', subjectKind: 'case', subjectId: caseId, details: { hours: GLASS_HOURS } })
  const self = t.actor.id
  const told = work.row.handlerId ? await remindedStaff(t, work.row.handlerId, false, caseId) : []
  tellStaff(
    t,
    work.row,
    told.filter(({ id }) => id !== self),
    'glass',
  )
}

/** The office's openings by exception, the latest first; without the reasons, which belong to the cases. */
export async function glassBroken(
  t: OfficeTransaction,
): Promise<{ id: string; caseId: string; number: string; staffId: string; openedAt: Date; untilAt: Date }[]> {
  const rows = await t.sql.glassBreak.findMany({
    where: { organisation: t.organisation },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      caseId: true,
      staffId: true,
      openedAt: true,
      untilAt: true,
      case: { select: { number: true } },
    },
  })
  return rows.map(({ case: { number }, ...row }) => ({ ...row, number }))
}
