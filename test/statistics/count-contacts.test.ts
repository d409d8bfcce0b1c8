import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DIMENSIONS } from '../../src/classification/index.ts'
import { dateInFinland } from '../../src/language/formats.ts'
import { countContacts, type TableSpec, UNITS, yearTables } from '../../src/statistics/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { asOffice, countSlowly, makeContacts, storeContacts } from './made-contacts.ts'

let house: TestHouse
const contacts = makeContacts(400)
beforeAll(async () => {
  house = await testHouse()
  await storeContacts(house, '08', contacts)
  await storeContacts(house, '90', makeContacts(50, 2))
})
afterAll(() => house.close())

const inYear = (year: number) => contacts.filter((c) => dateInFinland(c.contactAt).year === year)

describe('counting contacts in the database', () => {
  it('gives every table, in every unit, as a count in memory does', async () => {
    const specs: Required<Pick<TableSpec, 'unit' | 'rows'>> & TableSpec = { unit: 'contact', rows: 'channel' }
    const asked = UNITS.flatMap((unit) => [
      ...DIMENSIONS.map((rows) => ({ ...specs, unit, rows })),
      { unit, rows: 'reason' as const, columns: 'action' as const },
      { unit, rows: 'month' as const, columns: 'reason' as const },
      { unit, rows: 'serviceTask' as const, columns: 'municipality' as const },
    ])
    const tables = await asOffice(house, '08', (t) => yearTables(t, { year: 2025 }, asked))
    expect(tables).toHaveLength(asked.length)
    const one = await asOffice(house, '08', (t) =>
      Promise.all(asked.map((spec) => countContacts(t, { year: 2025, ...spec }))),
    )
    tables.forEach((table, index) => {
      expect(table).toMatchObject(countSlowly(inYear(2025), asked[index]!))
      expect(table.filter).toEqual({ year: '2025' })
      expect(one[index]).toEqual(table)
    })
  })

  it('counts a quarter, a municipality, and days across the turn of the year', async () => {
    const rows = 'channel' as const
    const [quarter, place, days] = await asOffice(house, '08', async (t) => [
      await countContacts(t, { year: 2024, quarter: 3, rows, unit: 'case' }),
      await countContacts(t, { year: 2024, municipality: '837', rows, unit: 'person' }),
      await countContacts(t, { from: '2024-12-30', to: '2025-01-01', rows: 'month' }),
    ])
    const month = (c: (typeof contacts)[0]) => dateInFinland(c.contactAt).month
    expect(quarter).toMatchObject(
      countSlowly(
        inYear(2024).filter((c) => month(c) >= 7 && month(c) <= 9),
        { rows, unit: 'case' },
      ),
    )
    expect(place).toMatchObject(
      countSlowly(
        inYear(2024).filter((c) => c.municipality === '837'),
        { rows, unit: 'person' },
      ),
    )
    const within = contacts.filter((c) =>
      ['2024-12-30', '2024-12-31', '2025-01-01'].includes(dateInFinland(c.contactAt).toString()),
    )
    expect(days?.total).toBe(within.length)
    expect(days?.rows).toContain('2025-01')
  })

  it('counts half past midnight on New Year in the new year', async () => {
    const before = await asOffice(house, '08', (t) =>
      countContacts(t, { from: '2025-01-01', to: '2025-01-01', rows: 'month' }),
    )
    expect(before.total).toBeGreaterThan(0)
    expect(dateInFinland(contacts[0]!.contactAt).year).toBe(2025)
  })

  it('never sees another office, and gives an empty table for an empty year', async () => {
    const other = await asOffice(house, '90', (t) => countContacts(t, { year: 2025, rows: 'channel' }))
    expect(other.total).toBeLessThanOrEqual(50)
    expect(other.total).toBeGreaterThan(0)
    const empty = await asOffice(house, '08', (t) =>
      countContacts(t, { year: 1999, rows: 'reason', columns: 'month' }),
    )
    expect(empty).toMatchObject({ rows: [], columns: [], cells: [], total: 0 })
  })
})
