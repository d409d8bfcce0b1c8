import { type CountTable, type ReleasedTable, THRESHOLD } from '../statistics/index.ts'
import type { Quarter } from './read-figures.ts'

/** What was told of a year, each the latest last. */
export interface Told {
  /** by published reports: all tables of the year */
  reports: ReleasedTable[][]
  summaries: ToldSummary[]
  /** tables of benefit gaps, by whatever report or summary */
  gaps: ReleasedTable[][]
}

/** What a summary told of a municipality in a period. */
export interface ToldSummary {
  municipality: string
  quarter: Quarter | undefined
  tables: ReleasedTable[]
}

/** All that was told, in one list. */
export const allTold = ({ reports, summaries }: Told): ReleasedTable[] => [
  ...reports.flat(),
  ...summaries.flatMap(({ tables }) => tables),
]

/**
 * Whether figures told before still hold, near enough: none has changed by as much as the smallest count that is
 * shown. To tell them anew would tell, by the difference, of the few people who came or were recoded since: of one
 * contact every table would give a code. So such figures are told again as they were, also in another language.
 */
export function stillHolds(told: readonly ReleasedTable[], counted: readonly CountTable[]): boolean {
  return told.every((before) => {
    const now = counted.find(({ name }) => name === before.name)
    if (!now) return false
    const total = now.total ?? 0
    // A group withheld as a whole is told of only when it is no longer small.
    if (before.total === null) return total < THRESHOLD
    const near = (was: number | null, is: number | null) =>
      was === null || Math.abs(was - (is ?? 0)) < THRESHOLD
    const [were, are] = [before, now].map(figures)
    const codes = [...before.rows, ...now.rows]
    return near(before.total, total) && codes.every((code) => near(were!(code), are!(code)))
  })
}

const figures = ({ rows, rowTotals }: CountTable) => {
  const of = new Map(rows.map((code, row) => [code, rowTotals[row] ?? null]))
  return (code: string) => (of.has(code) ? of.get(code)! : 0)
}
