import { personOf } from '../access/index.ts'
import { blindHashes, type IndexKind } from '../custody/blind-index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { mayOn } from './gate.ts'

export interface SamePerson {
  personUnit: string
  /** the latest contact that the person at work may know of; null: met before, and nothing more is told */
  at: Date | null
  contacts: number
  /** whether the person has no case at all, also none that is not told of */
  lone: boolean
  caseId: string | null
  caseNumber: string | null
  serviceTask: string | null
}

/**
 * Persons met before under the same phone number, e-mail address or name, the latest first, ten at most.
 * Whoever has a case that the person at work may not know of, or a protected address, is not among them. A name ties to a
 * case only for those who may read it: of other cases neither number, service nor day is told.
 * A name alone is a hint, not a proof: the one who logs decides.
 */
export async function samePersons(
  t: OfficeTransaction,
  given: { name?: string; phone?: string; email?: string },
): Promise<SamePerson[]> {
  const keyIds = await keysOf(t, given)
  t.audit({ event: 'search', details: { of: 'same-person', found: keyIds.length } })
  if (!keyIds.length) return []
  return t.sql.$queryRaw<SamePerson[]>`
    with met as (
      select person_unit from contact where key_id = any(${keyIds}::uuid[])
      union select person_unit from "case" where key_id = any(${keyIds}::uuid[])
    )
    , readable as (
      select c.id, c.number, c.opened_at from "case" c join met m on m.person_unit = c.person_unit
      where ${await mayOn(t, 'case.read')}
    )
    select m.person_unit as "personUnit", max(c.at) filter (where told.is) as at,
           count(distinct c.id) filter (where told.is)::int as contacts,
           not exists (select 1 from "case" own where own.person_unit = m.person_unit) as lone,
           (array_agg(k.id::text order by k.opened_at desc) filter (where k.id is not null))[1] as "caseId",
           (array_agg(k.number order by k.opened_at desc) filter (where k.id is not null))[1] as "caseNumber",
           (array_agg(c.service_task order by c.at desc) filter (where told.is))[1] as "serviceTask"
    from met m
    join contact c on c.person_unit = m.person_unit and c.organisation = ${t.organisation}
    left join readable k on k.id = c.case_id
    cross join lateral (select k.id is not null or (c.case_id is null and ${await loneTold(t)}) as is) told
    where not exists (select 1 from "case" c where c.person_unit = m.person_unit
      and not (${await mayOn(t, 'case.row')} and (not c.restricted or ${await mayOn(t, 'case.read')})))
    group by m.person_unit order by max(c.at) desc limit 10`
}

/** Of contacts `c` without a case: those of the municipalities of the person at work, and the ones they logged. */
async function loneTold(t: OfficeTransaction): Promise<Prisma.Sql> {
  if (t.actor.kind !== 'staff') return Prisma.sql`true`
  const places = (await personOf(t))?.places ?? []
  if (places.length === 0) return Prisma.sql`true`
  return Prisma.sql`(c.logged_by = ${t.actor.id}::uuid or c.municipality = any(${[...places]}::text[]))`
}

/** Data keys under which these values were sealed: for each kind given, all of its hashes must be met; kinds are alternatives. */
export async function keysOf(
  t: OfficeTransaction,
  given: { name?: string; phone?: string; email?: string },
): Promise<string[]> {
  const found = new Set<string>()
  for (const kind of ['phone', 'email', 'name'] as const satisfies IndexKind[]) {
    const hashes = given[kind] ? blindHashes(t.keys, t.organisation, kind, given[kind]) : []
    if (!hashes.length) continue
    const rows = await t.sql.$queryRaw<{ keyId: string }[]>(Prisma.sql`
      select key_id as "keyId" from blind_index
      where organisation = ${t.organisation} and kind = ${kind} and hash in (${Prisma.join(hashes)})
      group by key_id having count(distinct hash) = ${hashes.length} order by key_id desc limit 200`)
    for (const row of rows) found.add(row.keyId)
  }
  return [...found]
}
