import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Clock } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { clockTexts } from '../../language/catalogues/clocks.ts'
import { dateInFinland, formatLongDate } from '../../language/formats.ts'
import { daysLeft, NEAR_DAYS, ruleOn } from '../../law/index.ts'
import { planNotice } from '../../notices/plan.ts'
import type { ClockComputation } from '../engine/case-clocks.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { dies } from '../engine/dies.ts'
import { noticeLanguage, planClientNotice, remindedStaff } from '../engine/plan-notices.ts'
import { storeNote } from '../engine/store-note.ts'
import { officeRules } from '../law/office-rules.ts'

/** By which a reminder of a clock's end is told from others: one for each end a clock has had. */
export const clockReminder = (clockId: string, due: string, when: 'soon' | 'late'): string =>
  `clock:${clockId}:${due}:${when}`

/**
 * A client's own time for a review or an appeal with fewer than five days left: its handler and the leads are told, and
 * the client too, in the thread and by a notice, where the rule is verified. Once for each end the clock has had; other
 * clocks are passed over. Nothing is called lost, however late it is.
 */
export async function tellNear(t: OfficeTransaction, work: CaseAtWork, clock: Clock): Promise<void> {
  const due = clock.due.toISOString().slice(0, 10)
  const left = daysLeft({ due }, dateInFinland(t.now))
  if (!dies(clock) || clock.state !== 'running' || left >= NEAR_DAYS || left < 0) return
  const told = await t.sql.caseEvent.findFirst({
    where: {
      caseId: work.row.id,
      type: 'CLOCK_NEAR',
      AND: [{ fields: { path: ['clock'], equals: clock.id } }, { fields: { path: ['due'], equals: due } }],
    },
    select: { id: true },
  })
  if (told) return
  t.insert('caseEvent', {
    id: newId(t.now),
    organisation: t.organisation,
    caseId: work.row.id,
    at: t.now,
    actorKind: 'system',
    actorId: null,
    type: 'CLOCK_NEAR',
    fields: { rule: clock.rule, due, clock: clock.id },
    stateBefore: work.row.state,
    stateAfter: work.row.state,
    noteSealed: null,
  })
  const handlerId = work.change.handlerId === undefined ? work.row.handlerId : work.change.handlerId
  for (const person of await remindedStaff(t, handlerId, true, work.row.id))
    planNotice(t, {
      template: 'staff-clock',
      language: noticeLanguage(person.language),
      caseId: work.row.id,
      staffId: person.id,
      facts: { caseNumber: work.row.number, dueOn: due },
      reminder: clockReminder(clock.id, due, 'soon'),
    })
  await tellClient(t, work, clock, due)
}

async function tellClient(t: OfficeTransaction, work: CaseAtWork, clock: Clock, due: string): Promise<void> {
  const { deadline } = clock.computation as unknown as ClockComputation
  const rule = ruleOn(clock.rule, deadline.served, await officeRules(t))
  // What is not verified is never asserted to a client: the office tells it in its own words.
  if (!deadline.verified || !rule) return
  const lang = noticeLanguage(work.row.language)
  const text = clockTexts(lang)('told-near', { name: rule.name[lang], date: formatLongDate(lang, due) })
  await storeNote(t, work, text, 'system')
  await planClientNotice(t, work, 'message-waiting')
}
