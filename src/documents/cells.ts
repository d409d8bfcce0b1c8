import { formatNumber } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import type { Cell, Column, TableBlock } from './model.ts'

/** Printed in the place of a suppressed figure; Finnish statistics use two dots for "not available or confidential". */
export const SUPPRESSED = '..'

/** A cell as a reader sees it, numbers with the language's separators. */
export function cellText(lang: Lang, cell: Cell, decimals = 0): string {
  if (cell === null) return SUPPRESSED
  if (typeof cell === 'string') return cell
  // What rounds to nothing has no sign; English formats write a hyphen where a minus belongs.
  const text = formatNumber(lang, cell, decimals).replace(/^[-−]/, '−')
  return /[1-9]/.test(text) ? text : text.replace('−', '')
}

/** A table's rows as text, in the order of its columns. */
export function rowTexts(lang: Lang, columns: Column[], cells: Cell[]): string[] {
  return columns.map((column, i) => cellText(lang, cells[i] ?? (i in cells ? null : ''), column.decimals))
}

/** Whether a figure of the table is suppressed, so that the sign must be explained. */
export function hasSuppressed(table: TableBlock): boolean {
  return table.rows.some((row) => row.cells.includes(null))
}
