import type { Figure } from './figures.ts'
import type { Relation } from './relations.ts'

/** The relations as a sparse matrix of +1 and −1: rows are relations, columns figures. */
export interface Network {
  figures: number
  relations: number
  /** relation → its figures and their signs */
  rowFigures: readonly Int32Array[]
  rowSigns: readonly Int8Array[]
  /** figure → its relations and the signs there */
  columnRelations: readonly Int32Array[]
  columnSigns: readonly Int8Array[]
  /** how much the left side of a relation may grow; 0 where it must stay equal */
  slack: Float64Array
  equal: Uint8Array
  /**
   * How far a figure can fall in the eyes of a reader. Zeros are shown, so who sees a hidden figure knows it to
   * be at least 1; a zero that is hidden all the same cannot fall.
   */
  canFall: Float64Array
}

export function networkOf(figures: readonly Figure[], relations: readonly Relation[]): Network {
  const columns = figures.map(() => ({ relations: [] as number[], signs: [] as number[] }))
  const slack = new Float64Array(relations.length)
  const rows = relations.map(({ plus, minus, equal }, r) => {
    const entries = [...plus.map((f) => [f, 1] as const), ...minus.map((f) => [f, -1] as const)]
    let left = 0
    for (const [figure, sign] of entries) {
      left += sign * figures[figure]!.value
      columns[figure]!.relations.push(r)
      columns[figure]!.signs.push(sign)
    }
    slack[r] = equal ? 0 : -left
    return entries
  })
  return {
    figures: figures.length,
    relations: relations.length,
    rowFigures: rows.map((entries) => Int32Array.from(entries, ([figure]) => figure)),
    rowSigns: rows.map((entries) => Int8Array.from(entries, ([, sign]) => sign)),
    columnRelations: columns.map((column) => Int32Array.from(column.relations)),
    columnSigns: columns.map((column) => Int8Array.from(column.signs)),
    slack,
    equal: Uint8Array.from(relations, ({ equal }) => (equal ? 1 : 0)),
    canFall: Float64Array.from(figures, ({ value }) => Math.max(0, value - 1)),
  }
}
