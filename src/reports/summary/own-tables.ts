import { type CountTable, columnOf, type ReleasedTable } from '../../statistics/index.ts'
import { figureOf, type PeriodTables, SUMMARY_DIMENSIONS } from '../year-figures.ts'

/**
 * What a summary tells, as tables that name their figures: the municipality's columns and totals, and the county's
 * rows and totals beside them.
 */
export function ownTables(tables: PeriodTables, municipality: string): ReleasedTable[] {
  const columns = SUMMARY_DIMENSIONS.map((dimension) =>
    columnOf(tables[`${dimension}-by-municipality`] as ReleasedTable, municipality),
  )
  const totals = (['municipality', 'municipality-case', 'municipality-person'] as const).map((name) =>
    onlyRow(tables[name], municipality),
  )
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
