import { SUPPRESSED } from './cells.ts'
import type { Cell, Column, TableBlock } from './model.ts'

/**
 * A table for machines (RFC 4180, UTF-8 without a byte order mark): code and name of each row, then its
 * figures as plain numbers with a decimal point, `..` for a suppressed one. Heads are codes where a column
 * has one. A text that a spreadsheet would take for a formula is given an apostrophe before it.
 */
export function toCsv(table: TableBlock): string {
  const lines = [
    ['code', 'name', ...table.columns.map((column) => text(column.code ?? column.label))],
    ...table.rows.map((row) => [
      text(row.code ?? (row.role === 'total' ? 'total' : '')),
      text(row.label),
      ...table.columns.map((column, i) => field(column, i in row.cells ? row.cells[i]! : '')),
    ]),
  ]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function field(column: Column, cell: Cell): string {
  if (cell === null) return SUPPRESSED
  if (typeof cell === 'string') return text(cell)
  return String(Number(cell.toFixed(column.decimals ?? 0)))
}

/** One line of texts (RFC 4180), safe for a spreadsheet. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(text).join(',')}\r\n`

function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
