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
 * tables of a report together. A municipality's summary takes its tables from `municipalRelease`, which weighs all
 * municipalities, quarters and the year together. A hidden figure is `null`; so is what is computed from it.
 */
export { type Comparison, compareTables, perThousand } from './compare.ts'
export { countContacts, type Scope, type TableSpec } from './count-contacts.ts'
export { definitionOf } from './definition.ts'
export {
  type MunicipalDimension,
  type MunicipalRelease,
  municipalRelease,
} from './municipal-release.ts'
export { type Period, QUARTERS } from './period.ts'
export { AUDIENCES, type Audience, type Question, readStatistics } from './read-statistics.ts'
export { columnOf, totalsOf } from './release/column-of.ts'
export type { ReleasedPublication, ReleasedTable } from './release/publication.ts'
export { releaseTables, THRESHOLD } from './release/release-tables.ts'
export { ALL, type CountTable, countTable, type Hierarchy, UNITS, type Unit } from './table.ts'
export { yearTables } from './year-tables.ts'
