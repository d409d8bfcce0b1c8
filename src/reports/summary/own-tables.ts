import { type CountTable, columnOf, type ReleasedTable, totalsOf } from '../../statistics/index.ts'
import { figureOf, SUMMARY_DIMENSIONS, type SummaryTables } from '../year-figures.ts'

/**
 * What a summary tells, as tables that name their figures: the municipality's columns and totals, and the county's
 * rows and totals beside them.
 */
export function ownTables(tables: SummaryTables, municipality: string): ReleasedTable[] {
  const columns = SUMMARY_DIMENSIONS.flatMap((dimension) => {
    const table = tables[`${dimension}-by-municipality`] as ReleasedTable | undefined
    return table ? [columnOf(table, municipality), totalsOf(table)] : []
  })
  const totals = (['municipality', 'municipality-case', 'municipality-person'] as const).flatMap((name) => {
    const table = tables[name]
    return table ? [onlyRow(table, municipality)] : []
  })
  return [...columns, ...totals]
}

/** A table without columns cut down to one of its rows and its total. */
function onlyRow(table: CountTable, code: string): ReleasedTable {
  const figure = figureOf(table, code)
  const there = table.rows.includes(code)
  return {
    ...table,
    rows: there ? [code] : [],
    cells: there ? [[figure]] : [],
    rowTotals: there ? [figure] : [],
    suppressed: figure === null ? 1 : 0,
  }
}
