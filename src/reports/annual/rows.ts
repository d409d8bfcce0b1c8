import { NOT_RECORDED } from '../../classification/index.ts'
import { type Comparison, type CountTable, compareTables } from '../../statistics/index.ts'

/** Ends that say little stand last, whatever their size. */
const LAST = ['other', 'unknown', NOT_RECORDED]

/** Dimensions whose codes have an order of their own. */
const ORDERED = ['month', 'ageBand']

/** A table's codes with this year's and last year's figures, the largest first; hidden ones in the list's order. */
export function comparedRows(now: CountTable, before: CountTable | null): Comparison[] {
  const { rows } = compareTables(now, before ?? { ...now, rows: [], cells: [], rowTotals: [], total: 0 })
  if (ORDERED.includes(now.rowDimension)) return rows
  const last = ({ code }: Comparison) => LAST.indexOf(code)
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => last(a.row) - last(b.row) || (b.row.now ?? -1) - (a.row.now ?? -1) || a.i - b.i)
    .map(({ row }) => row)
}
