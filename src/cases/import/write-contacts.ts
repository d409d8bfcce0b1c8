import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Prisma } from '../../database/client.ts'

/** An imported contact as a row; what all rows of a file share is taken from the first. */
type Row = Prisma.ContactUncheckedCreateInput & { at: Date; reasons: string[]; actions: string[] }

const CODED = [
  'channel',
  'contactPerson',
  'language',
  'municipality',
  'ageBand',
  'serviceTask',
  'service',
  'providerMode',
  'nature',
  'outcome',
] as const
/** Columns that differ from row to row, in the order of the fields of a line. */
const FIELDS = `id, at, year, month, case_unit, person_unit, import_hash, reasons, actions,
  channel, contact_person, language, municipality, age_band, service_task, service, provider_mode, nature, outcome`
const VALUES = `f[1]::uuid, f[2]::timestamptz, f[3]::int, f[4]::int, f[5]::uuid, f[6]::uuid, decode(f[7], 'hex'),
  string_to_array(f[8], '|'), string_to_array(f[9], '|'),
  ${CODED.map((_, at) => `nullif(f[${at + 10}], '')`).join(', ')}`

const INSERT = `with written as (
  insert into contact (organisation, source, import_id, logged_by, ${FIELDS})
  select $2, 'import', $3::uuid, $4::uuid, ${VALUES}
  from unnest(string_to_array($1, E'\\n')) as line, string_to_array(line, E'\\t') as f
  on conflict (organisation, import_hash) do nothing
  returning 1)
select count(*)::int as n from written`

/**
 * Writes imported contacts in one statement; those that came in before are passed over. Gives how many were new.
 * One line of text a contact: codes hold neither tabs nor line ends, and the database reads lines several times
 * sooner than JSON.
 */
export async function writeContacts(t: OfficeTransaction, rows: readonly Row[]): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const lines = rows.map(lineOf).join('\n')
  const shared = [first.organisation, first.importId, first.loggedBy ?? null]
  const [written] = await t.ask<{ n: number }>(INSERT, [lines, ...shared])
  return written!.n
}

function lineOf(row: Row): string {
  let line = `${row.id}\t${row.at.toISOString()}\t${row.year}\t${row.month}\t${row.caseUnit}\t${row.personUnit}\t`
  line += `${Buffer.from(row.importHash!).toString('hex')}\t${row.reasons.join('|')}\t${row.actions.join('|')}`
  for (const name of CODED) line += `\t${row[name] ?? ''}`
  return line
}
