import type { CountTable } from '../table.ts'
import type { ReleasedTable } from './publication.ts'

/**
 * One column of a two-way table as a table of its own, such as a municipality's figures out of the county's table
 * by municipality. Of a released table whose column total is hidden no rows are left: which codes occur would tell
 * of a group that may be small. An absent column gives an empty table.
 */
export function columnOf<T extends CountTable | ReleasedTable>(table: T, code: string): T {
  const at = table.columns.indexOf(code)
  const total = at < 0 ? 0 : table.columnTotals[at]!
  const rows = at < 0 || total === null ? [] : [...table.rows.keys()].filter((r) => table.cells[r]![at] !== 0)
  const cells = rows.map((r) => table.cells[r]![at]!)
  const hidden = total === null ? table.rows.filter((_, r) => table.cells[r]![at] !== 0).length + 1 : 0
  return {
    ...table,
    name: `${table.name}-${code}`,
    columnDimension: null,
    filter: { ...table.filter, [table.columnDimension ?? 'column']: code },
    rows: rows.map((r) => table.rows[r]!),
    columns: ['all'],
    cells: cells.map((n) => [n]),
    rowTotals: cells,
    columnTotals: [total],
    total,
    ...('suppressed' in table ? { suppressed: hidden || cells.filter((n) => n === null).length } : {}),
  }
}

/** The row totals of a two-way table as a table of its own: the county's figures. */
export function totalsOf<T extends CountTable | ReleasedTable>(table: T): T {
  return {
    ...table,
    columnDimension: null,
    columns: ['all'],
    cells: table.rowTotals.map((n) => [n]),
    columnTotals: [table.total],
    ...('suppressed' in table
      ? { suppressed: table.rowTotals.filter((n) => n === null).length + (table.total === null ? 1 : 0) }
      : {}),
  }
}
