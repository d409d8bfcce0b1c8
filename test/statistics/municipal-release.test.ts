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
  const { tables } = await asOffice(house, '08', (t) =>
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

it('hides the same in the summaries of a quarter and of the year, whichever is asked for', async () => {
  const [year, quarter] = await asOffice(house, '08', async (t) => [
    await municipalRelease(t, { year: 2025, municipality: '604' }),
    await municipalRelease(t, { year: 2025, quarter: 1, municipality: '604' }),
  ])
  expect(year?.publication).toEqual(quarter?.publication)
})
