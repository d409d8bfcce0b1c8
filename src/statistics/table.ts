import { NOT_RECORDED } from '../classification/index.ts'

/** What is counted. A case holds one or more contacts, a person one or more cases. */
export const UNITS = ['contact', 'case', 'person'] as const
export type Unit = (typeof UNITS)[number]
/** Benefit gaps are counted too, in tables of their own: nothing follows from a number of gaps for the other units. */
export type TableUnit = Unit | 'gap'

/** The one column of a table without a column dimension. */
export const ALL = 'all'

/** Codes of one dimension lie inside codes of another: a service in a task, a month in a quarter. */
export interface Hierarchy {
  /** dimension whose codes are the parts, such as `service` */
  child: string
  /** dimension whose codes are the wholes, such as `serviceTask` */
  parent: string
  /** child code → parent code; a code left out has no parent */
  parentOf: Readonly<Record<string, string>>
}

/**
 * Counts of one unit over one or two dimensions. `null` is a suppressed figure.
 * Totals count distinct units. Where a unit can fall in several cells (`multiple`) they are not the sum of
 * the cells: every cell ≤ its total, and a total ≤ the sum of its cells.
 */
export interface CountTable {
  name: string
  unit: TableUnit
  rowDimension: string
  /** null: one column, `all` */
  columnDimension: string | null
  /** which records were counted, such as `{ year: '2025', municipality: '609' }`; part of what a figure means */
  filter: Readonly<Record<string, string>>
  rows: readonly string[]
  columns: readonly string[]
  /** cells[row][column] */
  cells: readonly (readonly (number | null)[])[]
  rowTotals: readonly (number | null)[]
  columnTotals: readonly (number | null)[]
  total: number | null
  multiple: boolean
  /** relations of this table's codes to those of other dimensions in the same publication */
  hierarchies?: readonly Hierarchy[]
}

/** Counts as a database groups them: each row of `cells`, `rowTotals`, `columnTotals` counts distinct units. */
export interface GroupedCounts {
  name: string
  unit: TableUnit
  rowDimension: string
  columnDimension?: string | null
  filter?: Readonly<Record<string, string>>
  cells: readonly { row: string | null; column?: string | null; n: number }[]
  /** Left out: the sums of the cells, right only where no unit falls in several cells. */
  rowTotals?: readonly { row: string | null; n: number }[]
  columnTotals?: readonly { column: string | null; n: number }[]
  total?: number
  /** Left out: found from the figures. Say true for dimensions that can hold several values. */
  multiple?: boolean
  /** order of codes; those not named follow in code order, `not-recorded` last */
  rowOrder?: readonly string[]
  columnOrder?: readonly string[]
  hierarchies?: readonly Hierarchy[]
}

/** Orders codes as the given list does, the rest by code, `not-recorded` last. */
export function orderCodes(codes: Iterable<string>, order: readonly string[] = []): string[] {
  const place = new Map(order.map((code, index) => [code, index]))
  const rank = (code: string) => place.get(code) ?? (code === NOT_RECORDED ? Infinity : order.length)
  return [...new Set(codes)].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    return x === y ? (a < b ? -1 : a > b ? 1 : 0) : x < y ? -1 : 1
  })
}

/**
 * A table from grouped counts. Codes that do not occur are left out; an empty code becomes `not-recorded`.
 * @throws RangeError when a count is not a whole number of zero or more, or a given total is missing
 */
