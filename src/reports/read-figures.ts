import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
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
import { ownTables } from './summary/own-tables.ts'
import {
  byName,
  QUARTER_TABLES,
  SUMMARY_TABLES,
  type SummaryTables,
  YEAR_TABLES,
  type YearTableName,
  type YearTables,
} from './year-figures.ts'

/** Contacts of a quarter from which a municipality's are told by service task. */
const LARGE = 50
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
 * @param told what summaries have told of the year already; taken into account where contacts were added since
 */
export async function releaseYear(
  t: OfficeTransaction,
  year: number,
  told: readonly Told[] = [],
): Promise<YearFigures> {
  const own = await yearTables(t, { year }, YEAR_TABLES)
  let { tables, threshold } = releaseTables(own)
  if (told.length > 0) {
    const summaries = await summaryTables(t, year)
    const known = told.flatMap((one) => one.tables)
    // The summaries knew the report when they were made; only if the contacts have changed must it know them.
    const publication = releasedOnce(`${t.organisation} ${year}`, summaries, tables)
    if (!isStillSo(publication, told))
      ({ tables, threshold } = releaseTables([...own, ...summaries], { known }))
  }
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
 * @param told what was told of the year so far; where contacts were added since, it is taken into account
 */
export async function releaseSummaries(
  t: OfficeTransaction,
  year: number,
  quarter: Quarter | undefined,
  told: readonly Told[] = [],
): Promise<SummaryFigures> {
  const tables = await summaryTables(t, year)
  const report = await yearTables(t, { year }, YEAR_TABLES)
  const release = (known: readonly ReleasedTable[]) => {
    const { tables: shown } = releaseTables(report, { known })
    return releasedOnce(`${t.organisation} ${year}`, tables, [...known, ...shown])
  }
  let publication = release([])
  if (!isStillSo(publication, told)) publication = release(told.flatMap((one) => one.tables))
  return { tables: partOf(publication, quarter), threshold: publication.threshold }
}

/** What a summary told of a municipality in a period. */
export interface Told {
  municipality: string
  quarter: Quarter | undefined
  tables: ReleasedTable[]
}

/** Whether the figures would be told today as they were. */
function isStillSo(publication: ReleasedPublication, told: readonly Told[]): boolean {
  return told.every(({ municipality, quarter, tables }) =>
    isDeepStrictEqual(plain(ownTables(partOf(publication, quarter), municipality)), plain(tables)),
  )
}

/** As it comes back from the database: no undefined, no order of fields. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function partOf({ tables }: ReleasedPublication, quarter: Quarter | undefined): SummaryTables {
  const from = quarter === undefined ? 0 : SUMMARY_TABLES.length + (quarter - 1) * QUARTER_TABLES.length
  const count = quarter === undefined ? SUMMARY_TABLES.length : QUARTER_TABLES.length
  return byName(tables.slice(from, from + count)) as SummaryTables
}

/** The year by municipality, then each quarter. */
async function summaryTables(t: OfficeTransaction, year: number): Promise<CountTable[]> {
  const tables = await yearTables(t, { year }, SUMMARY_TABLES)
  for (const quarter of [1, 2, 3, 4] as const)
    tables.push(...(await yearTables(t, { year, quarter }, QUARTER_TABLES)).map(onlyLarge))
  return tables
}

/** A quarter's table by municipality without those of few contacts: nearly every figure of theirs would be hidden. */
function onlyLarge(table: CountTable): CountTable {
  if (table.columnDimension === null) return table
  const large = table.columns.map((_, c) => c).filter((c) => table.columnTotals[c]! >= LARGE)
  const pick = <T>(list: readonly T[]) => large.map((c) => list[c]!)
  return {
    ...table,
    columns: pick(table.columns),
    cells: table.cells.map(pick),
    columnTotals: pick(table.columnTotals),
  }
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
