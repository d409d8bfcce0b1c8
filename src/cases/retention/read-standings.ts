import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { MarkKind, RetentionKind } from './codes.ts'
import { retentionRules } from './rules.ts'
import { type RetentionFacts, type Rule, type Standing, standingOf } from './standing.ts'

/** A case or a lone contact with where it stands in its keeping. */
export interface StandingRow {
  subject: 'case' | 'contact'
  id: string
  number: string | null
  kind: RetentionKind
  outcome: string | null
  handlerId: string | null
  openedOn: string
  closedOn: string | null
  standing: Standing
}

interface Found extends Omit<RetentionFacts, 'marks'> {
  subject: 'case' | 'contact'
  id: string
  number: string | null
  handlerId: string | null
  openedOn: string
  marks: { kind: MarkKind; until: string | null }[]
}

/** The calendar day in Finland of an instant. */
const day = (column: string) => `(${column} at time zone 'Europe/Helsinki')::date::text`

/**
 * Facts of closed cases. A sign of the client is a message, a step or an opening of the page on which the case is
 * followed. `$1` the organisation; `$2` closed on this day or before, an empty one does not narrow.
 */
const CASES = (where: string) => `
  select 'case' as subject, c.id, c.number, c.kind, c.outcome, c.handler_id as "handlerId",
    ${day('c.opened_at')} as "openedOn", ${day('c.closed_at')} as "closedOn",
    ${day(`greatest(c.closed_at, (select max(at) from message where case_id = c.id),
      (select max(at) from case_event where case_id = c.id), (select max(at) from contact where case_id = c.id),
      (select max(at) from note where case_id = c.id), (select max(changed_at) from letter where case_id = c.id))`)} as "lastActivityOn",
    ${day(`greatest(c.opened_at, (select max(at) from message where case_id = c.id and sender = 'office'),
      (select max(at) from case_event where case_id = c.id and actor_kind = 'staff'),
      (select max(at) from note where case_id = c.id))`)} as "lastMeasureOn",
    ${day(`greatest((select max(at) from message where case_id = c.id and sender = 'client'),
      (select max(at) from case_event where case_id = c.id and actor_kind = 'client'),
      (select e.at from audit_entry e where e.organisation = c.organisation and e.subject_kind = 'case'
         and e.subject_id = c.id::text and e.event = 'case.read-by-client' order by e.seq desc limit 1))`)} as "clientOn",
    coalesce((select json_agg(json_build_object('kind', m.kind, 'until', m.until)) from case_mark m
      where m.case_id = c.id and m.ended_at is null), '[]') as marks,
    coalesce((select json_agg(json_build_object('dueOn', w.due_on, 'on', w.first)) from (
      select due_on, min(${day('warned_at')}) as first from retention_warning where case_id = c.id group by due_on) w), '[]') as warned
  from "case" c where c.organisation = $1 and c.closed_at is not null and ${where}`

/** Contacts that belong to no case and hold a person's words or name. They are told of by no warning: nobody handles them. */
const CONTACTS = (where: string) => `
  select 'contact' as subject, c.id, null as number, 'contact' as kind, c.outcome, null as "handlerId",
    ${day('c.at')} as "openedOn", ${day('c.at')} as "closedOn", ${day('c.at')} as "lastActivityOn",
    ${day('c.at')} as "lastMeasureOn", null as "clientOn", '[]'::json as marks, null as warned
  from contact c where c.organisation = $1 and c.case_id is null and not c.kept
    and (c.key_id is not null or exists (select 1 from benefit_gap g where g.contact_id = c.id)) and ${where}`

const asRow = (found: Found, rules: readonly Rule[], today: string): StandingRow => {
  const { subject, id, number, kind, outcome, handlerId, openedOn, closedOn } = found
  return {
    subject,
    id,
    number,
    kind,
    outcome,
    handlerId,
    openedOn,
    closedOn,
    standing: standingOf(found, rules, today),
  }
}

/** Those whose end is near, past or held, by the end; under `rules`, or the rules that are set. */
export async function comingUp(t: OfficeTransaction, under?: readonly Rule[]): Promise<StandingRow[]> {
  const rules = under ?? (await retentionRules(t))
  const today = dateInFinland(t.now)
  const rows: StandingRow[] = []
  for (const kind of ['advice', 'complaint', 'contact'] as const) {
    const own = rules.filter((rule) => rule.kind === kind)
    if (own.length === 0) continue
    // Nothing ends before the shortest time of its kind has run since it was closed; a last measure lies before that.
    const horizon = Math.max(...own.flatMap(({ warnDays }) => warnDays))
    const years = own.some(({ startsFrom }) => startsFrom === 'last-measure')
      ? 0
      : Math.min(...own.map((rule) => rule.years))
    const closedBy = today.add({ days: horizon }).subtract({ years }).toString()
    const found = await t.ask<Found>(
      kind === 'contact'
        ? CONTACTS(`c.at < ($2::date + 1)::timestamp at time zone 'Europe/Helsinki'`)
        : CASES(
            `c.kind = '${kind}' and c.closed_at < ($2::date + 1)::timestamp at time zone 'Europe/Helsinki'`,
          ),
      [t.organisation, closedBy],
    )
    rows.push(
      ...found
        .map((one) => asRow(one, rules, today.toString()))
        .filter(({ standing }) => !['running', 'no-rule', 'open'].includes(standing.state))
        .filter(({ standing }) => standing.state !== 'keep' || standing.dueOn! <= today.toString()),
    )
  }
  return rows.sort(
    (a, b) => (a.standing.dueOn ?? '').localeCompare(b.standing.dueOn ?? '') || a.id.localeCompare(b.id),
  )
}

/** Contacts that belong to no case: those a rule of keeping is for, and those that hold only codes for the figures. */
export async function loneContacts(t: OfficeTransaction): Promise<{ personal: number; codes: number }> {
  const [found] = await t.ask<{ personal: number; codes: number }>(
    `select count(*) filter (where held)::int as personal, count(*) filter (where not held)::int as codes
     from (select c.key_id is not null or exists (select 1 from benefit_gap g where g.contact_id = c.id) as held
       from contact c where c.organisation = $1 and c.case_id is null and not c.kept) as lone`,
    [t.organisation],
  )
  return found!
}

/** One of them as it stands now; null when it is not there, or still open. */
export async function standingRow(
  t: OfficeTransaction,
  subject: 'case' | 'contact',
  id: string,
): Promise<StandingRow | null> {
  const text = subject === 'case' ? CASES('c.id = $2::uuid') : CONTACTS('c.id = $2::uuid')
  const [found] = await t.ask<Found>(text, [t.organisation, id])
  return found ? asRow(found, await retentionRules(t), dateInFinland(t.now).toString()) : null
}
