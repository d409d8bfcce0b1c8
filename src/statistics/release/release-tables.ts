import type { CountTable, Hierarchy } from '../table.ts'
import { figureKey, figuresOf, printedIn } from './figures.ts'
import { hideIn } from './hide.ts'
import { networkOf } from './network.ts'
import { protect } from './protect.ts'
import type { HiddenBecause, ReleasedPublication, ReleasedTable } from './publication.ts'
import { familiesOf, relationsOf } from './relations.ts'
import { sharedLines } from './shared-lines.ts'

/** The smallest count that is shown outside the office, besides zero. */
export const THRESHOLD = 5

export interface ReleaseOptions {
  threshold?: number
  /**
   * Released before and about the same records, such as the quarters of a year. What they showed the reader knows,
   * what they hid stays hidden. Their tables must be among `tables`, counted anew, for the figures to be compared.
   */
  known?: readonly ReleasedTable[]
}

/**
 * The one way out of the office for figures. Give it all tables that the same readers get, together.
 *
 * A figure of 1 to 4 is hidden, and so are enough others that from all that is shown (rows, columns, totals, other
 * tables, other units, the same figure elsewhere) nobody can tell a small figure closer than "from 1 to 5 or more".
 * Zero is shown: that nobody came is no secret of anybody's, rows that do not occur are left out anyway, and hiding
 * zeros would hide most of a table. Two exceptions, where a zero would say what a few people share: a table of a
 * group that is itself small is withheld as a whole; and where all units of a small row or column fall in one cell,
 * a zero of that line is hidden and protected too, so that it cannot be seen that they do.
 *
 * Method: cell suppression. For every small figure the cheapest change of the publication is sought under which
 * everything shown stays true and the figure is 5 (and 1); what that change touches is hidden. See cheapest-shift.ts.
 * Source of the method: Fischetti, Salazar, Models and algorithms for optimizing cell suppression in tabular data
 * with linear constraints, JASA 2000; Hundepool et al., Statistical Disclosure Control, 2012, chapter 4.
 * The result depends on the tables only, so the same publication always hides the same.
 *
 * @throws RangeError when tables contradict each other (not counted together) or are already released
 */
export function releaseTables(
  tables: readonly CountTable[],
  { threshold = THRESHOLD, known = [] }: ReleaseOptions = {},
): ReleasedPublication {
  const hierarchies = hierarchiesOf(tables)
  const figures = figuresOf(tables, hierarchies)
  const hidden = new Map<number, HiddenBecause>()
  for (const figure of figures)
    if (figure.value > 0 && figure.value < threshold) hidden.set(figure.index, 'small')
  const pinned = new Set<number>()
  const byKey = new Map(figures.map((figure) => [figureKey(figure.unit, figure.of), figure]))
  for (const table of known)
    for (const { key, value } of printedIn(table, hierarchies)) {
      const figure = byKey.get(key)
      if (!figure || figure.value === 0) continue
      if (value === null) hidden.set(figure.index, hidden.get(figure.index) ?? 'protects')
      else if (value === figure.value) pinned.add(figure.index)
    }
  const relations = relationsOf(figures, familiesOf(figures, hierarchies))
  protect({
    figures,
    network: networkOf(figures, relations),
    hidden,
    pinned,
    lines: sharedLines(tables, figures, threshold),
    threshold,
  })
  const because = { small: 0, protects: 0, group: 0 }
  for (const reason of hidden.values()) because[reason]++
  return {
    tables: tables.map((table, t) => hideIn(table, t, figures, hidden, threshold)),
    suppressed: hidden.size,
    because,
    threshold,
  }
}

function hierarchiesOf(tables: readonly CountTable[]): Hierarchy[] {
  const all = new Map(
    tables
      .flatMap(({ hierarchies = [] }) => hierarchies)
      .map((hierarchy) => [`${hierarchy.child} ${hierarchy.parent}`, hierarchy]),
  )
  return [...all.values()]
}
