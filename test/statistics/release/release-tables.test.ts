import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, QUARTERS, releaseTables, totalsOf } from '../../../src/statistics/index.ts'
import { type CountTable, countTable, tableFromGroups, type Unit } from '../../../src/statistics/table.ts'
import { attack } from './attack.ts'

interface Contact {
  channel: string
  task: string
  municipality: string
  month: string
  reasons: string[]
  caseUnit: number
  person: number
}

const DIMENSION = {
  channel: { name: 'channel', of: (c: Contact) => c.channel },
  task: { name: 'serviceTask', of: (c: Contact) => c.task },
  municipality: { name: 'municipality', of: (c: Contact) => c.municipality },
  month: { name: 'month', of: (c: Contact) => c.month },
  reason: { name: 'reason', of: (c: Contact) => c.reasons, multiple: true },
}
type Name = keyof typeof DIMENSION

function count(
  contacts: readonly Contact[],
  unit: Unit,
  rows: Name,
  columns?: Name,
  filter: Record<string, string> = {},
): CountTable {
  const within = contacts.filter(
    (c) =>
      (!filter.municipality || c.municipality === filter.municipality) &&
      (!filter.quarter || QUARTERS.parentOf[c.month] === filter.quarter),
  )
  return countTable(within, {
    name: `${rows} ${columns ?? ''} ${unit} ${JSON.stringify(filter)}`,
    unit,
    rows: DIMENSION[rows],
    ...(columns ? { columns: DIMENSION[columns] } : {}),
    ...(unit === 'contact' ? {} : { unitOf: (c) => String(unit === 'case' ? c.caseUnit : c.person) }),
    filter: { year: '2025', ...filter },
    hierarchies: [QUARTERS],
  })
}

const skewed = (codes: string[]) =>
  fc.tuple(fc.nat(codes.length - 1), fc.nat(codes.length - 1)).map(([a, b]) => codes[Math.min(a, b)]!)
const contact = fc.record({
  channel: skewed(['phone', 'email', 'letter', 'meeting']),
  task: skewed(['disability', 'families', 'kela', 'other']),
  municipality: skewed(['837', '604', '980', '211']),
  month: skewed(['01', '02', '04', '07', '12']),
  reasons: fc.uniqueArray(skewed(['delay', 'fees', 'treatment', 'other']), { maxLength: 3 }),
  caseUnit: fc.nat(30),
  person: fc.constant(0),
})
// Persons hold cases: the unit of a person follows from the case.
const contacts = fc
  .array(contact, { minLength: 1, maxLength: 150, size: 'max' })
  .map((list) => list.map((c) => ({ ...c, person: Math.floor(c.caseUnit / 2) })))

const THRESHOLD = 5
const TWO_SERVICES = (['disability', 'families'] as const).map((task) => ({
  channel: 'phone',
  task,
  municipality: '837',
  month: '01',
  reasons: [],
  caseUnit: 2,
  person: 1,
}))

function check(tables: CountTable[]) {
  const released = releaseTables(tables)
  for (const table of released.tables) {
    const figures = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
    for (const figure of figures) expect(figure === null || figure === 0 || figure >= THRESHOLD).toBe(true)
  }
  for (const bounds of attack(released.tables, tables)) {
    const told = JSON.stringify(bounds)
    expect(bounds.least, told).toBeLessThanOrEqual(bounds.true + 1e-6)
    expect(bounds.most, told).toBeGreaterThanOrEqual(bounds.true - 1e-6)
    if (bounds.true === 0) continue
    expect(bounds.most - bounds.least, told).toBeGreaterThan(0.5)
    if (bounds.true < THRESHOLD) expect(bounds.most, told).toBeGreaterThanOrEqual(THRESHOLD - 1e-6)
    if (bounds.true < THRESHOLD) expect(bounds.most - bounds.least, told).toBeGreaterThanOrEqual(1 - 1e-6)
  }
  return released
}

