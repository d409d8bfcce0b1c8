import { DIMENSIONS, type Dimension } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { columnOf, totalsOf } from './release/column-of.ts'
import type { ReleasedTable } from './release/publication.ts'
import { releaseTables } from './release/release-tables.ts'
import type { CountTable, Unit } from './table.ts'
import { yearTables } from './year-tables.ts'

export type MunicipalDimension = Exclude<Dimension, 'municipality'>

/** A municipality's figures beside the county's, by dimension, as they may leave the office. */
export type MunicipalRelease = Record<MunicipalDimension, { own: ReleasedTable; county: ReleasedTable }>

const PERIODS = [undefined, 1, 2, 3, 4] as const
const OF_MUNICIPALITIES = DIMENSIONS.filter((dimension) => dimension !== 'municipality')

/**
 * The tables of a municipality's summary. Every municipality's summary of the year and of each of its quarters
 * is weighed together, whichever is asked for: readers of several could otherwise subtract one from another
 * (the county less the others, the year less three quarters). First the county's one-way tables are released,
 * then, bound by what they show, the municipalities dimension by dimension. So all summaries hide the same,
 * whenever made, as long as the contacts are the same.
 */
export async function municipalRelease(
  t: OfficeTransaction,
  asked: {
    year: number
    quarter?: 1 | 2 | 3 | 4
    municipality: string
    unit?: Unit
    dimensions?: readonly MunicipalDimension[]
  },
): Promise<MunicipalRelease> {
  const { year, quarter, municipality, unit = 'contact', dimensions = OF_MUNICIPALITIES } = asked
  const oneWay: CountTable[] = []
  const byPlace = new Map<MunicipalDimension, CountTable[]>()
  for (const period of PERIODS) {
    const scope = { year, ...(period ? { quarter: period } : {}) }
    const tables = await yearTables(t, scope, [
      ...DIMENSIONS.map((rows) => ({ rows, unit })),
      ...dimensions.map((rows) => ({ rows, unit, columns: 'municipality' as const })),
    ])
    oneWay.push(...tables.slice(0, DIMENSIONS.length))
    dimensions.forEach((dimension, index) => {
      const list = byPlace.get(dimension) ?? []
      byPlace.set(dimension, [...list, tables[DIMENSIONS.length + index]!])
    })
  }
  const known = releaseTables(oneWay).tables
  const at = PERIODS.indexOf(quarter)
  return Object.fromEntries(
    [...byPlace].map(([dimension, tables]) => {
      const released = releaseTables(tables, { known }).tables[at]!
      return [dimension, { own: columnOf(released, municipality), county: totalsOf(released) }]
    }),
  ) as MunicipalRelease
}
