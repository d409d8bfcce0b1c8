import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTable, orderCodes, tableFromGroups } from '../../src/statistics/table.ts'

interface Contact {
  channel: string | null
  reasons: string[]
  caseRef: string
}
const contacts: Contact[] = [
  { channel: 'phone', reasons: ['delay', 'fees'], caseRef: 'a' },
  { channel: 'email', reasons: ['delay'], caseRef: 'a' },
  { channel: 'phone', reasons: [], caseRef: 'b' },
  { channel: null, reasons: ['fees'], caseRef: 'c' },
]
const channel = { name: 'channel', of: (c: Contact) => c.channel, order: ['phone', 'email'] }
const reason = { name: 'reason', of: (c: Contact) => c.reasons, multiple: true }

describe('count table', () => {
  it('counts contacts in one column, an empty field as not recorded and last', () => {
    const table = countTable(contacts, { name: 'channel', unit: 'contact', rows: channel })
    expect(table).toMatchObject({
      rows: ['phone', 'email', 'not-recorded'],
      columns: ['all'],
      cells: [[2], [1], [1]],
      rowTotals: [2, 1, 1],
      columnTotals: [4],
      total: 4,
      multiple: false,
    })
  })

  it('counts a contact under each of its reasons but once in the totals', () => {
    const table = countTable(contacts, { name: 'r', unit: 'contact', rows: reason, columns: channel })
    expect(table.rows).toEqual(['delay', 'fees', 'not-recorded'])
    expect(table.cells).toEqual([
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 0],
    ])
    expect(table.rowTotals).toEqual([2, 2, 1])
    expect(table.columnTotals).toEqual([2, 1, 1])
    expect(table.total).toBe(4)
    expect(table.multiple).toBe(true)
  })

  it('counts a case once in a cell; a case seen in two channels makes the table multiple', () => {
    const unitOf = (c: Contact) => c.caseRef
    const table = countTable(contacts, { name: 'c', unit: 'case', rows: channel, unitOf })
    expect(table.cells).toEqual([[2], [1], [1]])
    expect(table.total).toBe(3)
    expect(table.multiple).toBe(true)
  })

  it('takes grouped counts as the database gives them', () => {
    const table = tableFromGroups({
      name: 'g',
      unit: 'contact',
      rowDimension: 'month',
      columnDimension: 'channel',
      cells: [
        { row: '2025-02', column: 'phone', n: 3 },
        { row: '2025-01', column: null, n: 2 },
        { row: '2025-03', column: 'phone', n: 0 },
      ],
    })
    expect(table.rows).toEqual(['2025-01', '2025-02'])
    expect(table.columns).toEqual(['phone', 'not-recorded'])
    expect(table.cells).toEqual([
      [0, 2],
      [3, 0],
    ])
    expect([table.rowTotals, table.columnTotals, table.total, table.multiple]).toEqual([
      [2, 3],
      [3, 2],
      5,
      false,
    ])
  })

  it('refuses what is not a count', () => {
    const make = (n: number) =>
      tableFromGroups({ name: 'g', unit: 'contact', rowDimension: 'month', cells: [{ row: '1', n }] })
    expect(() => make(-1)).toThrow(RangeError)
    expect(() => make(1.5)).toThrow(RangeError)
  })

  it('keeps cell ≤ total ≤ sum of cells, whatever is counted', () => {
    const record = fc.record({
      channel: fc.option(fc.constantFrom('phone', 'email', 'letter')),
      reasons: fc.array(fc.constantFrom('delay', 'fees', 'other')),
      caseRef: fc.constantFrom('a', 'b', 'c', 'd'),
    })
    fc.assert(
      fc.property(fc.array(record), fc.boolean(), (records, cases) => {
        const table = countTable(records, {
          name: 'p',
          unit: cases ? 'case' : 'contact',
          rows: reason,
          columns: channel,
          unitOf: cases ? (c) => c.caseRef : undefined,
        })
        table.rows.forEach((_, r) => {
          const line = table.cells[r] as number[]
          expect(Math.max(...line)).toBeLessThanOrEqual(table.rowTotals[r]!)
          expect(line.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(table.rowTotals[r]!)
        })
        const sum = (table.rowTotals as number[]).reduce((a, b) => a + b, 0)
        expect(sum).toBeGreaterThanOrEqual(table.total!)
        expect(table.total).toBe(cases ? new Set(records.map((r) => r.caseRef)).size : records.length)
      }),
    )
  })

  it('orders codes by the list, then by code, not recorded last', () => {
    expect(orderCodes(['z', 'not-recorded', 'b', 'a', 'z'], ['z'])).toEqual(['z', 'a', 'b', 'not-recorded'])
    expect(orderCodes(['not-recorded', 'a'], ['not-recorded', 'a'])).toEqual(['not-recorded', 'a'])
  })
})
