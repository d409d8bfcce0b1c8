import type { Lang } from '../../language/lang.ts'
import { type Cell, COLUMNS, type Column } from './columns.ts'
import { type Rejected, rejection } from './rejection.ts'

/** Where each column stands. In any order; capitals and spaces around are forgiven, nothing else. */
export interface Header {
  columns: readonly (Column | null)[]
  wrong: Rejected[]
}

export function readHeader(row: number, cells: readonly Cell[], lang: Lang): Header {
  const whole = wholeHeader(row, cells, lang)
  if (whole) return { columns: [], wrong: [whole] }
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

/** What is wrong with the row as a whole: one mistake, told once and not for each of the columns. */
function wholeHeader(row: number, cells: readonly Cell[], lang: Lang): Rejected | null {
  const names = cells.map((cell) =>
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  )
  const known = (name: string) => COLUMNS.some((column) => column === name)
  if (names.some(known)) return null
  const [first = '', ...rest] = names
  const separated = rest.every((name) => name === '') && COLUMNS.every((column) => first.includes(column))
  if (separated) return rejection(lang, 'file-separator', { row })
  return rejection(lang, 'header-missing', { row, detail: COLUMNS.join(', ') })
}
