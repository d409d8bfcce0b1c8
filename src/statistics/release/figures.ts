import type { CountTable, Hierarchy, TableUnit } from '../table.ts'

/** Where a figure is printed. null as row or column: the total over it. */
export interface Place {
  table: number
  row: number | null
  column: number | null
}

/** One number of the publication, however many tables print it. */
export interface Figure {
  index: number
  unit: TableUnit
  /** what was counted: dimension → code, filters included; none: everything */
  of: ReadonlyMap<string, string>
  value: number
  places: Place[]
}

/** The name of a figure: the same for every table that prints it. */
export function figureKey(unit: TableUnit, of: ReadonlyMap<string, string>): string {
  return JSON.stringify([unit, [...of].sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** A printed number: where it stands and what it is. */
export interface Printed extends Pick<Place, 'row' | 'column'> {
  key: string
  of: Map<string, string>
  value: number | null
}

/**
 * Every number a table prints, totals included; the one column of a table without a column dimension is its row
 * totals. A whole that a part implies (the quarter of a month) is no part of the name of a figure.
 */
export function* printedIn(table: CountTable, hierarchies: readonly Hierarchy[]): Generator<Printed> {
  const print = (row: number | null, column: number | null, value: number | null | undefined): Printed => {
    const of = new Map(Object.entries(table.filter))
    if (row !== null) of.set(table.rowDimension, table.rows[row]!)
    if (column !== null && table.columnDimension !== null)
      of.set(table.columnDimension, table.columns[column]!)
    for (const { child, parent, parentOf } of hierarchies) {
      const part = of.get(child)
      if (part !== undefined && of.has(parent) && parentOf[part] === of.get(parent)) of.delete(parent)
    }
    return { row, column, key: figureKey(table.unit, of), of, value: value ?? null }
  }
  const twoWay = table.columnDimension !== null
  for (const r of table.rows.keys()) {
    if (twoWay) for (const c of table.columns.keys()) yield print(r, c, table.cells[r]?.[c])
    yield print(r, null, table.rowTotals[r])
  }
  if (twoWay) for (const c of table.columns.keys()) yield print(null, c, table.columnTotals[c])
  yield print(null, null, table.total)
}

/**
 * Finds the distinct figures of a publication: the total of contacts by channel and of contacts by month is one
 * figure, and a municipality's own table shares its figures with the county's table by municipality.
 * @throws RangeError when two tables give the same figure different values, or a figure is already hidden
 */
export function figuresOf(tables: readonly CountTable[], hierarchies: readonly Hierarchy[]): Figure[] {
  const figures = new Map<string, Figure>()
  tables.forEach((table, t) => {
    for (const { row, column, key, of, value } of printedIn(table, hierarchies)) {
      if (value === null) throw new RangeError(`${table.name}: figures to release must be complete`)
      const known = figures.get(key)
      if (known && known.value !== value)
        throw new RangeError(
          `${table.name}: ${key} is ${value}, but ${known.value} in ${tables[known.places[0]!.table]!.name}`,
        )
      const place = { table: t, row, column }
      if (known) known.places.push(place)
      else figures.set(key, { index: figures.size, unit: table.unit, of, value, places: [place] })
    }
  })
  return [...figures.values()]
}
