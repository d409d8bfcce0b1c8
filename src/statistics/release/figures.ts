import type { CountTable, Hierarchy, Unit } from '../table.ts'

/** Where a figure is printed. null as row or column: the total over it. */
export interface Place {
  table: number
  row: number | null
  column: number | null
}

/** One number of the publication, however many tables print it. */
export interface Figure {
  index: number
  unit: Unit
  /** what was counted: dimension → code, filters included; none: everything */
  of: ReadonlyMap<string, string>
  value: number
  places: Place[]
}

/** The name of a figure: the same for every table that prints it. */
export function figureKey(unit: Unit, of: ReadonlyMap<string, string>): string {
  return JSON.stringify([unit, [...of].sort(([a], [b]) => (a < b ? -1 : 1))])
}

/**
 * Finds the distinct figures of a publication: the total of contacts by channel and of contacts by month is one
 * figure, and a municipality's own table shares its figures with the county's table by municipality.
 * A whole that a part implies (the quarter of a month, the task of a service) is no part of the name.
 * @throws RangeError when two tables give the same figure different values, or a figure is already hidden
 */
export function figuresOf(tables: readonly CountTable[], hierarchies: readonly Hierarchy[]): Figure[] {
  const figures = new Map<string, Figure>()
  tables.forEach((table, t) => {
    const put = (row: number | null, column: number | null, value: number | null | undefined) => {
      if (value === null || value === undefined)
        throw new RangeError(`${table.name}: figures to release must be complete`)
      const of = new Map(Object.entries(table.filter))
      if (row !== null) of.set(table.rowDimension, table.rows[row]!)
      if (column !== null && table.columnDimension !== null)
        of.set(table.columnDimension, table.columns[column]!)
      for (const { child, parent, parentOf } of hierarchies) {
        const part = of.get(child)
        if (part !== undefined && of.has(parent) && parentOf[part] === of.get(parent)) of.delete(parent)
      }
      const key = figureKey(table.unit, of)
      const known = figures.get(key)
      if (known && known.value !== value)
        throw new RangeError(
          `${table.name}: ${key} is ${value}, but ${known.value} in ${tables[known.places[0]!.table]!.name}`,
        )
      const place = { table: t, row, column }
      if (known) known.places.push(place)
      else figures.set(key, { index: figures.size, unit: table.unit, of, value, places: [place] })
    }
    table.rows.forEach((_, r) => {
      if (table.columnDimension !== null)
        table.columns.forEach((_, c) => {
          put(r, c, table.cells[r]?.[c])
        })
      put(r, null, table.rowTotals[r])
    })
    if (table.columnDimension !== null)
      table.columns.forEach((_, c) => {
        put(null, c, table.columnTotals[c])
      })
    put(null, null, table.total)
  })
  return [...figures.values()]
}
