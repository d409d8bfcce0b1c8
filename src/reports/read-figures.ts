import { municipalities } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Lang } from '../language/lang.ts'
import { type CountTable, type ReleasedTable, releaseTables, yearTables } from '../statistics/index.ts'
import type { Residents } from './annual/input.ts'
import {
  byName,
  PERIOD_TABLES,
  type PeriodTableName,
  type PeriodTables,
  YEAR_TABLES,
  type YearTableName,
  type YearTables,
} from './year-figures.ts'

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
  const others = known.length > 0 ? await summaryTables(t, year, lastQuarter(known)) : []
  const { tables, threshold } = releaseTables([own, ...others].flat(), { known })
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
  tables: PeriodTables
  threshold: number
}

/**
 * The figures of summaries as they may leave the office: every municipality's at once, whichever is asked for, each
 * layer knowing what the one before shows: the year's report, the year by municipality, its quarters one after
 * another. So what one summary hides cannot be computed from another or from the report (the county less the others,
 * the year less three quarters), and each hides the same whenever it is made, as long as the contacts are the same.
 * @param known what has been told of the year before contacts were added to it
 */
export async function releaseSummaries(
  t: OfficeTransaction,
  year: number,
  quarter: Quarter | undefined,
  known: readonly ReleasedTable[] = [],
): Promise<SummaryFigures> {
  const report = await yearTables(t, { year }, YEAR_TABLES)
  const layers = [report, ...(await summaryTables(t, year, quarter ?? lastQuarter(known)))]
  let tables: CountTable[] = []
  let shown: ReleasedTable[] = [...known]
  let own: ReleasedTable[] = []
  let threshold = 0
  for (const [n, layer] of layers.entries()) {
    tables = [...tables, ...layer]
    const publication = releaseTables(tables, { known: shown })
    shown = [...known, ...publication.tables]
    if (n <= 1 + (quarter ?? 0)) own = publication.tables.slice(-layer.length)
    threshold = publication.threshold
  }
  return { tables: byName<PeriodTableName>(own), threshold }
}

/** The year by municipality, and its quarters up to the last one needed. */
async function summaryTables(t: OfficeTransaction, year: number, last: number): Promise<CountTable[][]> {
  const layers = [await yearTables(t, { year }, PERIOD_TABLES)]
  for (let quarter = 1; quarter <= last; quarter++)
    layers.push(await yearTables(t, { year, quarter: quarter as Quarter }, PERIOD_TABLES))
  return layers
}

const lastQuarter = (known: readonly ReleasedTable[]) =>
  Math.max(0, ...known.map(({ filter }) => Number(filter.quarter ?? 0)))

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
