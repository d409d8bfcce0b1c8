import type { OfficeTransaction } from '../../custody/transaction.ts'
import { planNotice } from '../../notices/plan.ts'
import { noticeLanguage, remindedStaff } from '../engine/plan-notices.ts'

/**
 * Reminds of a gap that stands on no case. Whoever recorded it is told, and the leads where that person is gone; an
 * urgent one is told to the leads as well, today. The mail says neither whose gap it is nor which benefit.
 * `dueOn`: the ISO date on which somebody meant to come back to it; absent: it is urgent.
 */
export async function remindOfLone(
  t: OfficeTransaction,
  gap: { id: string; recordedBy: string | null },
  dueOn?: string,
): Promise<void> {
  const staff = await remindedStaff(t, gap.recordedBy, dueOn === undefined, null)
  const told = staff.length > 0 ? staff : await remindedStaff(t, null, true, null)
  for (const person of told)
    planNotice(t, {
      template: 'staff-gap',
      language: noticeLanguage(person.language),
      staffId: person.id,
      path: `/desk/gaps/${gap.id}`,
      facts: { dueOn },
      reminder: dueOn ? `gap-follow-up:${gap.id}:${dueOn}` : `gap-urgent:${gap.id}`,
    })
}
