import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { municipalities } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Lang } from '../language/lang.ts'
import {
  type CountTable,
  type ReleasedPublication,
  type ReleasedTable,
  THRESHOLD,
  yearTables,
} from '../statistics/index.ts'
import type { Residents } from './annual/input.ts'
import { fromOwnTables, ownTables } from './summary/own-tables.ts'
import { allTold, stillHolds, type Told, type ToldSummary } from './told.ts'
import type { Workshop } from './workshop/orders.ts'
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
  /** The tables as readers get to know them; none of the office's own. */
  told: ReleasedTable[]
}

/** The figures as the office itself sees them. */
export async function countYear(t: OfficeTransaction, year: number): Promise<YearFigures> {
  const tables = await yearTables(t, { year }, YEAR_TABLES)
  return { tables: byName<YearTableName>(tables), suppressed: 0, told: [] }
}

/**
 * The year's figures as they may leave the office, for the report of whatever audience.
 * @param told what was told of the year already; taken into account where contacts were added since
 */
export async function releaseYear(
  t: OfficeTransaction,
  year: number,
  told: Told,
  workshop: Workshop,
): Promise<YearFigures> {
  const own = await yearTables(t, { year }, YEAR_TABLES)
  const last = told.reports.at(-1)
  const tables = last && stillHolds(last, own) ? last : await releaseAnew(t, year, { own, told, workshop })
  return {
    tables: byName<YearTableName>(tables),
    threshold: THRESHOLD,
    suppressed: tables.reduce((sum, table) => sum + table.suppressed, 0),
    told: tables,
  }
}

async function releaseAnew(
  t: OfficeTransaction,
  year: number,
  { own, told, workshop }: { own: CountTable[]; told: Told; workshop: Workshop },
): Promise<ReleasedTable[]> {
  const known = allTold(told)
  if (told.summaries.length === 0) return (await workshop.release(own, { known })).tables
  const summaries = await summaryTables(t, year)
  // The summaries knew the report when they were made; only if the contacts have changed must it know them.
  if (told.reports.length === 0) {
    const { tables } = await workshop.release(own)
    const publication = await releasedOnce(`${t.organisation} ${year}`, summaries, tables, workshop)
    if (isStillSo(publication, told.summaries)) return tables
  }
  const { tables } = await workshop.release([...own, ...summaries], { known })
  return tables.slice(0, own.length)
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
  { municipality, year, quarter }: { municipality: string; year: number; quarter: Quarter | undefined },
  told: Told,
  workshop: Workshop,
): Promise<SummaryFigures> {
  const tables = await summaryTables(t, year)
  const last = told.summaries.findLast(
    (one) => one.municipality === municipality && one.quarter === quarter,
  )?.tables
  if (last && stillHolds(last, ownTables(partOf(tables, quarter), municipality)))
    return { tables: fromOwnTables(last, municipality), threshold: THRESHOLD }
  const report = await yearTables(t, { year }, YEAR_TABLES)
  const release = async (known: readonly ReleasedTable[]) => {
    const { tables: shown } = await workshop.release(report, { known })
    return releasedOnce(`${t.organisation} ${year}`, tables, [...known, ...shown], workshop)
  }
  let publication = await release(told.reports.flat())
  if (!isStillSo(publication, told.summaries)) publication = await release(allTold(told))
  return { tables: partOf(publication.tables, quarter), threshold: publication.threshold }
}

/** Whether the figures would be told today as they were. */
function isStillSo(publication: ReleasedPublication, told: readonly ToldSummary[]): boolean {
  return told.every(({ municipality, quarter, tables }) =>
    isDeepStrictEqual(plain(ownTables(partOf(publication.tables, quarter), municipality)), plain(tables)),
  )
}

/** As it comes back from the database: no undefined, no order of fields. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function partOf(tables: readonly CountTable[], quarter: Quarter | undefined): SummaryTables {
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
async function releasedOnce(
  key: string,
  tables: readonly CountTable[],
  known: readonly ReleasedTable[],
  workshop: Workshop,
): Promise<ReleasedPublication> {
  const digest = createHash('sha256')
    .update(JSON.stringify([tables, known]))
    .digest('hex')
  const before = lately.get(key)
  if (before?.digest === digest) return before.publication
  const publication = await workshop.release(tables, { known })
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
