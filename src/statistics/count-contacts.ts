import { DIMENSION, type Dimension, dimensionCodes, NOT_RECORDED } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { type Period, periodCondition, periodFilter, QUARTERS } from './period.ts'
import { ALL, type CountTable, tableFromGroups, type Unit } from './table.ts'

/** What to count from. A municipality is the client's, by its three-digit code. */
export type Scope = Period & { municipality?: string }

export interface TableSpec {
  /** left out: made of the rest, such as `reason-by-month-case` */
  name?: string
  /** what is counted; contacts when left out */
  unit?: Unit
  rows: Dimension
  columns?: Dimension
}

const FIELD: Readonly<Record<Exclude<Dimension, 'month'>, string>> = {
  channel: 'channel',
  contactPerson: 'contact_person',
  language: 'language',
  ageBand: 'age_band',
  municipality: 'municipality',
  serviceTask: 'service_task',
  service: 'service',
  providerMode: 'provider_mode',
  nature: 'nature',
  reason: 'reasons',
  action: 'actions',
  outcome: 'outcome',
}
const UNIT_FIELD: Readonly<Record<Unit, string>> = { contact: 'id', case: 'case_unit', person: 'person_unit' }

/** One table of the office's contacts, cases or persons; see `yearTables`. */
export async function countContacts(
  t: OfficeTransaction,
  asked: Scope & Omit<TableSpec, 'name'>,
): Promise<CountTable> {
  const [table] = await yearTables(t, asked, [asked])
  return table!
}

/**
 * All tables asked for, counted in one statement: the contacts of the period are read once, through the index,
 * and every table is grouped from them by the database, so that the tables agree with each other while others
 * write, and only figures reach this program, however many contacts there are.
 * A case or a person is counted where at least one of its contacts of the period falls.
 * @returns the tables in the order of the specs
 */
export async function yearTables(
  t: OfficeTransaction,
  scope: Scope,
  specs: readonly TableSpec[],
): Promise<CountTable[]> {
  if (specs.length === 0) return []
  const months = scope.from === undefined ? 'MM' : 'YYYY-MM'
  const dimensions = [...new Set(specs.flatMap(({ rows, columns }) => (columns ? [rows, columns] : [rows])))]
  const fields = dimensions.map((dimension) => Prisma.sql`${read(dimension, months)} as ${column(dimension)}`)
  const municipality = scope.municipality
    ? Prisma.sql`and municipality = ${scope.municipality}`
    : Prisma.empty
  // Compiling the plan of so many small groupings would take longer than running it.
  await t.sql.$executeRaw`select set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`
  const counts = await t.sql.$queryRaw<{ t: number; part: Part; r: string; c: string; n: number }[]>`
    with contacts as materialized (
      select id, case_unit, person_unit, ${Prisma.join(fields, ', ')} from contact
      where organisation = ${t.organisation} and ${periodCondition(scope)} ${municipality}
    ), ${Prisma.join(
      specs.map((spec, index) => unitsOf(spec, index)),
      ', ',
    )}
    ${Prisma.join(
      specs.flatMap((spec, index) => partsOf(spec, index)),
      ' union all ',
    )}`
  const bySpec = specs.map(() => ({
    cell: [] as typeof counts,
    row: [] as typeof counts,
    column: [] as typeof counts,
    all: 0,
  }))
  for (const count of counts) {
    const of = bySpec[count.t]!
    if (count.part === 'all') of.all = count.n
    else of[count.part].push(count)
  }
  const filter = {
    ...periodFilter(scope),
    ...(scope.municipality ? { municipality: scope.municipality } : {}),
  }
  return specs.map((spec, index) => {
    const { cell, row, column, all } = bySpec[index]!
    return tableFromGroups({
      name: spec.name ?? nameOf(spec),
      unit: spec.unit ?? 'contact',
      rowDimension: spec.rows,
      columnDimension: spec.columns ?? null,
      filter,
      cells: cell.map(({ r, c, n }) => ({ row: r, column: c, n })),
      ...(spec.columns
        ? {
            rowTotals: row.map(({ r, n }) => ({ row: r, n })),
            columnTotals: column.map(({ c, n }) => ({ column: c, n })),
          }
        : {}),
      total: all,
      multiple: DIMENSION[spec.rows].multiple || Boolean(spec.columns && DIMENSION[spec.columns].multiple),
      rowOrder: dimensionCodes(spec.rows),
      ...(spec.columns ? { columnOrder: dimensionCodes(spec.columns) } : {}),
      hierarchies: [QUARTERS],
    })
  })
}

