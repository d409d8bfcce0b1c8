import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import { NEAR_DAYS } from '../law/index.ts'
import { planNotice } from '../notices/plan.ts'
import { clockReminder, tellNear } from './clocks/tell-near.ts'
import { lockCase } from './engine/case-row.ts'
import { noticeLanguage, remindedStaff } from './engine/plan-notices.ts'
import { FOLLOW_UP_RULE } from './gaps/follow-up.ts'
import { watchFollowUps } from './gaps/watch-follow-ups.ts'

/** How many days before its end a clock's handler is reminded. */
const DAYS_BEFORE = 3

/**
 * Looks once through the running clocks of every office served: three days before the end the handler is
 * reminded, after it the leads as well. Each clock reminds once for each end it has had, however often this runs.
 * So are the days on which somebody meant to come back to a benefit gap.
 * A client's own time for a review or an appeal is told of earlier, and to more: see `tellNear`.
 */
export async function watchClocks(house: House): Promise<void> {
  for (const organisation of house.organisations)
    await inOffice(house, organisation, { kind: 'system' }, watchOffice)
}

async function watchOffice(t: OfficeTransaction): Promise<void> {
  // Two workers that look at the same moment take turns, so that nobody is reminded twice.
  await t.sql.$executeRaw`select pg_advisory_xact_lock(hashtext(${`clock-watch ${t.organisation}`}))`
  await watchOwnTimes(t)
  await t.flush()
  await watchOthers(t)
  await watchFollowUps(t)
}

/** The times that die: one by one, since each is told to several. A closed case does not stop the client's time. */
async function watchOwnTimes(t: OfficeTransaction): Promise<void> {
  const today = dateInFinland(t.now)
  const near = await t.sql.$queryRaw<{ id: string; caseId: string }[]>`
    select k.id, k.case_id as "caseId" from clock k join "case" c on c.id = k.case_id
    where k.organisation = ${t.organisation} and k.state = 'running'
      and k.due >= ${today.toString()}::date and k.due < ${today.add({ days: NEAR_DAYS }).toString()}::date
      and (k.rule in ('OIK', 'VAL') or k.computation->>'dies' = 'true')
      and not exists (select 1 from case_event e where e.case_id = k.case_id and e.type = 'CLOCK_NEAR'
        and e.fields->>'clock' = k.id::text and e.fields->>'due' = k.due::text)
    order by k.due, k.id limit 2000`
  for (const { id, caseId } of near) {
    const work = await lockCase(t, caseId)
    const clock = work.clocks.find((one) => one.id === id)
    if (clock) await tellNear(t, work, clock)
  }
}

interface ClockToRemind {
  id: string
  due: string
  late: boolean
  caseId: string
  number: string
  handlerId: string | null
}

async function watchOthers(t: OfficeTransaction): Promise<void> {
  const today = dateInFinland(t.now)
  const clocks = await t.sql.$queryRaw<ClockToRemind[]>`
    select k.id, k.due::text as due, k.due < ${today.toString()}::date as late, k.case_id as "caseId", c.number,
      c.handler_id as "handlerId"
    from clock k join "case" c on c.id = k.case_id
    where k.organisation = ${t.organisation} and k.state = 'running'
      -- A closed case does not end what the office meant to ask about an open benefit gap.
      and (c.closed_at is null or k.rule = ${FOLLOW_UP_RULE})
      and k.due <= ${today.add({ days: DAYS_BEFORE }).toString()}::date
      and not exists (
        select 1 from notice n where n.case_id = k.case_id and n.template = 'staff-clock'
          and n.variables->>'reminder' = ${'clock:'} || k.id || ':' || k.due || case when k.due < ${today.toString()}::date then ':late' else ':soon' end)
    order by k.due, k.id limit 2000`
  for (const clock of clocks) {
    const staff = await remindedStaff(t, clock.handlerId, clock.late, clock.caseId)
    for (const person of staff)
      planNotice(t, {
        template: 'staff-clock',
        language: noticeLanguage(person.language),
        caseId: clock.caseId,
        staffId: person.id,
        facts: { caseNumber: clock.number, dueOn: clock.due },
        reminder: clockReminder(clock.id, clock.due, clock.late ? 'late' : 'soon'),
      })
  }
}
