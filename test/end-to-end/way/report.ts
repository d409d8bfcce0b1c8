import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { nodesOf, type ReadPdf, readPdf } from '../../documents/read-pdf.ts'
import { look } from '../look.ts'
import { YEAR } from './import.ts'
import { letter, linkIn } from './letter.ts'
import { PEOPLE } from './people.ts'
import type { Way } from './setting.ts'

const MARKDOWN = `Käynnit on **turvattava** myös viikonloppuisin.

## Kotihoidon käynnit

- Käyntien aikataulu kerrotaan asiakkaalle etukäteen.
- Peruuntuneesta käynnistä soitetaan aina.

| Kunta | Määräaika |
| --- | --- |
| Tampere | 31.3. |
`

const TITLES = { fi: 'Sosiaaliasiavastaavan vuosiselvitys', sv: 'Socialombudets årsredogörelse' } as const

/** The ombudsman writes a section and sees it in the report. */
export async function writeReport(way: Way): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto(`/desk/reports?year=${YEAR}&in=fi`)
  await page.locator('summary', { hasText: 'Suositukset' }).click()
  await page.locator('[name="recommendations"]').fill(MARKDOWN)
  await look(page, 'reports')
  await page.locator('form[action*="/sections/recommendations"] button').click()
  await page.waitForURL('**/desk/reports?*done=1')
  await page.locator('a[href*="/annual/view?"][href$="audience=office"]').click()
  await page.waitForURL('**/desk/reports/annual/view?*')
  const article = page.locator('article.doc')
  expect(await article.locator('h1').textContent()).toBe(`${TITLES.fi} ${YEAR}`)
  expect(await article.locator('strong', { hasText: 'turvattava' }).count()).toBe(1)
  expect(await article.locator('h3', { hasText: 'Kotihoidon käynnit' }).count()).toBe(1)
  expect(await article.locator('li', { hasText: 'soitetaan aina' }).count()).toBe(1)
  expect(await article.locator('table', { hasText: 'Määräaika' }).count()).toBe(1)
  await look(page, 'report')
}

/** The report as a PDF, read back by another program. */
export async function downloadReport(way: Way, lang: 'fi' | 'sv'): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto(`/desk/reports?year=${YEAR}&in=${lang}`)
  const pdf = await download(page, 'a[href*="/annual/pdf?"][href$="audience=office"]')
  expectTagged(pdf, lang)
  expect(pdf.info.Title).toBe(`${TITLES[lang]} ${YEAR}`)
  const text = pdf.pages.map((one) => one.text).join('\n')
  for (const figure of ['120', '60']) expect(text).toMatch(new RegExp(`(^|\\D)${figure}(\\D|$)`, 'm'))
  expect(nodesOf(pdf, 'Figure').length).toBeGreaterThan(5)
  for (const figure of nodesOf(pdf, 'Figure')) expect(figure.alt?.length, figure.text).toBeGreaterThan(20)
  if (lang === 'fi') {
    expect(text).toContain('soitetaan aina')
    expect(JSON.stringify(pdf.outline!.map(({ title }) => title))).toContain('Suositukset')
  }
}

/** The lead releases a municipality's summary; its reader is told, reads it and takes it along. */
export async function releaseSummary(way: Way): Promise<void> {
  const lead = way.at('lead')
  await lead.goto(`/desk/reports?year=${YEAR}&in=fi`)
  const form = lead.locator('form[action="/desk/reports/summary"]')
  await form.locator('[name="municipality"]').selectOption('837')
  await form.locator('button').click()
  await lead.waitForURL('**/desk/reports/summary?*')
  await look(lead, 'summary-before')
  await lead.locator('form[action*="/reports/release"] button').click()
  await lead.waitForURL('**/desk/reports?*done=1')
  const subject = `Sosiaaliasiavastaavan yhteenveto: Tampere, ${YEAR}`
  const mail = await letter(way, { to: PEOPLE.reader.email, subject, lang: 'fi' })
  const reader = way.at('reader')
  await reader.goto('/authority')
  const row = reader.getByRole('row').filter({ hasText: 'Sosiaaliasiavastaavan yhteenveto: Tampere' })
  expect(await row.count()).toBe(1)
  await look(reader, 'authority')
  await reader.goto(linkIn(way, mail))
  expect(await reader.locator('article.doc h1').textContent()).toBe(
    'Sosiaaliasiavastaavan yhteenveto: Tampere',
  )
  expect(await reader.locator('article.doc').textContent()).toMatch(/\D60\D/)
  await look(reader, 'authority-summary')
  const pdf = await download(reader, 'a[href$="/pdf"]')
  expectTagged(pdf, 'fi')
  expect(pdf.info.Title).toBe('Sosiaaliasiavastaavan yhteenveto: Tampere')
  expect(pdf.pages.length).toBeLessThanOrEqual(2)
  // The desk is not for readers.
  expect((await reader.goto('/desk/statistics'))?.status()).toBe(403)
}

async function download(page: Page, link: string): Promise<ReadPdf> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(link).click()])
  expect(file.suggestedFilename()).toMatch(/\.pdf$/)
  return readPdf(await readFile(await file.path()))
}

function expectTagged(pdf: ReadPdf, lang: string): void {
  expect(pdf.tagged).toBe(true)
  expect(pdf.info.Language).toBe(lang)
  expect(nodesOf(pdf, 'H1').length).toBeGreaterThan(0)
  expect(nodesOf(pdf, 'Table').length).toBeGreaterThan(0)
  expect(nodesOf(pdf, 'TH').length).toBeGreaterThan(nodesOf(pdf, 'Table').length)
}
