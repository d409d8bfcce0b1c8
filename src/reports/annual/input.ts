import type { Lang } from '../../language/lang.ts'
import type { GapTables } from '../../statistics/index.ts'
import type { Audience } from '../audience.ts'
import type { YearTables } from '../year-figures.ts'

/** All that a yearly report is made of. Figures are already released when the audience is not the office. */
export interface AnnualReportInput {
  lang: Lang
  /** County code, two digits. */
  organisation: string
  organisationName: string
  year: number
  audience: Audience
  /** ISO date on which the figures were read. */
  date: string
  now: YearTables
  /** The year before; null when nothing is recorded for it or this year is not over. */
  before: YearTables | null
  /** The year's benefit gaps; absent: not asked for. */
  gaps?: GapTables
  /** The smallest figure shown, when the tables were released. */
  threshold?: number
  /** Residents of the area's municipalities in the year, as far as they are known. */
  population: Residents[]
  sections: WrittenSection[]
}

export interface Residents {
  municipality: string
  residents: number
  year: number
  source: string
  /** Made up for the demonstration. */
  sample: boolean
}

/** What the ombudsman wrote. Those with a key of the house stand at their place, others before the closing. */
export interface WrittenSection {
  key: string
  title: string
  markdown: string
}

/** Whether the year still runs on the day the figures were read. */
export function isUnfinished({ year, date }: Pick<AnnualReportInput, 'year' | 'date'>): boolean {
  return date <= `${year}-12-31`
}
