import type { CountTable } from '../table.ts'

/** Why a figure is hidden: too small; needed to protect another; would tell what all of a small group share. */
export type HiddenBecause = 'small' | 'protects' | 'group'

/** A table that may leave the office. Only `releaseTables` makes one. */
export interface ReleasedTable extends CountTable {
  /** number of hidden figures in it, totals included; one that stands in two lines counts once */
  readonly suppressed: number
}

export interface ReleasedPublication {
  tables: ReleasedTable[]
  /** distinct figures hidden in all tables together */
  suppressed: number
  /** the distinct figures hidden, by reason */
  because: Readonly<Record<HiddenBecause, number>>
  /** the smallest count shown, besides zero */
  threshold: number
}
