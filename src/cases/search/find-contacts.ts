import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Prisma } from '../../database/client.ts'
import { type Excerpt, excerptsOf } from './excerpts.ts'
import type { SearchWord } from './parse-query.ts'

const LOOKED_AT = 400
const SHOWN = 20

/** A contact of which there is no case, found by the words of its note. */
export interface FoundContact {
  id: string
  at: Date
  channel: string | null
  serviceTask: string | null
  excerpts: Excerpt[]
}

/**
 * Contacts without a case whose texts hold all of the words, the newest first. The rules for cases decide, as though the
 * contact were the case of the one who logged it; of a person with a case that may not be opened, nothing is found.
 */
export async function findContacts(
  t: OfficeTransaction,
  words: readonly SearchWord[],
  seen: Prisma.Sql,
): Promise<FoundContact[]> {
  const wanted = words.map(({ hashes }) => `{${hashes.join(',')}}`)
  const ids = await t.ask<{ id: string }>(
    `select app.find_words($1::text[], '{}', true, null, $2::int, null) as id`,
    [wanted, LOOKED_AT],
  )
  if (!ids.length) return []
  const rows = await t.sql.$queryRaw<Omit<FoundContact, 'excerpts'>[]>`
    select c.id, c.at, c.channel, c.service_task as "serviceTask" from (
      select k.*, k.logged_by as handler_id, false as restricted from contact k
      where k.id = any(${ids.map(({ id }) => id)}::uuid[]) and k.case_id is null
        and not exists (select 1 from "case" c where c.person_unit = k.person_unit and not (${seen}))) as c
    where ${seen} order by c.id desc limit ${SHOWN}`
  const excerpts = await excerptsOf(t, { contacts: rows.map(({ id }) => id) }, words)
  for (const [id, list] of excerpts)
    if (list.length) t.audit({ event: 'excerpt.read', subjectKind: 'contact', subjectId: id })
  return rows.map((row) => ({ ...row, excerpts: excerpts.get(row.id) ?? [] }))
}
