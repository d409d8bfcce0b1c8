import type { OfficeTransaction } from '../../custody/transaction.ts'

/**
 * How each table that names a case, a contact, a gap or a data key is dealt with when a case is destroyed. `cascade`
 * goes with the case's row; `erased` is deleted by name below; `stripped` stays as codes without person, text or day.
 * A table that is not here makes the test fail, and what is left of it stops the destruction (see `nothingLeft`).
 */
export const ERASED_TABLES: Readonly<Record<string, 'cascade' | 'erased' | 'stripped' | 'other'>> = {
  case_event: 'cascade',
  message: 'cascade',
  note: 'cascade',
  clock: 'cascade',
  rights_issue: 'cascade',
  goal: 'cascade',
  rating: 'cascade',
  letter: 'cascade',
  letter_point: 'cascade',
  consent: 'cascade',
  agreement_item: 'cascade',
  feedback_invitation: 'cascade',
  case_mark: 'cascade',
  retention_warning: 'cascade',
  rectification: 'cascade',
  case_bar: 'cascade',
  case_access: 'cascade',
  glass_break: 'cascade',
  attachment: 'cascade',
  attachment_chunk: 'cascade',
  case: 'erased',
  notice: 'erased',
  blind_index: 'erased',
  text_word: 'erased',
  case_word: 'erased',
  gap_consent: 'erased',
  gap_sheet: 'erased',
  benefit_gap: 'stripped',
  contact: 'stripped',
  // Keys of the office's own, none of a case.
  audit_signing_key: 'other',
  audit_digest: 'other',
}

/** What is destroyed together: a case with its contacts, or one contact alone. */
export interface ToErase {
  caseId: string | null
  contactIds: string[]
  gapIds: string[]
  keyIds: string[]
}

/** Everything that hangs on a case or a lone contact. A key is named only when nothing else is sealed under it. */
export async function whatToErase(
  t: OfficeTransaction,
  subject: 'case' | 'contact',
  id: string,
): Promise<ToErase> {
  const [row] = await t.ask<{ contactIds: string[]; gapIds: string[]; keyIds: string[] }>(
    `with contacts as (
       select id, key_id from contact where ${subject === 'case' ? 'case_id = $1::uuid' : 'id = $1::uuid and case_id is null'}
     ), gaps as (
       select id, key_id from benefit_gap
       where ${subject === 'case' ? 'case_id = $1::uuid or' : ''} contact_id in (select id from contacts)
     ), notices as (
       select id, key_id from notice where ${subject === 'case' ? 'case_id = $1::uuid' : 'false'}
     ), keys as (
       select key_id from contacts union select key_id from gaps union select key_id from notices
       ${subject === 'case' ? 'union select key_id from "case" where id = $1::uuid' : ''}
     )
     select array(select id::text from contacts) as "contactIds", array(select id::text from gaps) as "gapIds",
       array(select k.key_id::text from keys k where k.key_id is not null
         and not exists (select 1 from contact o where o.key_id = k.key_id and o.id not in (select id from contacts))
         and not exists (select 1 from "case" o where o.key_id = k.key_id and o.id <> $1::uuid)
         and not exists (select 1 from benefit_gap o where o.key_id = k.key_id and o.id not in (select id from gaps))
         and not exists (select 1 from notice o where o.key_id = k.key_id and o.id not in (select id from notices))) as "keyIds"`,
    [id],
  )
  return { caseId: subject === 'case' ? id : null, ...row! }
}

/** The index of words and the hashes go first: they would follow a contact to its new id. */
export async function eraseIndexes(
  t: OfficeTransaction,
  { caseId, contactIds, keyIds }: ToErase,
): Promise<void> {
  for (const table of ['text_word', 'case_word'])
    await t.ask(`delete from ${table} where case_id = $1::uuid or contact_id = any($2::uuid[])`, [
      caseId,
      contactIds,
    ])
  await t.ask(`delete from blind_index where key_id = any($1::uuid[])`, [keyIds])
}

/**
 * Removes what is left of the case after its codes were kept: notices, the case with all that cascades from it, and last
 * the keys, without which no copy of what was sealed can be read again.
 */
export async function eraseRest(t: OfficeTransaction, { caseId, keyIds }: ToErase): Promise<void> {
  if (caseId) await t.ask(`delete from notice where case_id = $1::uuid`, [caseId])
  if (caseId) await t.ask(`delete from "case" where id = $1::uuid`, [caseId])
  await t.ask(`delete from data_key where id = any($1::uuid[])`, [keyIds])
}

const COLUMNS = `select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = 'public' and data_type = 'uuid'
    and (column_name in ('case_id', 'contact_id', 'gap_id', 'key_id') or table_name = 'data_key' and column_name = 'id')
  order by 1, 2`

/**
 * Looks in every table there is, as the database itself lists them, for a row that still names what was destroyed, be it
 * by the ids that the codes were given since.
 * @throws Error when there is one: the destruction is then undone as a whole
 */
export async function nothingLeft(
  t: OfficeTransaction,
  erased: ToErase,
  kept: Pick<ToErase, 'contactIds' | 'gapIds'>,
): Promise<void> {
  const columns = await t.ask<{ table: string; column: string }>(COLUMNS)
  const ids = {
    case_id: erased.caseId ? [erased.caseId] : [],
    contact_id: [...erased.contactIds, ...kept.contactIds],
    gap_id: [...erased.gapIds, ...kept.gapIds],
    key_id: erased.keyIds,
    id: erased.keyIds,
  } as Record<string, string[]>
  const looks = columns.map(
    ({ table, column }, at) =>
      `select '${table}' as "table" from "${table}" where "${column}" = any($${at + 1}::uuid[])`,
  )
  const left = await t.ask<{ table: string }>(
    `select distinct "table" from (${looks.join(' union all ')}) as looked`,
    columns.map(({ column }) => ids[column]!),
  )
  if (left.length > 0) throw new Error(`not destroyed: ${left.map(({ table }) => table).join(', ')}`)
}
