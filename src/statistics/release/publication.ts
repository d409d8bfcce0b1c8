import type { CountTable } from '../table.ts'

/** Why a figure is hidden: too small; needed to protect another; would tell what all of a small group share. */
export type HiddenBecause = 'primary' | 'complementary' | 'group'

/** A figure that is hidden, by its place and reason, without its number. */
export interface HiddenFigure {
  table: string
  /** code of the row; null in the line of column totals */
  row: string | null
  /** code of the column; null in the column of row totals */
  column: string | null
  because: HiddenBecause
}

/** A table that may leave the office. Only `release` makes one. */
export interface ReleasedTable extends CountTable {
  /** number of hidden figures in it, totals included; a row of a one-column table counts once */
  readonly suppressed: number
}

export interface ReleasedPublication {
  tables: ReleasedTable[]
  /** figures hidden in all tables together; a figure that stands in two tables counts twice */
  suppressedCount: number
  hidden: HiddenFigure[]
  /** the smallest count shown, besides zero */
  threshold: number
}