type Part = 'cell' | 'row' | 'column' | 'all'

const nameOf = ({ rows, columns, unit }: TableSpec) =>
  `${rows}${columns ? `-by-${columns}` : ''}-${unit ?? 'contact'}`

const column = (dimension: Dimension) => Prisma.raw(`"${dimension}"`)

/** A dimension of a contact: a code, or the list of codes of one that can hold several. */
function read(dimension: Dimension, months: 'MM' | 'YYYY-MM'): Prisma.Sql {
  if (dimension === 'month')
    return months === 'MM'
      ? Prisma.sql`to_char(month, 'FM00')`
      : Prisma.sql`year || '-' || to_char(month, 'FM00')`
  const field = Prisma.raw(FIELD[dimension])
  return DIMENSION[dimension].multiple
    ? Prisma.sql`case when cardinality(${field}) = 0 then array[${NOT_RECORDED}] else ${field} end`
    : Prisma.sql`coalesce(nullif(${field}, ''), ${NOT_RECORDED})`
}

/** The distinct units of a table's cells: unit u, row r, column c. */
function unitsOf({ rows, columns, unit = 'contact' }: TableSpec, index: number): Prisma.Sql {
  const several = [rows, columns].some((dimension) => dimension && DIMENSION[dimension].multiple)
  const distinct = several || unit !== 'contact' ? Prisma.sql`distinct` : Prisma.empty
  const code = (dimension: Dimension) =>
    DIMENSION[dimension].multiple ? Prisma.sql`unnest(${column(dimension)})` : column(dimension)
  // Two lists in one line would be walked side by side; each needs its own loop.
  const [from, r, c] =
    columns && DIMENSION[rows].multiple && DIMENSION[columns].multiple
      ? [
          Prisma.sql`contacts, unnest(${column(rows)}) as a(code), unnest(${column(columns)}) as b(code)`,
          Prisma.sql`a.code`,
          Prisma.sql`b.code`,
        ]
      : [Prisma.sql`contacts`, code(rows), columns ? code(columns) : Prisma.sql`${ALL}::text`]
  return Prisma.sql`${units(index)} as (select ${distinct} ${Prisma.raw(UNIT_FIELD[unit])} as u, ${r} as r, ${c} as c
    from ${from})`
}

const units = (index: number) => Prisma.raw(`units_${index}`)

function partsOf({ rows, columns, unit = 'contact' }: TableSpec, index: number): Prisma.Sql[] {
  const several = [rows, columns].some((dimension) => dimension && DIMENSION[dimension].multiple)
  const part = (name: Part, fields: ('r' | 'c')[], distinct: boolean) => {
    const list = Prisma.raw(fields.join(', '))
    const inner = Prisma.raw(['u', ...fields].join(', '))
    const from = distinct
      ? Prisma.sql`(select distinct ${inner} from ${units(index)}) as d`
      : Prisma.sql`${units(index)}`
    const shown = Prisma.raw(['r', 'c'].map((f) => (fields.includes(f as 'r') ? f : `'' as ${f}`)).join(', '))
    const group = fields.length > 0 ? Prisma.sql`group by ${list}` : Prisma.empty
    return Prisma.sql`select ${index}::int as t, ${name}::text as part, ${shown}, count(*)::int as n from ${from} ${group}`
  }
  const again = several || unit !== 'contact'
  return [
    part('cell', ['r', 'c'], false),
    ...(columns ? [part('row', ['r'], again), part('column', ['c'], again)] : []),
    part('all', [], again),
  ]
}
