import type { Lang } from '../../language/lang.ts'
import type { GapTables } from '../../statistics/index.ts'
import type { Residents } from '../annual/input.ts'
import type { Quarter } from '../read-figures.ts'
import type { SummaryTables } from '../year-figures.ts'

/** All that a municipality's summary is made of; the figures are released ones. */
export interface SummaryInput {
  lang: Lang
  organisationName: string
  municipality: string
  year: number
  quarter?: Quarter
  /** ISO date on which the figures were read. */
  date: string
  tables: SummaryTables
  /** The benefit gaps of the year, of all municipalities; of a quarter none. */
  gaps?: GapTables
  /** The smallest figure shown besides zero. */
  threshold: number
  /** Of the whole area, as far as they are known. */
  population: Residents[]
  organisation: string
}
