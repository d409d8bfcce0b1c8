/**
 * The door of the room.
 *
 * Counting: `yearTables(t, { year, quarter?, municipality? }, specs)` gives any number of tables of the office of
 * the transaction from one reading: 40 tables of 100 000 contacts in about a second.
 * `countContacts` gives one table, grouped by the database. A period of days is `{ from, to }`.
 * `compareTables(now, before)` computes the change from one year to the next, `perThousand` a rate,
 * `definitionOf(table, lang)` says in words what the figures are.
 *
 * Every figure that leaves the office goes through the one release function, `releaseTables(tables)`: give it all
 * tables that the same readers get together, and what they know already as `known`. Municipalities' tables are
 * columns of the county's table by municipality: count that, release it, take `columnOf` and `totalsOf`.
 * A hidden figure is `null`; so is what is computed from it.
 */
export { type Comparison, compareTables, perThousand } from './compare.ts'
export { countContacts, type TableSpec } from './count-contacts.ts'
export { definitionOf } from './definition.ts'
export { type GapSeries, gapSeries } from './gaps/gap-series.ts'
export {
  type GapTableName,
  type GapTables,
  gapTables,
  gapTablesByName,
  LATENESS,
} from './gaps/gap-tables.ts'
export { amountOnOf, type OfficeAmounts, officeAmounts } from './gaps/office-amounts.ts'
export { readGapStatistics } from './gaps/read-gap-statistics.ts'
export { removeAmount, saveAmount } from './gaps/save-amount.ts'
export { type GapSum, type GapSums, sumGaps } from './gaps/sum-gaps.ts'
export { QUARTERS } from './period.ts'
export { AUDIENCES, type Question, readStatistics } from './read-statistics.ts'
export { columnOf, totalsOf } from './release/column-of.ts'
export type { ReleasedPublication, ReleasedTable } from './release/publication.ts'
export { type ReleaseOptions, releaseTables, THRESHOLD } from './release/release-tables.ts'
export { type CountTable, UNITS } from './table.ts'
export { yearTables } from './year-tables.ts'
