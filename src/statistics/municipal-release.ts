import { DIMENSIONS, type Dimension } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { columnOf, totalsOf } from './release/column-of.ts'
import type { ReleasedPublication, ReleasedTable } from './release/publication.ts'
import { releaseTables } from './release/release-tables.ts'
import type { CountTable, Unit } from './table.ts'
import { yearTables } from './year-tables.ts'

export type MunicipalDimension = Exclude<Dimension, 'municipality'>

/** A municipality's figures beside the county's, by dimension, as they may leave the office. */
export interface MunicipalRelease {
  tables: Record<MunicipalDimension, { own: ReleasedTable; county: ReleasedTable }>
  /** all that was weighed together; hand its tables on as `known` when the next summary of the year is released */
  publication: ReleasedPublication
}

const QUARTER_NUMBERS = [1, 2, 3, 4] as const

/**
 * The tables of a municipality's summary. Every municipality's summary of the year and of each of its quarters
 * is weighed together, whichever is asked for: readers of several could otherwise subtract one from another
 * (the county less the others, the year less three quarters). So all summaries hide the same, whenever made,
 * as long as the contacts are the same; after contacts were added, give what was released before as `known`.
 */
export async function municipalRelease(
  t: OfficeTransaction,
  asked: { year: number; quarter?: 1 | 2 | 3 | 4; municipality: string; unit?: Unit },
  known: readonly ReleasedTable[] = [],
): Promise<MunicipalRelease> {
  const { year, quarter, municipality, unit = 'contact' } = asked
  const dimensions = DIMENSIONS.filter((dimension) => dimension !== 'municipality')
  const specs = dimensions.map((rows) => ({ rows, columns: 'municipality' as const, unit }))
  const ofYear = await yearTables(t, { year }, specs)
  const ofQuarters: CountTable[][] = []
  for (const number of QUARTER_NUMBERS) ofQuarters.push(await yearTables(t, { year, quarter: number }, specs))
  const publication = releaseTables([...ofYear, ...ofQuarters.flat()], { known })
  const first = quarter === undefined ? 0 : quarter * specs.length
  const tables = Object.fromEntries(
    dimensions.map((dimension, index) => {
      const table = publication.tables[first + index]!
      return [dimension, { own: columnOf(table, municipality), county: totalsOf(table) }]
    }),
  ) as MunicipalRelease['tables']
  return { tables, publication }
}
