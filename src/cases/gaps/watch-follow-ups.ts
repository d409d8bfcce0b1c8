import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { planNotice } from '../../notices/plan.ts'
import { noticeLanguage, remindedStaff } from '../engine/plan-notices.ts'
import { remindOfLone } from './remind-of-lone.ts'

/**
 * On the day on which somebody meant to come back to an open gap the handler of its case is reminded, once for each day
 * that was set; of a gap alone from a call, whoever recorded it.
 */
export async function watchFollowUps(t: OfficeTransaction): Promise<void> {
  await watchCases(t)
  await watchLone(t)
}

async function watchLone(t: OfficeTransaction): Promise<void> {
  const gaps = await t.sql.$queryRaw<{ id: string; recordedBy: string | null; day: string }[]>`
    select g.id, g.recorded_by as "recordedBy", g.follow_up_on::text as day
    from benefit_gap g
    where g.organisation = ${t.organisation} and g.state = 'open' and g.case_id is null
      and g.follow_up_on <= ${dateInFinland(t.now).toString()}::date
      and not exists (
        select 1 from notice n where n.organisation = g.organisation and n.template = 'staff-gap'
          and n.variables->>'reminder' = 'gap-follow-up:' || g.id || ':' || g.follow_up_on)
    order by g.follow_up_on, g.id limit 2000`
  for (const gap of gaps) await remindOfLone(t, gap, gap.day)
}

async function watchCases(t: OfficeTransaction): Promise<void> {
  const gaps = await t.sql.$queryRaw<
    { reminder: string; caseId: string; number: string; handlerId: string | null }[]
  >`
    select 'gap-follow-up:' || g.id || ':' || g.follow_up_on as reminder, g.case_id as "caseId", c.number,
      c.handler_id as "handlerId"
    from benefit_gap g join "case" c on c.id = g.case_id
    where g.organisation = ${t.organisation} and g.state = 'open'
      and g.follow_up_on <= ${dateInFinland(t.now).toString()}::date
      and not exists (
        select 1 from notice n where n.case_id = g.case_id and n.template = 'staff-reminder'
          and n.variables->>'reminder' = 'gap-follow-up:' || g.id || ':' || g.follow_up_on)
    order by g.follow_up_on, g.id limit 2000`
  for (const { reminder, caseId, number, handlerId } of gaps)
    for (const person of await remindedStaff(t, handlerId, false, caseId))
      planNotice(t, {
        template: 'staff-reminder',
        language: noticeLanguage(person.language),
        caseId,
        staffId: person.id,
        facts: { caseNumber: number },
        reminder,
      })
}
