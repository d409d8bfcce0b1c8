import type { Hierarchy, TableUnit } from '../table.ts'
import { type Figure, figureKey } from './figures.ts'

/** Σ plus − Σ minus = 0, or ≤ 0: something everybody can know about figures of a publication. */
export interface Relation {
  plus: readonly number[]
  minus: readonly number[]
  equal: boolean
}

/** The figures that split one figure by one dimension. */
export interface Family {
  whole: number
  parts: number[]
}

/**
 * The families of a publication: for each figure and each dimension, those that differ from it by one code of
 * that dimension, or by one code that a hierarchy places inside its own.
 */
export function familiesOf(figures: readonly Figure[], hierarchies: readonly Hierarchy[]): Family[] {
  const index = new Map(figures.map((figure) => [figureKey(figure.unit, figure.of), figure.index]))
  const families = new Map<string, Family>()
  const put = (part: Figure, whole: Map<string, string>, by: string) => {
    const found = index.get(figureKey(part.unit, whole))
    if (found === undefined) return
    const key = `${found} ${by}`
    const family = families.get(key)
    if (family) family.parts.push(part.index)
    else families.set(key, { whole: found, parts: [part.index] })
  }
  for (const figure of figures)
    for (const [dimension, code] of figure.of) {
      const rest = new Map(figure.of)
      rest.delete(dimension)
      put(figure, rest, dimension)
      for (const { child, parent, parentOf } of hierarchies) {
        const above = child === dimension && !rest.has(parent) ? parentOf[code] : undefined
        if (above !== undefined) put(figure, new Map(rest).set(parent, above), `${child} in ${parent}`)
      }
    }
  return [...families.values()]
}

/**
 * What the figures of a publication say about each other. Where the parts add up to the whole, a reader may know
 * or guess that they must; where they stay under it, that they cannot exceed it. Where they exceed it, a unit can
 * fall in several parts, so that each part ≤ the whole ≤ the sum of the parts. Taking a reader to know too much
 * is the safe side. For the same figure in other units: persons ≤ cases ≤ contacts, where that holds throughout.
 */
export function relationsOf(figures: readonly Figure[], families: readonly Family[]): Relation[] {
  const value = (index: number) => figures[index]!.value
  const relations = families.flatMap(({ whole, parts }): Relation[] => {
    const sum = parts.reduce((total, part) => total + value(part), 0)
    if (sum <= value(whole)) return [{ plus: parts, minus: [whole], equal: sum === value(whole) }]
    return [
      ...parts.map((part) => ({ plus: [part], minus: [whole], equal: false })),
      { plus: [whole], minus: parts, equal: false },
    ]
  })
  return relations.concat(unitRelations(figures)).filter((relation) => holds(relation, value))
}

function unitRelations(figures: readonly Figure[]): Relation[] {
  const byMeaning = new Map<string, Partial<Record<TableUnit, Figure>>>()
  for (const figure of figures) {
    const key = figureKey('contact', figure.of)
    byMeaning.set(key, { ...byMeaning.get(key), [figure.unit]: figure })
  }
  const pairs: [Figure, Figure][] = []
  for (const { contact, case: cases, person } of byMeaning.values()) {
    if (person && cases) pairs.push([person, cases])
    if (cases && contact) pairs.push([cases, contact])
    if (person && contact && !cases) pairs.push([person, contact])
  }
  const broken = new Set(pairs.filter(([a, b]) => a.value > b.value).map(([a, b]) => `${a.unit} ${b.unit}`))
  return pairs
    .filter(([a, b]) => !broken.has(`${a.unit} ${b.unit}`))
    .map(([a, b]) => ({ plus: [a.index], minus: [b.index], equal: false }))
}

function holds({ plus, minus, equal }: Relation, value: (index: number) => number): boolean {
  const add = (list: readonly number[]) => list.reduce((total, index) => total + value(index), 0)
  const excess = add(plus) - add(minus)
  return equal ? excess === 0 : excess <= 0
}
