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

/** The same network where only some figures can change. */
export interface Part {
  /** the figures that can, by their index in the whole */
  members: Int32Array
  /** index in the whole → index in the part */
  at: ReadonlyMap<number, number>
  network: Network
}

/** A small part of a network: a way found in it is one in the whole, and found much sooner. */
export function partOf(whole: Network, members: Int32Array): Part {
  const at = new Map<number, number>()
  members.forEach((figure, index) => {
    at.set(figure, index)
  })
  const kept = new Map<number, number>()
  for (const figure of members)
    for (const relation of whole.columnRelations[figure]!)
      if (!kept.has(relation)) kept.set(relation, kept.size)
  const relations = [...kept.keys()]
  const inside = relations.map((relation) => {
    const figures: number[] = []
    const signs: number[] = []
    whole.rowFigures[relation]!.forEach((figure, k) => {
      const index = at.get(figure)
      if (index === undefined) return
      figures.push(index)
      signs.push(whole.rowSigns[relation]![k]!)
    })
    return { figures, signs }
  })
  return {
    members,
    at,
    network: {
      figures: members.length,
      relations: relations.length,
      rowFigures: inside.map(({ figures }) => Int32Array.from(figures)),
      rowSigns: inside.map(({ signs }) => Int8Array.from(signs)),
      columnRelations: [...members].map((figure) =>
        Int32Array.from(whole.columnRelations[figure]!, (relation) => kept.get(relation)!),
      ),
      columnSigns: [...members].map((figure) => whole.columnSigns[figure]!),
      slack: Float64Array.from(relations, (relation) => whole.slack[relation]!),
      equal: Uint8Array.from(relations, (relation) => whole.equal[relation]!),
      canFall: Float64Array.from(members, (figure) => whole.canFall[figure]!),
    },
  }
}

/**
 * How far each figure can fall at most, whatever is hidden: a whole is at least what its parts are at least.
 * Asking for more would only take the search long to refuse.
 */
export function tightenFalls(network: Network, values: readonly number[]): void {
  const { rowFigures, rowSigns, canFall } = network
  const least = Float64Array.from(values, (value, figure) => value - canFall[figure]!)
  for (let changed = true; changed; ) {
    changed = false
    rowFigures.forEach((figures, relation) => {
      const signs = rowSigns[relation]!
      const wholes = figures.filter((_, k) => signs[k]! < 0)
      if (wholes.length !== 1) return
      let sum = 0
      figures.forEach((figure, k) => {
        if (signs[k]! > 0) sum += least[figure]!
      })
      if (sum > least[wholes[0]!]!) {
        least[wholes[0]!] = sum
        changed = true
      }
    })
  }
  for (let figure = 0; figure < values.length; figure++)
    canFall[figure] = Math.max(0, values[figure]! - least[figure]!)
}