describe('release of tables', () => {
  it('hides a figure under five and one more, so that the total does not tell it', () => {
    const table = tableFromGroups({
      name: 'channel',
      unit: 'contact',
      rowDimension: 'channel',
      cells: Object.entries({ phone: 60, email: 30, letter: 3, meeting: 7 }).map(([row, n]) => ({ row, n })),
    })
    const [released] = releaseTables([table]).tables
    const shown = Object.fromEntries(released!.rows.map((row, r) => [row, released!.rowTotals[r]]))
    expect(shown).toEqual({ phone: 60, email: 30, letter: null, meeting: null })
    expect(released!.cells.map(([n]) => n)).toEqual(released!.rowTotals)
    expect(released).toMatchObject({ total: 100, columnTotals: [100], suppressed: 2 })
  })

  it('shows zeros and figures of five and more as they are when nothing is small', () => {
    const table = tableFromGroups({
      name: 't',
      unit: 'contact',
      rowDimension: 'channel',
      columnDimension: 'nature',
      cells: [
        { row: 'phone', column: 'enquiry', n: 9 },
        { row: 'email', column: 'other', n: 5 },
      ],
    })
    const [released] = releaseTables([table]).tables
    expect(released).toMatchObject({
      cells: table.cells,
      rowTotals: table.rowTotals,
      total: 14,
      suppressed: 0,
    })
  })

  it('withholds the table of a group that is small itself, its rows too', () => {
    const few = tableFromGroups({
      name: 't',
      unit: 'person',
      rowDimension: 'serviceTask',
      filter: { municipality: '837' },
      cells: [{ row: 'child-welfare', n: 3 }],
    })
    const [released] = releaseTables([few]).tables
    expect(released).toMatchObject({ rows: [], cells: [], rowTotals: [], columnTotals: [null], total: null })
  })

  it('does not let a zero tell what all of a few people share', () => {
    const cells = [
      ['837', 'families', 40],
      ['837', 'kela', 30],
      ['837', 'disability', 20],
      ['604', 'families', 12],
      ['604', 'kela', 15],
      ['604', 'disability', 11],
      ['980', 'kela', 4],
      ['211', 'families', 6],
      ['211', 'kela', 8],
      ['211', 'disability', 9],
    ] as const
    const table = tableFromGroups({
      name: 't',
      unit: 'person',
      rowDimension: 'municipality',
      columnDimension: 'serviceTask',
      cells: cells.map(([row, column, n]) => ({ row, column, n })),
    })
    const { tables, because } = releaseTables([table])
    const few = tables[0]!.cells[table.rows.indexOf('980')]!
    expect(few.filter((n) => n === null).length).toBeGreaterThan(1)
    expect(because.group).toBeGreaterThan(0)
  })

  it('refuses tables that contradict each other or were released before', () => {
    const of = (n: number, name: string) =>
      tableFromGroups({ name, unit: 'contact', rowDimension: name, cells: [{ row: 'a', n }] })
    expect(() => releaseTables([of(5, 'channel'), of(6, 'nature')])).toThrow(RangeError)
    const once = releaseTables([of(3, 'channel')]).tables
    expect(() => releaseTables(once)).toThrow(RangeError)
  })

  it('keeps every small figure of one two-way table from an attacker with a linear program', () => {
    fc.assert(
      fc.property(contacts, (list) => void check([count(list, 'contact', 'task', 'municipality')])),
      { numRuns: 60 },
    )
  })

  it('keeps it across tables that share figures, several values and units', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        check([
          count(list, 'contact', 'task', 'channel'),
          count(list, 'contact', 'reason', 'channel'),
          count(list, 'contact', 'month'),
          count(list, 'case', 'task'),
          count(list, 'person', 'task'),
          count(list, 'person', 'channel'),
        ])
      }),
      // The solver once called this one infeasible.
      { numRuns: 40, examples: [[TWO_SERVICES]] },
    )
  })

  it('keeps it across county and municipalities, year, quarters and months', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        check([
          count(list, 'contact', 'task'),
          count(list, 'contact', 'month'),
          count(list, 'contact', 'municipality'),
          ...['837', '604', '980', '211'].map((municipality) =>
            count(list, 'contact', 'task', undefined, { municipality }),
          ),
          ...['1', '2', '3', '4'].flatMap((quarter) => [
            count(list, 'contact', 'month', undefined, { quarter }),
            count(list, 'contact', 'task', undefined, { quarter }),
          ]),
        ])
      }),
      { numRuns: 30 },
    )
  })

  it('keeps it from an attacker who knows that figures are whole numbers', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        const tables = [count(list, 'contact', 'task', 'channel'), count(list, 'contact', 'month')]
        for (const bounds of attack(releaseTables(tables).tables, tables, true))
          if (bounds.true > 0) expect(bounds.most, JSON.stringify(bounds)).toBeGreaterThan(bounds.least + 0.5)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps to what was released before: shown stays usable, hidden stays hidden', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        const quarters = ['1', '2', '3'].map((quarter) =>
          count(list, 'contact', 'task', undefined, { quarter }),
        )
        const before = releaseTables(quarters).tables
        const year = ['1', '2', '3', '4'].map((quarter) =>
          count(list, 'contact', 'task', undefined, { quarter }),
        )
        const tables = [count(list, 'contact', 'task'), ...year]
        const after = releaseTables(tables, { known: before })
        // What the reader has: everything shown then or now.
        const both = after.tables.map((table, t) => {
          const old = before[t - 1]
          if (!old || old.rows.length === 0) return table
          const rowTotals = table.rowTotals.map((n, r) => n ?? old.rowTotals[r]!)
          old.rowTotals.forEach((n, r) => {
            if (n === null) expect(table.rowTotals[r] ?? null).toBeNull()
          })
          return { ...table, rowTotals, cells: rowTotals.map((n) => [n]), total: table.total ?? old.total }
        })
        for (const bounds of attack(both, tables))
          if (bounds.true > 0) expect(bounds.most, JSON.stringify(bounds)).toBeGreaterThan(bounds.least + 0.5)
      }),
      { numRuns: 30 },
    )
  })

  it('hides the same in the same publication', () => {
    fc.assert(
      fc.property(contacts, (list) => {
        const tables = [count(list, 'contact', 'task', 'municipality')]
        expect(releaseTables(tables)).toEqual(releaseTables(tables))
      }),
      { numRuns: 20 },
    )
  })

  it('gives one municipality out of the table by municipality, and nothing of a small one', () => {
    const cells = [
      ['families', '837', 40],
      ['kela', '837', 30],
      ['families', '604', 12],
      ['kela', '604', 9],
      ['kela', '980', 3],
    ] as const
    const table = tableFromGroups({
      name: 't',
      unit: 'contact',
      rowDimension: 'serviceTask',
      columnDimension: 'municipality',
      filter: { year: '2025' },
      cells: cells.map(([row, column, n]) => ({ row, column, n })),
    })
    expect(columnOf(table, '837')).toMatchObject({
      rows: ['families', 'kela'],
      rowTotals: [40, 30],
      total: 70,
      filter: { year: '2025', municipality: '837' },
    })
    expect(totalsOf(table)).toMatchObject({ rowTotals: [52, 42], cells: [[52], [42]], total: 94 })
    const [released] = releaseTables([table]).tables
    expect(columnOf(released!, '980')).toMatchObject({ rows: [], total: null })
    expect(columnOf(released!, '999')).toMatchObject({ rows: [], total: 0 })
  })
})
