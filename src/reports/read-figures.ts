import { municipalities } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { type CountTable, type ReleasedTable, releaseTables, yearTables } from '../statistics/index.ts'
import type { Residents } from './annual/input.ts'
import {
  byName,
  MUNICIPALITY_TABLES,
  PERIOD_TABLES,
  type PeriodTableName,
  type PeriodTables,
  YEAR_TABLES,
  type YearTableName,
  type YearTables,
} from './year-figures.ts'

export type Quarter = 1 | 2 | 3 | 4

/** The figures of one office's year, all counted together, and released together when they leave the office. */
export interface YearFigures {
  now: YearTables
  /** The year before; null when nothing is recorded for it. */
  before: YearTables | null
  /** The whole year by municipality, for summaries. */
  year: PeriodTables
  /** The same of one quarter, when asked for. */
  quarter: PeriodTables | null
  /** Present when the figures were released. */
  threshold?: number
  /** Figures hidden in all; 0 for the office's own. */
  suppressed: number
}

export interface FiguresAsked {
  year: number
  quarter?: Quarter
  /** Counted for those outside the office: small figures are hidden. */
  released: boolean
  /** What the same readers already have: see `releaseTables`. */
  known?: readonly ReleasedTable[]
}

/**
 * Reads a year's tables. Report and summaries draw from one publication: a summary's column and the county's report
 * are released together, so that what one hides cannot be computed from the other.
 */
export async function readFigures(t: OfficeTransaction, asked: FiguresAsked): Promise<YearFigures> {
  const { year, quarter, released, known = [] } = asked
  const quarters = [...new Set([quarter, ...known.map(quarterOf)])].filter((one) => one !== undefined).sort()
  const here = await yearTables(t, { year }, [...YEAR_TABLES, ...MUNICIPALITY_TABLES])
  const there = await yearTables(t, { year: year - 1 }, YEAR_TABLES)
  const parts: CountTable[][] = []
  for (const one of quarters) parts.push(await yearTables(t, { year, quarter: one }, PERIOD_TABLES))
  const sizes = [here, there, ...parts].map((tables) => tables.length)
  const all = [here, there, ...parts].flat()
  const publication = released ? releaseTables(all, { known }) : undefined
  const tables: readonly CountTable[] = publication?.tables ?? all
  const [nowTables, beforeTables, ...partTables] = sizes.map((size, i) => {
    const from = sizes.slice(0, i).reduce((sum, n) => sum + n, 0)
    return tables.slice(from, from + size)
  })
  const now = byName<YearTableName | PeriodTableName>(nowTables!)
  const own = quarter === undefined ? undefined : partTables[quarters.indexOf(quarter)]
  return {
    now,
    // A year of which nothing is recorded is no year to compare with.
    before: there[0]!.total === 0 ? null : byName<YearTableName>(beforeTables!),
    year: now,
    quarter: own ? byName<PeriodTableName>(own) : null,
    ...(publication ? { threshold: publication.threshold } : {}),
    suppressed: publication?.suppressed ?? 0,
  }
}

function quarterOf({ filter }: CountTable): Quarter | undefined {
  return filter.quarter === undefined ? undefined : (Number(filter.quarter) as Quarter)
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
export async function officeName(t: OfficeTransaction, lang: 'fi' | 'sv' | 'en'): Promise<string> {
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  return { fi: office.nameFi, sv: office.nameSv, en: office.nameEn }[lang]
}
