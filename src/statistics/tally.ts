/** One dimension of the contacts: each has a set of codes, mostly of one, named by its number. */
export interface Codes {
  setOf: Int32Array
  sets: readonly (readonly string[])[]
}

/** Contacts in an order in which those of one unit stand together. */
export interface ByUnit {
  order: Int32Array
  unitOf: Int32Array
}

/** Counts distinct units by row and column. Without `units` every contact is a unit of its own. */
export function tally(count: number, rows: Codes, columns: Codes | undefined, units: ByUnit | undefined) {
  const r = numbered(rows)
  const c = columns ? numbered(columns) : { codes: [''], sets: [Int32Array.of(0)] }
  const width = c.codes.length
  const cells = counter(r.codes.length * width)
  const inRow = counter(r.codes.length)
  const inColumn = counter(width)
  const all = counter(1)
  for (let k = 0; k < count; k++) {
    const contact = units ? units.order[k]! : k
    const unit = units ? units.unitOf[contact]! : contact
    const columnSet = c.sets[columns ? columns.setOf[contact]! : 0]!
    for (const row of r.sets[rows.setOf[contact]!]!) {
      inRow.add(row, unit)
      for (const column of columnSet) cells.add(row * width + column, unit)
    }
    for (const column of columnSet) inColumn.add(column, unit)
    all.add(0, unit)
  }
  return {
    cells: [...cells.n].map((n, at) => ({
      row: r.codes[Math.floor(at / width)]!,
      column: c.codes[at % width]!,
      n,
    })),
    rowTotals: r.codes.map((row, at) => ({ row, n: inRow.n[at]! })),
    columnTotals: c.codes.map((column, at) => ({ column, n: inColumn.n[at]! })),
    total: all.n[0]!,
  }
}

/** Counts units that come one after another, each once a place. */
function counter(places: number) {
  const n = new Int32Array(places)
  const last = new Int32Array(places).fill(-1)
  const add = (place: number, unit: number) => {
    if (last[place] === unit) return
    last[place] = unit
    n[place]!++
  }
  return { n, add }
}

function numbered({ sets }: Codes) {
  const numbers = new Map<string, number>()
  for (const code of sets.flat()) if (!numbers.has(code)) numbers.set(code, numbers.size)
  return {
    codes: [...numbers.keys()],
    sets: sets.map((set) => Int32Array.from(set, (code) => numbers.get(code)!)),
  }
}
