import { createHash } from 'node:crypto'
import { municipalities } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Lang } from '../language/lang.ts'
import {
  type CountTable,
  type ReleasedPublication,
  type ReleasedTable,
  releaseTables,
  yearTables,
} from '../statistics/index.ts'
import type { Residents } from './annual/input.ts'
import {
  byName,
  QUARTER_TABLES,
  SUMMARY_TABLES,
  type SummaryTables,
  YEAR_TABLES,
  type YearTableName,
  type YearTables,
} from './year-figures.ts'

/** Publications kept in memory; each is some hundred kilobytes. */
const MOST_KEPT = 8

export type Quarter = 1 | 2 | 3 | 4

/** A year's tables for the report. */
export interface YearFigures {
  tables: YearTables
  /** The smallest figure shown besides zero; only of released figures. */
  threshold?: number
  /** Figures hidden, each counted once; 0 for the office's own. */
  suppressed: number
}

/** The figures as the office itself sees them. */
export async function countYear(t: OfficeTransaction, year: number): Promise<YearFigures> {
  const tables = await yearTables(t, { year }, YEAR_TABLES)
  return { tables: byName<YearTableName>(tables), suppressed: 0 }
}

/**
 * The year's figures as they may leave the office, for the report of whatever audience.
 * @param known what summaries have told of the year already
 */
export async function releaseYear(
  t: OfficeTransaction,
  year: number,
  known: readonly ReleasedTable[] = [],
): Promise<YearFigures> {
  const own = await yearTables(t, { year }, YEAR_TABLES)
  // What is known can be compared only with the same figures counted anew.
  const others = known.length > 0 ? await summaryTables(t, year) : []
  const { tables, threshold } = releaseTables([...own, ...others], { known })
  const shown = tables.slice(0, own.length)
  return {
    tables: byName<YearTableName>(shown),
    threshold,
    suppressed: shown.reduce((sum, table) => sum + table.suppressed, 0),
  }
}

/** What a municipality's summary is made of. */
export interface SummaryFigures {
  /** The period by municipality. */
  tables: SummaryTables
  threshold: number
}

/**
 * The figures of summaries as they may leave the office. The summaries of every municipality, of the year and of its
 * quarters, are one publication, whichever is asked for, and it knows what the year's report shows: so what one hides
 * cannot be computed from the others (the county less the other municipalities, the year less three quarters), and
 * each hides the same whenever it is made, as long as the contacts are the same.
 * @param known what has been told of the year before contacts were added to it
 */
export async function releaseSummaries(
  t: OfficeTransaction,
  year: number,
  quarter: Quarter | undefined,
  known: readonly ReleasedTable[] = [],
): Promise<SummaryFigures> {
  const report = releaseTables(await yearTables(t, { year }, YEAR_TABLES), { known })
  const tables = await summaryTables(t, year)
  const told = [...known, ...report.tables]
  const publication = releasedOnce(`${t.organisation} ${year}`, tables, told)
  const from = quarter === undefined ? 0 : SUMMARY_TABLES.length + (quarter - 1) * QUARTER_TABLES.length
  const count = quarter === undefined ? SUMMARY_TABLES.length : QUARTER_TABLES.length
  return {
    tables: byName(publication.tables.slice(from, from + count)) as SummaryTables,
    threshold: publication.threshold,
  }
}

/** The year by municipality, then each quarter. */
async function summaryTables(t: OfficeTransaction, year: number): Promise<CountTable[]> {
  const tables = await yearTables(t, { year }, SUMMARY_TABLES)
  for (const quarter of [1, 2, 3, 4] as const)
    tables.push(...(await yearTables(t, { year, quarter }, QUARTER_TABLES)))
  return tables
}

const lately = new Map<string, { digest: string; publication: ReleasedPublication }>()

/**
 * One summary after another is made of the same publication, which takes seconds to work out: the last one of each
 * office and year is kept, as long as nothing it was made of has changed.
 */
function releasedOnce(
  key: string,
  tables: readonly CountTable[],
  known: readonly ReleasedTable[],
): ReleasedPublication {
  const digest = createHash('sha256')
    .update(JSON.stringify([tables, known]))
    .digest('hex')
  const before = lately.get(key)
  if (before?.digest === digest) return before.publication
  const publication = releaseTables(tables, { known })
  lately.delete(key)
  lately.set(key, { digest, publication })
  if (lately.size > MOST_KEPT) lately.delete(lately.keys().next().value!)
  return publication
}

/** Residents of the office's municipalities: of the year itself, else of the latest year before it. */
export async function readPopulation(t: OfficeTransaction, year: number): Promise<Residents[]> {
  const rows = await t.sql.population.findMany({
    where: { organisation: t.organisation, year: { lte: year } },
    orderBy: { year: 'desc' },
  })
  const own = municipalities.filter((place) => place.county === t.organisation)
  return own.flatMap(({ code }) => rows.find((row) => row.municipality === code) ?? [])
}

/** The office's name as the county itself writes it. */
export async function officeName(t: OfficeTransaction, lang: Lang): Promise<string> {
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  return { fi: office.nameFi, sv: office.nameSv, en: office.nameEn }[lang]
}
