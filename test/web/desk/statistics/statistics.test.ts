import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statisticsPages } from '../../../../src/web/desk/statistics/index.tsx'
import { type TestHouse, testHouse } from '../../../house.ts'
import { makeContacts, storeContacts } from '../../../statistics/made-contacts.ts'
import { siteWith, webOn } from '../../serve-site.ts'
import { signedInAs } from '../desk-visitor.ts'

let house: TestHouse
const STAFF = '0198a000-0000-7000-8000-00000000000a'
beforeAll(async () => {
  house = await testHouse()
  await storeContacts(house, '08', makeContacts(300))
})
afterAll(() => house.close())

const ask = (path: string, role: 'ombudsman' | 'admin' = 'ombudsman', lang: 'fi' | 'sv' | 'en' = 'en') =>
  siteWith(
    webOn(house),
    statisticsPages(webOn(house)),
    '/desk/statistics',
    signedInAs(STAFF, role, lang),
  ).request(`/desk/statistics${path}`)

const QUESTION = '?rows=serviceTask&columns=channel&year=2025&unit=case'

describe('statistics on the desk', () => {
  it('shows the table with names, totals, chart and what the figures are, in each language', async () => {
    for (const [lang, words] of [
      ['fi', ['Vammaispalvelut', 'Yhteensä', 'Luvut ovat asioita']],
      ['sv', ['Totalt', 'Talen är ärenden']],
      ['en', ['Total', 'The figures are cases']],
    ] as const) {
      const answer = await ask(`${QUESTION}`, 'ombudsman', lang)
      const html = await answer.text()
      expect(answer.status).toBe(200)
      for (const word of words) expect(html).toContain(word)
      expect(html).toContain('<svg')
      expect(html).toMatch(/<th scope="row"/)
      expect(html).not.toContain('style=')
      expect(html).not.toContain('not-recorded<')
    }
  })

  it('takes what the address words wrongly as the usual, and never echoes it', async () => {
    const html = await (await ask('?rows=<b>&year=x&unit=y&municipality=1&audience=z')).text()
    expect(html).toContain('2026')
    expect(html).not.toContain('<b>')
  })

  it('shows what would be released: no figure from one to four', async () => {
    const html = await (await ask(`${QUESTION}&audience=public`)).text()
    const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell!)
    expect(cells.length).toBeGreaterThan(20)
    expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([])
    expect(html).toMatch(/figures are not shown/)
  })

  it('gives the same table as CSV and as a workbook', async () => {
    const csv = await ask(`/table.csv${QUESTION}`)
    expect(csv.headers.get('Content-Disposition')).toContain('servicetask-channel-case-2025.csv')
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFF?code,name,phone,/)
    const total = lines.at(-1)!.split(',').at(-1)
    const book = await ask(`/table.xlsx${QUESTION}`)
    const rows = await readSheet(Buffer.from(await book.arrayBuffer()), 2)
    expect(rows.flat()).toContain(Number(total))
  })

  it('says what to do when there is nothing, and keeps others out', async () => {
    const html = await (await ask('?year=2019')).text()
    expect(html).toContain('/desk/import')
    expect((await ask('', 'admin')).status).toBe(403)
  })
})
