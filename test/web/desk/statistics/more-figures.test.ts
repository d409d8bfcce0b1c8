import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordRightsIssue } from '../../../../src/cases/index.ts'
import { statisticsPages } from '../../../../src/web/desk/statistics/index.tsx'
import { type Office, openOffice } from '../../../cases/office.ts'
import { type TestHouse, testHouse } from '../../../house.ts'
import { Visitor } from '../../portal/visitor.ts'
import { siteWith, webOn } from '../../serve-site.ts'
import { ownSite, signedInAs } from '../desk-visitor.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const at = (lang: 'fi' | 'sv' | 'en', role: 'ombudsman' | 'admin' = 'ombudsman') => {
  const staff = signedInAs(office.maija.id, role, lang)
  return new Visitor(
    ownSite(siteWith(webOn(house), statisticsPages(webOn(house)), '/desk/statistics', staff)),
  )
}

it('shows rights, points and change in every language, with the unit named and nothing where there is nothing', async () => {
  for (const [lang, words] of [
    ['fi', 'Tältä vuodelta ei ole kirjattu oikeuksia'],
    ['sv', 'Inga rättigheter har antecknats för det här året'],
    ['en', 'No rights have been recorded for this year'],
  ] as const) {
    expect((await at(lang).get('/desk/statistics/rights')).text).toContain(words)
    expect((await at(lang).get('/desk/statistics/change')).status).toBe(200)
  }
  const { caseId } = await office.submit()
  await office.as(office.maija, (t) =>
    recordRightsIssue(t, caseId, { code: 'heard', owedBy: 'county', finding: 'found' }),
  )
  const page = await at('fi').get('/desk/statistics/rights')
  expect(page.text).toContain('Kuuleminen ennen päätöstä')
  expect(page.text).toContain('Laskentayksikkö on kirjattu oikeus')
  expect(page.text).toContain('Yhtään vastausta ei ole käyty läpi')
  expect((await at('fi').get('/desk/statistics/rights?year=2020')).text).toContain(
    'ei ole kirjattu oikeuksia',
  )
})

it('is closed to those who do not read statistics', async () => {
  expect((await at('fi', 'admin').get('/desk/statistics/rights')).status).toBe(403)
  expect((await at('fi', 'admin').get('/desk/statistics/change')).status).toBe(403)
})
