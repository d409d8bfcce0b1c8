import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inOffice } from '../../src/custody/transaction.ts'
import { tablesOf } from '../../src/documents/model.ts'
import { makeAnnualReport } from '../../src/reports/annual-report.ts'
import { publishAnnualReport } from '../../src/reports/publish-annual-report.ts'
import { toldOfYear } from '../../src/reports/releases.ts'
import { makeSummary } from '../../src/reports/summary.ts'
import { here } from '../../src/reports/workshop/here.ts'
import { gapTables, readGapStatistics } from '../../src/statistics/index.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { fillYear } from './made-year.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse({ now: '2027-01-20T09:00:00Z' })
})
afterAll(() => house?.close())
beforeEach(async () => {
  await house.database.owner.query('delete from benefit_gap')
  await house.database.owner.query('delete from release')
})

const office = <T>(work: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(house, '08', { kind: 'system' }, work, { timeout: 60_000 })

/** n gaps of a municipality, cause and month; closed in the same year in time, too late, or not at all. */
async function add(
  n: number,
  municipality: string,
  cause: string,
  month: number,
  late: boolean | null = null,
) {
  await house.database.owner.query(
    `insert into benefit_gap (id, organisation, found_at, year, month, municipality, benefit, authority, cause, effects,
       state, since_on, changed_at, closed_at, closed_year, closed_month, too_late)
     select gen_random_uuid(), '08', make_date(2026, $3, 5), 2026, $3, $1, 'basic-assistance', 'kela', $2, '{}',
       case when $4::bool is null then 'open' else 'closed' end, make_date(2026, $3, 1), now(),
       case when $4::bool is null then null else make_date(2026, $3, 20) end,
       case when $4::bool is null then null else 2026 end, case when $4::bool is null then null else $3 end, $4
     from generate_series(1, $5)`,
    [municipality, cause, month, late, n],
  )
}

/** Tampere 40, Nokia 7, Ylöjärvi 2; by cause 30, 17 and 2. */
async function year() {
  await add(20, '837', 'processing-delay', 3, true)
  await add(10, '837', 'processing-delay', 4, false)
  await add(10, '837', 'bounced', 5)
  await add(7, '536', 'bounced', 6, true)
  await add(2, '980', 'moved', 6, true)
}

const report = (audience: 'office' | 'public') =>
  office((t) => makeAnnualReport(t, { year: 2026, lang: 'fi', audience }, here))
const table = (document: Awaited<ReturnType<typeof report>>['document'], name: string) =>
  Object.fromEntries(
    tablesOf(document)
      .find((one) => one.name === name)!
      .rows.map(({ code, cells }) => [code, cells[0]]),
  )

describe('benefit gaps in the year’s report', () => {
  it('tells the office every figure, in a unit of its own', async () => {
    await year()
    const { document } = await report('office')
    expect(table(document, 'gaps-by-cause')).toEqual({
      bounced: 17,
      moved: 2,
      'processing-delay': 30,
      total: 49,
    })
    expect(table(document, 'gaps-closed')).toEqual({
      'in-time': 10,
      'too-late': 29,
      'not-judged': 0,
      total: 39,
    })
    const words = JSON.stringify(document.blocks)
    expect(words).toContain('Laskentayksikkö on etuusviive')
    expect(words).toContain('Vuonna 2026 kirjattiin 49 etuusviivettä.')
    expect(words).toContain('korjaantui 29')
  })

  it('hides what is small from everybody else, and what would give it away', async () => {
    await year()
    const { document, suppressed } = await report('public')
    const causes = table(document, 'gaps-by-cause')
    expect(causes.moved).toBeNull()
    expect(causes.total).toBe(49)
    // One hidden figure alone would follow from the total.
    expect(Object.values(causes).filter((n) => n === null).length).toBeGreaterThanOrEqual(2)
    expect(suppressed).toBeGreaterThan(0)
  })

  it('says nothing where there are none, and of a handful only that they are few', async () => {
    expect(tablesOf((await report('public')).document).map(({ name }) => name)).not.toContain('gaps-by-cause')
    await add(3, '837', 'moved', 2)
    const { document } = await report('public')
    expect(JSON.stringify(document.blocks)).toContain('niin vähän, ettei lukuja kerrota')
    expect(JSON.stringify(document.blocks)).not.toContain('Muutto alueelta toiselle')
  })

  it('leaves out a division of which no figure may be told', async () => {
    for (const cause of ['moved', 'bounced', 'recovery', 'sanction']) await add(3, '837', cause, 3)
    const { document } = await report('public')
    const names = tablesOf(document).map(({ name }) => name)
    expect(names).not.toContain('gaps-by-cause')
    expect(names).toContain('gaps-by-authority')
    expect(JSON.stringify(document.blocks)).toContain('siltä osin kuin kaikki luvut ovat pieniä')
  })

  it('tells figures again as they were told while they nearly hold', async () => {
    await year()
    await office((t) => publishAnnualReport(t, { year: 2026, lang: 'fi' }))
    await add(1, '837', 'recovery', 7)
    const { document } = await report('public')
    expect(table(document, 'gaps-by-cause')).not.toHaveProperty('recovery')
    expect(table(document, 'gaps-by-cause').total).toBe(49)
    const told = await office((t) => toldOfYear(t, 2026))
    expect(told.gaps).toHaveLength(1)
    expect(told.reports.flat().every(({ unit }) => unit !== 'gap')).toBe(true)
  })
})

describe('benefit gaps in a municipality’s summary', () => {
  const figures = async (municipality: string) => {
    const { document } = await office((t) => makeSummary(t, { municipality, year: 2026, lang: 'fi' }, here))
    return tablesOf(document)
      .find(({ name }) => name === 'gaps')!
      .rows.find(({ code }) => code === municipality)!.cells
  }

  it('stand beside those of the county, small ones hidden, and of a quarter not at all', async () => {
    await year()
    const [found, closed] = await figures('837')
    expect([40, null]).toContain(found)
    expect([30, null]).toContain(closed)
    const small = await figures('980')
    expect(small).toEqual([null, null, null])
    // Nor can the small one be computed from the county's total and the others that are shown.
    const others = [await figures('837'), await figures('536')].map(([n]) => n)
    expect(others).toContain(null)
    const quarter = await office((t) =>
      makeSummary(t, { municipality: '837', year: 2026, quarter: 2, lang: 'fi' }, here),
    )
    expect(tablesOf(quarter.document).map(({ name }) => name)).not.toContain('gaps')
  })
})

it.each(['fi', 'sv', 'en'] as const)('still fits two pages of a full year in %s', async (lang) => {
  await year()
  if (!(await house.database.owner.query('select 1 from contact limit 1')).rowCount)
    await fillYear(house, 2026, 3000)
  const { document } = await office((t) => makeSummary(t, { municipality: '837', year: 2026, lang }, here))
  expect(tablesOf(document).map(({ name }) => name)).toContain('gaps')
  expect((await readPdf(await here.pdf(document))).pages).toHaveLength(2)
})

it('counts no other office’s gaps, and gives the desk’s statistics the same as the report', async () => {
  await year()
  const other = await inOffice(house, '90', { kind: 'system' }, (t) => gapTables(t, 2026))
  expect(other.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0])
  const read = (audience: 'office' | 'public') =>
    readGapStatistics(house, { kind: 'system' }, { organisation: '08', audience, year: 2026 })
  expect((await read('office')).tables['gap-month'].total).toBe(49)
  const released = (await read('public')).tables['gap-cause']
  const { document } = await report('public')
  const told = table(document, 'gaps-by-cause')
  for (const [row, code] of released.rows.entries()) expect(told[code]).toBe(released.rowTotals[row])
})
