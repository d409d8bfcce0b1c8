import type { CountTable } from '../table.ts'
import type { Figure } from './figures.ts'

/** A small row or column all of whose units fall in one cell: its total, and its zeros. */
export interface SharedLine {
  total: number
  zeros: number[]
}

/** The lines that would tell what all of a few people share. */
export function sharedLines(
  tables: readonly CountTable[],
  figures: readonly Figure[],
  threshold: number,
): SharedLine[] {
  const at = new Map<string, number>()
  for (const { index, places } of figures)
    for (const { table, row, column } of places) at.set(`${table} ${row} ${column}`, index)
  const lines: SharedLine[] = []
  tables.forEach((table, t) => {
    if (table.columnDimension === null || table.total! < threshold) return
    const line = (total: number, cells: { value: number; index: number }[]) => {
      if (figures[total]!.value === 0 || figures[total]!.value >= threshold) return
      const zeros = cells.filter(({ value }) => value === 0).map(({ index }) => index)
      if (zeros.length > 0 && zeros.length === cells.length - 1) lines.push({ total, zeros })
    }
    const cell = (r: number, c: number) => ({
      value: table.cells[r]![c]!,
      index: at.get(`${t} ${r} ${c}`)!,
    })
    for (const r of table.rows.keys())
      line(
        at.get(`${t} ${r} null`)!,
        table.columns.map((_, c) => cell(r, c)),
      )
    for (const c of table.columns.keys())
      line(
        at.get(`${t} null ${c}`)!,
        table.rows.map((_, r) => cell(r, c)),
      )
  })
  return lines
}
