import { DIMENSION, type Dimension, dimensionCodes } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { type Period, periodCondition, periodFilter, QUARTERS } from './period.ts'
import { ALL, type CountTable, type GroupedCounts, tableFromGroups, type Unit } from './table.ts'

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

/**
 * One table of the office's contacts, cases or persons, grouped by the database through its index. A case or a
 * person is counted where at least one of its contacts of the period falls. For many tables see `yearTables`.
 */
export async function countContacts(
  t: OfficeTransaction,
  { rows, columns, unit = 'contact', ...scope }: Scope & Omit<TableSpec, 'name'>,
): Promise<CountTable> {
  const spec = { rows, unit, ...(columns ? { columns } : {}) }
  const counts = await t.sql.$queryRaw<{ part: Part; r: string; c: string; n: number }[]>`
    with units as materialized (${unitsOf(t, scope, spec)}) ${Prisma.join(partsOf(spec), ' union all ')}`
  const of = (wanted: Part) =>
    counts.filter(({ part }) => part === wanted).map(({ r, c, n }) => ({ row: r, column: c, n }))
  return tableFromGroups({
    ...tableHead(spec, scope),
    cells: of('cell'),
    ...(columns ? { rowTotals: of('row'), columnTotals: of('column') } : {}),
    total: of('all')[0]?.n ?? 0,
  })
}

/** What is known of a table before anything is counted. */
export function tableHead(spec: TableSpec, scope: Scope): Omit<GroupedCounts, 'cells'> {
  const { rows, columns, unit = 'contact' } = spec
  return {
    name: spec.name ?? `${rows}${columns ? `-by-${columns}` : ''}-${unit}`,
    unit,
    rowDimension: rows,
    columnDimension: columns ?? null,
    filter: { ...periodFilter(scope), ...(scope.municipality ? { municipality: scope.municipality } : {}) },
    multiple: DIMENSION[rows].multiple || Boolean(columns && DIMENSION[columns].multiple),
    rowOrder: dimensionCodes(rows),
    ...(columns ? { columnOrder: dimensionCodes(columns) } : {}),
    hierarchies: [QUARTERS],
  }
}

/** Which contacts are counted, as a condition that an index serves. */
export function scopeCondition(t: Pick<OfficeTransaction, 'organisation'>, scope: Scope): Prisma.Sql {
  const place = scope.municipality ? Prisma.sql`and municipality = ${scope.municipality}` : Prisma.empty
  return Prisma.sql`organisation = ${t.organisation} and ${periodCondition(scope)} ${place}`
}

/** A dimension's field of a contact. Months of several years are told apart. */
export function fieldOf(dimension: Dimension, scope: Scope): Prisma.Sql {
  if (dimension !== 'month') return Prisma.raw(FIELD[dimension])
  return scope.from === undefined
    ? Prisma.sql`to_char(month, 'FM00')`
    : Prisma.sql`year || '-' || to_char(month, 'FM00')`
}

/** The field by which units are told apart. */
export const unitField = (unit: Unit): Prisma.Sql => Prisma.raw(UNIT_FIELD[unit])

type Part = 'cell' | 'row' | 'column' | 'all'

const isSeveral = ({ rows, columns }: TableSpec) =>
  DIMENSION[rows].multiple || Boolean(columns && DIMENSION[columns].multiple)

/** The units of the cells, each once a cell: unit u, row r, column c. */
function unitsOf(t: OfficeTransaction, scope: Scope, spec: TableSpec & { unit: Unit }): Prisma.Sql {
  const { rows, columns, unit } = spec
  const joins: Prisma.Sql[] = []
  const code = (dimension: Dimension | undefined, name: string) => {
    if (!dimension) return Prisma.sql`${ALL}::text`
    const field = fieldOf(dimension, scope)
    if (!DIMENSION[dimension].multiple) return Prisma.sql`coalesce(${field}, '')`
    joins.push(Prisma.sql`left join lateral unnest(${field}) as ${Prisma.raw(name)}(code) on true`)
    return Prisma.sql`coalesce(${Prisma.raw(name)}.code, '')`
  }
  const [r, c] = [code(rows, 'row_codes'), code(columns, 'column_codes')]
  const distinct = isSeveral(spec) || unit !== 'contact' ? Prisma.sql`distinct` : Prisma.empty
  return Prisma.sql`select ${distinct} ${unitField(unit)} as u, ${r} as r, ${c} as c
    from contact ${joins.length > 0 ? Prisma.join(joins, ' ') : Prisma.empty} where ${scopeCondition(t, scope)}`
}

function partsOf(spec: TableSpec & { unit: Unit }): Prisma.Sql[] {
  const again = isSeveral(spec) || spec.unit !== 'contact'
  const part = (name: Part, fields: readonly string[], distinct: boolean) => {
    const from = distinct ? `(select distinct ${['u', ...fields].join(', ')} from units) as again` : 'units'
    const shown = ['r', 'c'].map((field) => (fields.includes(field) ? field : `'' as ${field}`)).join(', ')
    const group = fields.length > 0 ? `group by ${fields.join(', ')}` : ''
    return Prisma.raw(`select '${name}' as part, ${shown}, count(*)::int as n from ${from} ${group}`)
  }
  return [
    part('cell', ['r', 'c'], false),
    ...(spec.columns ? [part('row', ['r'], again), part('column', ['c'], again)] : []),
    part('all', [], again),
  ]
}