export function tableFromGroups(groups: GroupedCounts): CountTable {
  const columnDimension = groups.columnDimension ?? null
  const sums = { row: new Map<string, number>(), column: new Map<string, number>() }
  const counts = new Map<string, Map<string, number>>()
  const add = (map: Map<string, number>, key: string, n: number) => map.set(key, (map.get(key) ?? 0) + n)
  for (const { row, column, n } of groups.cells) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${groups.name}: ${n} is not a count`)
    if (n === 0) continue
    const r = row || NOT_RECORDED
    const c = columnDimension === null ? ALL : column || NOT_RECORDED
    const line = counts.get(r) ?? new Map<string, number>()
    counts.set(r, line)
    add(line, c, n)
    add(sums.row, r, n)
    add(sums.column, c, n)
  }
  const rows = orderCodes(counts.keys(), groups.rowOrder)
  const columns = columnDimension === null ? [ALL] : orderCodes(sums.column.keys(), groups.columnOrder)
  const cells = rows.map((row) => columns.map((column) => counts.get(row)!.get(column) ?? 0))
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
  const given = <T extends { n: number }>(list: readonly T[], code: (entry: T) => string | null) =>
    new Map(list.map((entry) => [code(entry) || NOT_RECORDED, entry.n]))
  const total = groups.total ?? sum(sums.row.values())
  const byRow = groups.rowTotals ? given(groups.rowTotals, (entry) => entry.row) : sums.row
  const byColumn = groups.columnTotals ? given(groups.columnTotals, (entry) => entry.column) : sums.column
  const known = (totals: ReadonlyMap<string, number>, code: string) => {
    const n = totals.get(code)
    if (n === undefined) throw new RangeError(`${groups.name}: no total for ${code}`)
    return n
  }
  const rowTotals = columnDimension === null ? cells.map(([n]) => n!) : rows.map((row) => known(byRow, row))
  const columnTotals = columnDimension === null ? [total] : columns.map((column) => known(byColumn, column))
  const additive =
    sum(rowTotals) === total &&
    sum(columnTotals) === total &&
    rows.every((_, r) => sum(cells[r]!) === rowTotals[r]) &&
    columns.every((_, c) => sum(cells.map((line) => line[c]!)) === columnTotals[c])
  return {
    name: groups.name,
    unit: groups.unit,
    rowDimension: groups.rowDimension,
    columnDimension,
    filter: groups.filter ?? {},
    rows,
    columns,
    cells,
    rowTotals,
    columnTotals,
    total,
    multiple: groups.multiple || !additive,
    ...(groups.hierarchies ? { hierarchies: groups.hierarchies } : {}),
  }
}

/** How to read one dimension from a coded record: one code, several codes, or nothing. */
export interface Dimension<R> {
  name: string
  of: (record: R) => string | null | undefined | readonly string[]
  order?: readonly string[]
  /** a record can hold several codes */
  multiple?: boolean
}

/**
 * Counts coded records. `unitOf` gives the identity of what is counted (the case or the person of a contact);
 * without it every record is a unit of its own.
 */
export function countTable<R>(
  records: Iterable<R>,
  spec: {
    name: string
    unit: Unit
    rows: Dimension<R>
    columns?: Dimension<R>
    unitOf?: (record: R) => string
    filter?: Readonly<Record<string, string>>
    hierarchies?: readonly Hierarchy[]
  },
): CountTable {
  const everything = new Set<string>()
  const byRow = new Map<string, Set<string>>()
  const byColumn = new Map<string, Set<string>>()
  const byCell = new Map<string, { row: string; column: string; units: Set<string> }>()
  const put = (map: Map<string, Set<string>>, key: string, unit: string) => {
    const units = map.get(key) ?? new Set<string>()
    map.set(key, units.add(unit))
  }
  let serial = 0
  for (const record of records) {
    const unit = spec.unitOf ? spec.unitOf(record) : String(serial++)
    everything.add(unit)
    const columns = spec.columns ? codesOf(spec.columns, record) : [ALL]
    for (const column of columns) put(byColumn, column, unit)
    for (const row of codesOf(spec.rows, record)) {
      put(byRow, row, unit)
      for (const column of columns) {
        const key = JSON.stringify([row, column])
        const cell = byCell.get(key) ?? { row, column, units: new Set<string>() }
        cell.units.add(unit)
        byCell.set(key, cell)
      }
    }
  }
  return tableFromGroups({
    name: spec.name,
    unit: spec.unit,
    rowDimension: spec.rows.name,
    columnDimension: spec.columns?.name ?? null,
    filter: spec.filter,
    cells: [...byCell.values()].map(({ row, column, units }) => ({ row, column, n: units.size })),
    rowTotals: [...byRow].map(([row, units]) => ({ row, n: units.size })),
    columnTotals: [...byColumn].map(([column, units]) => ({ column, n: units.size })),
    total: everything.size,
    multiple: Boolean(spec.rows.multiple || spec.columns?.multiple),
    rowOrder: spec.rows.order,
    columnOrder: spec.columns?.order,
    hierarchies: spec.hierarchies,
  })
}

function codesOf<R>(dimension: Dimension<R>, record: R): readonly string[] {
  const value = dimension.of(record)
  const codes = typeof value === 'string' ? [value] : (value ?? [])
  const known = [...new Set(codes.filter((code) => code !== ''))]
  return known.length > 0 ? known : [NOT_RECORDED]
}
