import { gapCodes } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { type CountTable, type GroupedCounts, tableFromGroups } from '../table.ts'

/** One table for each thing that is told of a year's gaps, always the same and always together. */
export const GAP_TABLES = [
  'gap-month',
  'gap-cause',
  'gap-authority',
  'gap-municipality',
  'gap-closed',
] as const
export type GapTableName = (typeof GAP_TABLES)[number]
export type GapTables = Record<GapTableName, CountTable>

/** How a closed gap stands to the authority's time. */
export const LATENESS = ['in-time', 'too-late', 'not-judged'] as const

interface Found {
  month: number
  cause: string
  authority: string
  municipality: string | null
}

const tooLateCode = (tooLate: boolean | null): string =>
  tooLate === null ? 'not-judged' : tooLate ? 'too-late' : 'in-time'

/**
 * Counts a year's gaps, the counting unit "gap": found in the year by month, cause, authority and municipality, and
 * closed in the year by municipality and whether in time. Read in one statement each, so that the tables agree.
 * As the office itself sees them; what leaves the office goes through `releaseTables`, all of them together.
 */
export async function gapTables(t: OfficeTransaction, year: number): Promise<CountTable[]> {
  const { organisation } = t
  const found: Found[] = await t.sql.benefitGap.findMany({
    where: { organisation, year },
    select: { month: true, cause: true, authority: true, municipality: true },
  })
  const closed = await t.sql.benefitGap.findMany({
    where: { organisation, closedYear: year },
    select: { municipality: true, tooLate: true },
  })
  // Found and closed are other records: no figure of the one is a part of the other.
  const filter = (counted: 'found' | 'closed') => ({ year: String(year), counted })
  const by = (
    name: GapTableName,
    rowDimension: string,
    of: (gap: Found) => string | null,
    rowOrder: readonly string[] = [],
  ): CountTable =>
    tableFromGroups({
      name,
      unit: 'gap',
      rowDimension,
      filter: filter('found'),
      rowOrder,
      cells: found.map((gap) => ({ row: of(gap), n: 1 })),
    } satisfies GroupedCounts)
  return [
    by('gap-month', 'month', ({ month }) => String(month).padStart(2, '0')),
    by(
      'gap-cause',
      'gapCause',
      ({ cause }) => cause,
      gapCodes('cause').map(({ code }) => code),
    ),
    by(
      'gap-authority',
      'gapAuthority',
      ({ authority }) => authority,
      gapCodes('authority').map(({ code }) => code),
    ),
    by('gap-municipality', 'municipality', ({ municipality }) => municipality),
    tableFromGroups({
      name: 'gap-closed',
      unit: 'gap',
      rowDimension: 'municipality',
      columnDimension: 'gapLateness',
      filter: filter('closed'),
      columnOrder: LATENESS,
      cells: closed.map(({ municipality, tooLate }) => ({
        row: municipality,
        column: tooLateCode(tooLate),
        n: 1,
      })),
    }),
  ]
}

/** The tables by their names. */
export const gapTablesByName = (tables: readonly CountTable[]): GapTables =>
  Object.fromEntries(tables.map((table) => [table.name, table])) as GapTables
