import type { Lang } from '../../language/lang.ts'
import { type Cell, COLUMNS, type Column } from './columns.ts'
import { type Rejected, rejection } from './rejection.ts'

/** Where each column stands. In any order; capitals and spaces around are forgiven, nothing else. */
export interface Header {
  columns: readonly (Column | null)[]
  wrong: Rejected[]
}

export function readHeader(row: number, cells: readonly Cell[], lang: Lang): Header {
  const wrong: Rejected[] = []
  const seen = new Set<Column>()
  const columns = cells.map((cell): Column | null => {
    const value = String(cell ?? '').trim()
    const column = COLUMNS.find((known) => known === value.toLowerCase())
    // A spreadsheet may give empty cells after the last column.
    if (value === '') return null
    if (!column) wrong.push(rejection(lang, 'column-unknown', { row, value, detail: COLUMNS.join(', ') }))
    else if (seen.has(column)) wrong.push(rejection(lang, 'column-twice', { row, column, value }))
    else {
      seen.add(column)
      return column
    }
    return null
  })
  for (const column of COLUMNS)
    if (!seen.has(column)) wrong.push(rejection(lang, 'column-missing', { row, column }))
  return { columns, wrong }
}
