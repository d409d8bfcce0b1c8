import { blindHashes, type IndexKind } from '../custody/blind-index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { mayOn } from './gate.ts'

export interface SamePerson {
  personUnit: string
  /** the latest contact of that person */
  at: Date
  contacts: number
  caseId: string | null
  caseNumber: string | null
  serviceTask: string | null
}

/**
 * Persons met before under the same phone number, e-mail address or name, the latest first, ten at most.
 * Whoever has a case that the person at work may not know of, or a protected address, is not among them.
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
    select m.person_unit as "personUnit", max(c.at) as at, count(distinct c.id)::int as contacts,
           (array_agg(k.id::text order by k.opened_at desc) filter (where k.id is not null))[1] as "caseId",
           (array_agg(k.number order by k.opened_at desc) filter (where k.id is not null))[1] as "caseNumber",
           (array_agg(c.service_task order by c.at desc))[1] as "serviceTask"
    from met m
    join contact c on c.person_unit = m.person_unit and c.organisation = ${t.organisation}
    left join "case" k on k.id = c.case_id
    where not exists (select 1 from "case" c where c.person_unit = m.person_unit
      and not (${await mayOn(t, 'case.row')} and (not c.restricted or ${await mayOn(t, 'case.read')})))
    group by m.person_unit order by max(c.at) desc limit 10`
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
