import type { OfficeTransaction } from '../../custody/transaction.ts'
import { type UrgentEffect, urgentEffects } from '../../law/index.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { type CaseAtWork, lockCase } from '../engine/case-row.ts'
import { planReminder } from '../engine/plan-notices.ts'
import { Refusal } from '../refusal.ts'
import { tellCase } from './gap-on-timeline.ts'

const REASON: Record<UrgentEffect, string> = {
  'no-food': 'food',
  'no-medicine': 'medicine',
  'eviction-risk': 'home',
  'child-affected': 'child',
}

/**
 * Somebody is without food, medicine or a home, or a child suffers: the case is marked urgent, which reminds its handler
 * and the lead today. One that is urgent already, or has ended, reminds its handler of the gap.
 */
export async function flagUrgent(
  t: OfficeTransaction,
  work: CaseAtWork,
  effects: readonly string[],
): Promise<void> {
  const [effect] = urgentEffects(effects)
  if (!effect) return
  try {
    if (work.row.urgent) throw new Refusal('not-now')
    await applyToLocked(t, work, { type: 'SET_URGENT', fields: { urgentReason: REASON[effect] } }, 'office')
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'not-now')) throw error
    await planReminder(t, work, 'gap-urgent', false)
  }
}

/** A contact with gaps of its own becomes a case: they go with it. */
export async function takeGapsAlong(t: OfficeTransaction, contactId: string, caseId: string): Promise<void> {
  const rows = await t.sql.benefitGap.findMany({ where: { contactId, caseId: null } })
  if (rows.length === 0) return
  await t.sql.benefitGap.updateMany({ where: { contactId, caseId: null }, data: { caseId } })
  await t.flush()
  const work = await lockCase(t, caseId)
  for (const { id, benefit, authority } of rows)
    tellCase(t, work, 'GAP_RECORDED', { gap: id, benefit, authority })
  await flagUrgent(
    t,
    work,
    rows.flatMap(({ state, effects }) => (state === 'open' ? effects : [])),
  )
}
