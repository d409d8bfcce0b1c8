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

/** The tables of a summary as they were when it told `own`: with the municipality's columns, rows and totals only. */
export function fromOwnTables(own: readonly ReleasedTable[], municipality: string): SummaryTables {
  const named = (name: string) => own.find((table) => table.name === name)
  const tables: Record<string, CountTable> = {}
  for (const name of ['municipality', 'municipality-case', 'municipality-person'])
    if (named(name)) tables[name] = named(name)!
  for (const dimension of SUMMARY_DIMENSIONS) {
    const name = `${dimension}-by-municipality`
    const [there, all] = [named(`${name}-${municipality}`), named(name)]
    if (!there || !all) continue
    const columns = there.total === 0 ? [] : [municipality]
    tables[name] = {
      ...all,
      columnDimension: 'municipality',
      columns,
      cells: all.rows.map((code) => columns.map(() => figureOf(there, code))),
      columnTotals: columns.map(() => there.total),
    }
  }
  return tables as SummaryTables
}
