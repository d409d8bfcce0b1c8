import type { CountTable, TableSpec } from '../statistics/index.ts'

/** Dimensions a year's report counts contacts by, each in a table of its own. */
export const REPORT_DIMENSIONS = [
  'channel',
  'contactPerson',
  'language',
  'ageBand',
  'nature',
  'serviceTask',
  'service',
  'providerMode',
  'reason',
  'action',
  'outcome',
] as const
export type ReportDimension = (typeof REPORT_DIMENSIONS)[number]

/** Tables by which a municipality's summary stands beside the county. */
export const SUMMARY_DIMENSIONS = ['serviceTask', 'reason'] as const
export type SummaryDimension = (typeof SUMMARY_DIMENSIONS)[number]

const UNIT_TABLES = [
  { name: 'serviceTask-case', unit: 'case', rows: 'serviceTask' },
  { name: 'serviceTask-person', unit: 'person', rows: 'serviceTask' },
  { name: 'municipality-case', unit: 'case', rows: 'municipality' },
  { name: 'municipality-person', unit: 'person', rows: 'municipality' },
] as const satisfies TableSpec[]

/** One table for each thing a yearly report tells. */
export const YEAR_TABLES = [
  { name: 'month', rows: 'month' },
  { name: 'municipality', rows: 'municipality' },
  ...REPORT_DIMENSIONS.map((rows) => ({ name: rows, rows })),
  ...UNIT_TABLES,
] as const satisfies TableSpec[]

const TASKS_BY_MUNICIPALITY = {
  name: 'serviceTask-by-municipality',
  rows: 'serviceTask',
  columns: 'municipality',
} as const satisfies TableSpec

/** What the summaries of a whole year are made of. */
export const SUMMARY_TABLES = [
  TASKS_BY_MUNICIPALITY,
  { name: 'reason-by-municipality', rows: 'reason', columns: 'municipality' },
  { name: 'municipality', rows: 'municipality' },
  ...UNIT_TABLES.filter(({ rows }) => rows === 'municipality'),
] as const satisfies TableSpec[]

/** What the summaries of a quarter are made of: little, for so few contacts would be hidden in finer tables. */
export const QUARTER_TABLES = [
  TASKS_BY_MUNICIPALITY,
  { name: 'municipality', rows: 'municipality' },
] as const satisfies TableSpec[]

export type YearTableName = 'month' | 'municipality' | ReportDimension | (typeof UNIT_TABLES)[number]['name']
export type QuarterTableName = 'serviceTask-by-municipality' | 'municipality'
export type SummaryTableName =
  | QuarterTableName
  | 'reason-by-municipality'
  | 'municipality-case'
  | 'municipality-person'

export type YearTables = Record<YearTableName, CountTable>
/** Of a quarter only some are there. */
export type SummaryTables = Record<QuarterTableName, CountTable> &
  Partial<Record<SummaryTableName, CountTable>>

/** Tables by their names. */
export function byName<N extends string>(tables: readonly CountTable[]): Record<N, CountTable> {
  return Object.fromEntries(tables.map((table) => [table.name, table])) as Record<N, CountTable>
}

/** The figure of one code in a table without columns: 0 where it does not occur, null where it is not shown. */
export function figureOf(table: CountTable, code: string): number | null {
  const row = table.rows.indexOf(code)
  if (row >= 0) return table.rowTotals[row] ?? null
  // In a table withheld as a whole a code that is absent is not known to be zero.
  return table.total === null ? null : 0
}

/** The same for one column of a table with columns, row by row. */
export function columnFigure(table: CountTable, row: string, column: string): number | null {
  const [r, c] = [table.rows.indexOf(row), table.columns.indexOf(column)]
  if (r < 0 || c < 0) return table.total === null ? null : 0
  return table.cells[r]![c] ?? null
}
