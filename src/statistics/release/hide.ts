import type { CountTable } from '../table.ts'
import type { Figure } from './figures.ts'
import type { HiddenBecause, ReleasedTable } from './publication.ts'

/** A table with its hidden figures taken out. One of a small group is left without rows: they would tell of it. */
export function hideIn(
  table: CountTable,
  index: number,
  figures: readonly Figure[],
  hidden: ReadonlyMap<number, HiddenBecause>,
  threshold: number,
): ReleasedTable {
  const gone = new Set<string>()
  for (const figure of hidden.keys())
    for (const { table, row, column } of figures[figure]!.places)
      if (table === index) gone.add(`${row} ${column}`)
  const { total, columnDimension } = table
  if (total! > 0 && total! < threshold)
    return {
      ...table,
      rows: [],
      columns: columnDimension === null ? table.columns : [],
      cells: [],
      rowTotals: [],
      columnTotals: columnDimension === null ? [null] : [],
      total: null,
      suppressed: gone.size,
    }
  const show = (row: number | null, column: number | null, value: number | null | undefined) =>
    gone.has(`${row} ${column}`) ? null : value!
  return {
    ...table,
    cells: table.cells.map((line, r) => line.map((n, c) => show(r, columnDimension === null ? null : c, n))),
    rowTotals: table.rowTotals.map((n, r) => show(r, null, n)),
    columnTotals: table.columnTotals.map((n, c) => show(null, columnDimension === null ? null : c, n)),
    total: show(null, null, total),
    suppressed: gone.size,
  }
}
