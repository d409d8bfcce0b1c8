import { afterAll, beforeAll, expect, it } from 'vitest'
import { countContacts, municipalRelease } from '../../src/statistics/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { asOffice, makeContacts, storeContacts } from './made-contacts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  await storeContacts(house, '08', makeContacts(1500))
})
afterAll(() => house.close())

it('gives a municipality beside its county, with no figure from one to four, and the true figures else', async () => {
  const tables = await asOffice(house, '08', (t) =>
    municipalRelease(t, { year: 2025, quarter: 2, municipality: '837' }),
  )
  const own = await asOffice(house, '08', (t) =>
    countContacts(t, { year: 2025, quarter: 2, municipality: '837', rows: 'serviceTask' }),
  )
  const { own: released, county } = tables.serviceTask
  expect(released.filter).toEqual({ year: '2025', quarter: '2', municipality: '837' })
  expect(released.rows).toEqual(own.rows)
  released.rowTotals.forEach((n, r) => {
    if (n !== null) expect(n).toBe(own.rowTotals[r])
  })
  expect(released.rowTotals.some((n) => n !== null)).toBe(true)
  expect(county.total).toBeGreaterThan(released.total!)
  for (const { own, county } of Object.values(tables))
    for (const n of [...own.rowTotals, ...county.rowTotals, own.total, county.total])
      expect(n === null || n === 0 || n >= 5).toBe(true)
})

it('shows nothing by quarters that the year hides, nor by the year less its quarters', async () => {
  const of = (quarter?: 1 | 2 | 3 | 4) =>
    asOffice(house, '08', (t) =>
      municipalRelease(t, {
        year: 2025,
        municipality: '604',
        dimensions: ['channel', 'nature'],
        ...(quarter ? { quarter } : {}),
      }),
    )
  const year = await of()
  const quarters = [await of(1), await of(2), await of(3), await of(4)]
  for (const dimension of ['channel', 'nature'] as const)
    for (const [r, code] of year[dimension].own.rows.entries()) {
      const whole = year[dimension].own.rowTotals[r]!
      const parts = quarters.map(({ [dimension]: { own } }) => {
        const at = own.rows.indexOf(code)
        return at < 0 ? (own.total === null ? null : 0) : own.rowTotals[at]!
      })
      const hidden = [whole, ...parts].filter((n) => n === null).length
      expect(hidden).not.toBe(1)
      if (hidden === 0) expect(parts.reduce<number>((a, b) => a + b!, 0)).toBe(whole)
    }
})
