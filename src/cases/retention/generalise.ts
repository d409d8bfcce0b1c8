import type { OfficeTransaction } from '../../custody/transaction.ts'

/** Fewest persons among whom a kept row must be able to be. */
export const K = 5

/** By what somebody could be known again. Given up from the first to the last, one after the other. */
export const QUASI_IDENTIFIERS = [
  'municipality',
  'service',
  'ageBand',
  'language',
  'month',
  'serviceTask',
] as const
export type QuasiIdentifier = (typeof QUASI_IDENTIFIERS)[number]
export type QuasiCodes = Record<QuasiIdentifier, string | number | null>

const COLUMN: Record<QuasiIdentifier, string> = {
  municipality: 'municipality',
  service: 'service',
  ageBand: 'age_band',
  language: 'language',
  month: 'month',
  serviceTask: 'service_task',
}

/** Persons among whom a row with these codes can be: those whose own row says the same wherever this one still says anything. */
export function groupSize(row: QuasiCodes, all: readonly (QuasiCodes & { person: string })[]): number {
  const said = QUASI_IDENTIFIERS.filter((name) => row[name] !== null)
  return new Set(
    all.filter((one) => said.every((name) => one[name] === row[name])).map(({ person }) => person),
  ).size
}

/** Gives up codes one after the other until at least `k` persons share what is left, or nothing is left. */
export function generalise(
  row: QuasiCodes,
  size: (row: QuasiCodes) => number,
  k = K,
): { row: QuasiCodes; given: QuasiIdentifier[] } {
  let now = row
  const given: QuasiIdentifier[] = []
  for (const name of QUASI_IDENTIFIERS) {
    if (size(now) >= k) break
    if (now[name] === null) continue
    now = { ...now, [name]: null }
    given.push(name)
  }
  return { row: now, given }
}

const LIST = QUASI_IDENTIFIERS.map((name) => `${COLUMN[name]} as "${name}"`).join(', ')
const GROUP = QUASI_IDENTIFIERS.map((name) => COLUMN[name]).join(', ')

/**
 * Makes the kept rows of a year as general as they must be, among all contacts of that office and year. A row that was
 * made more general no longer stands for what it gave up, so it is looked at until nothing changes.
 */
export async function generaliseYear(t: OfficeTransaction, year: number): Promise<void> {
  for (let round = 0; round <= QUASI_IDENTIFIERS.length; round++) {
    const rows = await t.ask<QuasiCodes & { person: string }>(
      `select distinct ${LIST}, person_unit::text as person from contact where organisation = $1 and year = $2`,
      [t.organisation, year],
    )
    const kept = await t.ask<QuasiCodes>(
      `select ${LIST} from contact where organisation = $1 and year = $2 and kept group by ${GROUP}`,
      [t.organisation, year],
    )
    const sizes = new Map<string, number>()
    const size = (row: QuasiCodes) => {
      const key = JSON.stringify(QUASI_IDENTIFIERS.map((name) => row[name]))
      const known = sizes.get(key) ?? groupSize(row, rows)
      sizes.set(key, known)
      return known
    }
    let changed = false
    for (const row of kept) {
      const { given } = generalise(row, size)
      if (given.length === 0) continue
      changed = true
      await give(t, year, row, given)
    }
    if (!changed) return
  }
}

async function give(
  t: OfficeTransaction,
  year: number,
  row: QuasiCodes,
  given: readonly QuasiIdentifier[],
): Promise<void> {
  const same = QUASI_IDENTIFIERS.map(
    (name, at) =>
      `${COLUMN[name]} is not distinct from $${at + 3}::${name === 'month' ? 'smallint' : 'text'}`,
  )
  const month = given.includes('month')
    ? `, at = make_timestamptz(year, 1, 1, 12, 0, 0, 'Europe/Helsinki')`
    : ''
  await t.ask(
    `update contact set ${given.map((name) => `${COLUMN[name]} = null`).join(', ')}${month}
     where organisation = $1 and year = $2 and kept and ${same.join(' and ')}`,
    [t.organisation, year, ...QUASI_IDENTIFIERS.map((name) => row[name])],
  )
}

/**
 * The same for gaps of which nothing but codes is left: the place, and who lives in the household, stay only where at
 * least five gaps of the year say the same.
 */
export async function generaliseGaps(t: OfficeTransaction, year: number): Promise<void> {
  for (const column of ['municipality', 'household'])
    await t.ask(
      `update benefit_gap g set ${column} = null
       where g.organisation = $1 and g.year = $2 and g.case_id is null and g.contact_id is null and g.${column} is not null
         and (select count(*) from benefit_gap o where o.organisation = g.organisation and o.year = g.year
           and o.benefit = g.benefit and o.${column} = g.${column}) < ${K}`,
      [t.organisation, year],
    )
}

/** The years in which an office has kept rows. */
export async function keptYears(t: OfficeTransaction): Promise<number[]> {
  const rows = await t.ask<{ year: number }>(
    `select distinct year::int as year from contact where organisation = $1 and kept
     union select distinct year::int from benefit_gap where organisation = $1 and case_id is null and contact_id is null
     order by 1`,
    [t.organisation],
  )
  return rows.map(({ year }) => year)
}
