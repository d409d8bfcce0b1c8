import { randomUUID } from 'node:crypto'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { ToErase } from './erase.ts'

/**
 * Strips what the figures are counted from to its codes: no link to the case, no person, no text, no day. Ids are made
 * anew, since the log names the old ones; a time-ordered id would tell the time. Gives the new ids.
 */
export async function keepCodes(
  t: OfficeTransaction,
  erased: ToErase,
): Promise<Pick<ToErase, 'contactIds' | 'gapIds'>> {
  if (erased.caseId) await keepResults(t, erased.caseId)
  const gapIds = await stripGaps(t, erased.gapIds)
  return { gapIds, contactIds: await stripContacts(t, erased.contactIds) }
}

/** Results of the case as figures of past years count them, each with its year and month. */
async function keepResults(t: OfficeTransaction, caseId: string): Promise<void> {
  const part = (kind: string, at: string, codes: string, from: string) =>
    `select '${kind}' as kind, (${at}) at time zone 'Europe/Helsinki' as at, ${codes} as codes from ${from}`
  await t.ask(
    `insert into kept_result (id, organisation, unit, kind, year, month, codes)
     select gen_random_uuid(), app.organisation(), $2::uuid, kind, extract(year from at), extract(month from at), codes
     from (${[
       part(
         'closed',
         'c.closed_at',
         `'{}'::jsonb`,
         `"case" c where c.id = $1::uuid and c.closed_at is not null`,
       ),
       part(
         'rating',
         'c.closed_at',
         `jsonb_build_object('subject', r.subject, 'by', r.by, 'phase', r.phase, 'value', r.value)`,
         `rating r join "case" c on c.id = r.case_id where c.id = $1::uuid and c.closed_at is not null`,
       ),
       part(
         'goal',
         'c.closed_at',
         `jsonb_build_object('n', g.n, 'weight', g.weight)`,
         `goal g join "case" c on c.id = g.case_id where c.id = $1::uuid and c.closed_at is not null`,
       ),
       part(
         'right',
         'r.recorded_at',
         `jsonb_build_object('code', r.code, 'owedBy', r.owed_by, 'finding', r.finding, 'realised', r.realised)`,
         `rights_issue r where r.case_id = $1::uuid and r.removed_at is null`,
       ),
       part(
         'point',
         'l.checked_at',
         `jsonb_build_object('letter', dense_rank() over (order by l.id), 'answered', p.answered, 'reasons', p.reasons,
            'measures', p.measures, 'clientAnswered', p.client_answered)`,
         `letter l join letter_point p on p.letter_id = l.id where l.case_id = $1::uuid and l.checked_at is not null
            and p.answered is not null and l.kind in ('objection', 'objection-early-education')`,
       ),
       part(
         // Counted with the batch of feedback that was closed after it.
         'invitation',
         `coalesce((select min(b.closed_at) from feedback_batch b where b.organisation = f.organisation
            and b.closed_at >= f.asked_at), f.asked_at)`,
         `'{}'::jsonb`,
         `feedback_invitation f where f.case_id = $1::uuid`,
       ),
     ].join(' union all ')}) as results`,
    [caseId, randomUUID()],
  )
}

/** The first day of a day's month, the distance between the days of a gap kept: figures count days, not dates. */
const moved = (column: string) => `${column} - (extract(day from since_on)::int - 1)`

async function stripGaps(t: OfficeTransaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  await t.ask(`delete from gap_sheet where gap_id = any($1::uuid[])`, [ids])
  await t.ask(`delete from gap_consent where gap_id = any($1::uuid[])`, [ids])
  const days = ['applied_at', 'decided_at', 'paid_at', 'rule_from', 'due_at', 'last_income_at', 'since_on']
  const plain = (column: string, keep: readonly string[]) =>
    `${column} = coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(${keep
      .map((name) => `'${name}', one->'${name}'`)
      .join(', ')}))) from jsonb_array_elements(${column}) as one), '[]')`
  const rows = await t.ask<{ id: string }>(
    `update benefit_gap set id = gen_random_uuid(), case_id = null, contact_id = null, key_id = null, note_sealed = null,
       recorded_by = null, follow_up_on = null, supplements = '[]',
       ${plain('bridging', ['kind', 'cents'])}, ${plain('hand_offs', ['from', 'to'])},
       ${days.map((column) => `${column} = ${moved(column)}`).join(', ')},
       found_at = date_trunc('month', found_at), changed_at = date_trunc('month', changed_at),
       closed_at = date_trunc('month', closed_at)
     where id = any($1::uuid[]) returning id::text as id`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

async function stripContacts(t: OfficeTransaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const people = await t.ask<{ unit: string }>(
    `select distinct person_unit::text as unit from contact where id = any($1::uuid[])`,
    [ids],
  )
  const rows = await t.ask<{ id: string }>(
    `with units as materialized (
       -- Drawn once: a subquery that is read again for each row would give each row a unit of its own.
       select case_unit as old, gen_random_uuid() as made from contact where id = any($1::uuid[]) group by case_unit)
     update contact set id = gen_random_uuid(), case_id = null, case_unit = units.made, key_id = null,
       person_sealed = null, note_sealed = null, logged_by = null, import_id = null, import_hash = null, kept = true,
       at = make_timestamptz(year, coalesce(month, 1), 1, 12, 0, 0, 'Europe/Helsinki')
     from units
     where units.old = contact.case_unit and contact.id = any($1::uuid[])
     returning contact.id::text as id`,
    [ids],
  )
  await forgetPeople(
    t,
    people.map(({ unit }) => unit),
  )
  return rows.map(({ id }) => id)
}

/**
 * A person of whom nothing but codes is left gets another pseudonym for every year: each year counts as many persons as
 * before, and nobody can be followed from year to year. While a matter of the person is still kept, the pseudonym stays,
 * or that year would count the person twice.
 */
async function forgetPeople(t: OfficeTransaction, units: string[]): Promise<void> {
  await t.ask(
    `with made as materialized (select c.person_unit as old, c.year, gen_random_uuid() as unit from contact c
       where c.person_unit = any($1::uuid[])
         and not exists (select 1 from contact o where o.person_unit = c.person_unit and not o.kept)
         and not exists (select 1 from "case" k where k.person_unit = c.person_unit
           and exists (select 1 from contact o where o.case_id = k.id))
       group by c.person_unit, c.year)
     update contact set person_unit = made.unit from made
     where contact.person_unit = made.old and contact.year = made.year and contact.kept`,
    [units],
  )
}
