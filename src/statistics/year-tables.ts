import { setImmediate } from 'node:timers/promises'
import { DIMENSION, type Dimension } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import {
  fieldOf,
  type Scope,
  scopeCondition,
  type TableSpec,
  tableHead,
  unitField,
} from './count-contacts.ts'
import { type CountTable, tableFromGroups, type Unit } from './table.ts'
import { type ByUnit, type Codes, tally } from './tally.ts'

const LINES_AT_ONCE = 2000
/** Contacts from which others are let in between. */
const MANY = 5000

/**
 * All tables asked for, from one reading of the period's contacts. One statement, so that the tables agree with
 * each other while others write. Of each contact only its codes come here, as numbers: about 80 bytes, with 100 000
 * contacts and 40 tables in about a second.
 * @returns the tables in the order of the specs
 */
export async function yearTables(
  t: OfficeTransaction,
  scope: Scope,
  specs: readonly TableSpec[],
): Promise<CountTable[]> {
  if (specs.length === 0) return []
  const dimensions = [...new Set(specs.flatMap(({ rows, columns }) => (columns ? [rows, columns] : [rows])))]
  const units = [...new Set(specs.map(({ unit = 'contact' }) => unit))].filter((unit) => unit !== 'contact')
  const batches = await readLines(t, scope, dimensions, units)
  const count = batches.reduce((sum, { n }) => sum + n, 0)
  const codes = new Map(dimensions.map((dimension) => [dimension, codesOf(count)]))
  const unitIds = new Map(units.map((unit) => [unit, numbersOf(count)]))
  const readers = [...codes.values(), ...unitIds.values()]
  let contact = 0
  for (const batch of batches) {
    if (count > MANY) await setImmediate()
    for (const line of batch.lines.split('\n')) {
      let from = 0
      for (const reader of readers) {
        const to = line.indexOf('\t', from)
        reader.put(contact, to < 0 ? line.slice(from) : line.slice(from, to))
        from = to + 1
      }
      contact++
    }
    batch.lines = ''
  }
  const orders = new Map<Unit, ByUnit>(units.map((unit) => [unit, byUnit(unitIds.get(unit)!)]))
  const tables: CountTable[] = []
  for (const spec of specs) {
    // Each table of a large year takes some hundredths of a second; whoever waits for a page comes in between.
    if (count > MANY) await setImmediate()
    const unit = spec.unit ?? 'contact'
    const of = (dimension: Dimension): Codes => codes.get(dimension)!
    const counts = tally(count, of(spec.rows), spec.columns && of(spec.columns), orders.get(unit))
    const { rowTotals, columnTotals, ...rest } = counts
    const table = tableFromGroups({
      ...tableHead(spec, scope),
      ...rest,
      ...(spec.columns ? { rowTotals, columnTotals } : {}),
    })
    tables.push(table)
  }
  return tables
}

/** One line a contact: its codes and units, with tabs between; many lines a row, for a row costs more than a line. */
function readLines(
  t: OfficeTransaction,
  scope: Scope,
  dimensions: readonly Dimension[],
  units: readonly Unit[],
) {
  const fields = dimensions.map((dimension) =>
    DIMENSION[dimension].multiple
      ? Prisma.sql`array_to_string(${fieldOf(dimension, scope)}, '|')`
      : Prisma.sql`coalesce(${fieldOf(dimension, scope)}, '')`,
  )
  const all = Prisma.join([...fields, ...units.map(unitField)], ', ')
  return t.sql.$queryRaw<{ n: number; lines: string }[]>`
    select count(*)::int as n, string_agg(line, E'\n') as lines from (
      select concat_ws(E'\t', ${all}) as line, (row_number() over () - 1) / ${LINES_AT_ONCE}::int as batch
      from contact where ${scopeCondition(t, scope)}
    ) as contacts group by batch`
}

/** Gives every text a number, from 0, and keeps the numbers of the contacts. */
function numbersOf(count: number) {
  const known = new Map<string, number>()
  const of = new Int32Array(count)
  const put = (contact: number, text: string) => {
    let number = known.get(text)
    if (number === undefined) {
      number = known.size
      known.set(text, number)
    }
    of[contact] = number
  }
  return { known, of, put }
}

function codesOf(count: number): Codes & { put(contact: number, text: string): void } {
  const sets = numbersOf(count)
  return {
    put: sets.put,
    setOf: sets.of,
    get sets() {
      return [...sets.known.keys()].map((text) => [...new Set(text.split('|'))])
    },
  }
}

/** The contacts so that those of one unit stand together, and which unit each is of. */
function byUnit({ known, of }: ReturnType<typeof numbersOf>): ByUnit {
  const next = new Int32Array(known.size + 1)
  for (const unit of of) next[unit + 1]!++
  for (let unit = 0; unit < known.size; unit++) next[unit + 1]! += next[unit]!
  const order = new Int32Array(of.length)
  of.forEach((unit, contact) => {
    order[next[unit]!++] = contact
  })
  return { order, unitOf: of }
}
