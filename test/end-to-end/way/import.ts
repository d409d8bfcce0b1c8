import { expect } from 'vitest'
import { COLUMNS } from '../../../src/cases/index.ts'
import { look } from '../look.ts'
import type { Way } from './setting.ts'

/** The year before this one: over, so its report is not of an unfinished year. */
export const YEAR = new Date().getFullYear() - 1

/** Contacts of the year: 120, of them 60 in Tampere; two contacts to a case, one case to a person. */
const rows = Array.from({ length: 120 }, (_, n) => {
  const pick = <T>(of: readonly T[]) => of[n % of.length]!
  const month = String((n % 12) + 1).padStart(2, '0')
  return {
    contact_at: `${YEAR}-${month}-${String((n % 27) + 1).padStart(2, '0')}`,
    channel: pick(['phone', 'phone', 'email', 'meeting']),
    contact_person: pick(['client', 'client', 'relative']),
    language: pick(['fi', 'fi', 'fi', 'fi', 'sv', 'other']),
    municipality: pick(['837', '536', '837', '980']),
    age_band: pick(['75+', '30-64', '18-29']),
    service_task: pick(['older-people', 'disability', 'families']),
    service: pick(['home-care', 'personal-assistance', 'family-work']),
    provider_mode: pick(['own', 'voucher']),
    nature: pick(['dissatisfaction', 'enquiry']),
    reasons: pick(['waiting-time', 'fees|decision-content', 'service-quality']),
    actions: pick(['advice', 'advice|objection-help']),
    outcome: 'advised',
    case_ref: `asia-${Math.floor(n / 2)}`,
    person_ref: `henkilo-${Math.floor(n / 2)}`,
  }
})
type Row = (typeof rows)[number]

const file = (name: string, of: readonly Row[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [COLUMNS, ...of.map((row) => COLUMNS.map((column) => row[column]))]
      .map((line) => line.join(';'))
      .join('\r\n'),
  ),
})

async function upload(way: Way, name: string, of: readonly Row[]) {
  const page = way.at('ombudsman')
  await page.locator('input[type="file"]').setInputFiles(file(name, of))
  await page.locator('form[action="/desk/import/check"] button').click()
  await page.waitForURL('**/desk/import/check')
  return page
}

/** A file with mistakes: each is told by row and column, and nothing is taken. */
export async function refuseFile(way: Way): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto('/desk/import')
  await look(page, 'import')
  const bad = rows.slice(0, 6)
  bad[1] = { ...bad[1]!, channel: 'fax' }
  bad[2] = { ...bad[2]!, municipality: '999' }
  bad[4] = { ...bad[4]!, contact_at: `${YEAR}-02-30`, person_ref: '010190-123A' }
  await upload(way, 'virheellinen.csv', bad)
  const told = await page
    .locator('main table tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...(line as unknown as { cells: { textContent: string }[] }).cells].map((cell) =>
          cell.textContent.trim(),
        ),
      ),
    )
  expect(told.map(([row, column, value]) => [row, column, value])).toEqual([
    ['3', 'channel', 'fax'],
    ['4', 'municipality', '999'],
    ['6', 'contact_at', `${YEAR}-02-30`],
    // What looks like a person's data is not repeated.
    ['6', 'person_ref', '–'],
  ])
  for (const [, , , message] of told) expect(message!.length).toBeGreaterThan(15)
  expect(await page.title()).toMatch(/^Virhe: /)
  await look(page, 'import-refused')
  await page.goto(`/desk/statistics?rows=serviceTask&year=${YEAR}`)
  expect(await page.locator('main table').count()).toBe(0)
}

/** The good file: looked at, brought in, counted; the same file again brings nothing. */
export async function importYear(way: Way): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto('/desk/import')
  await upload(way, `${YEAR}.csv`, rows)
  await look(page, 'import-good')
  await page.locator('form[action="/desk/import"] button').click()
  await page.waitForURL('**/desk/import?accepted=120&duplicates=0')
  expect(await page.locator('[role="status"]').first().textContent()).toContain('120 yhteydenottoa tuotiin.')
  await upload(way, `${YEAR}.csv`, rows)
  expect(await page.locator('form[action="/desk/import"]').count()).toBe(0)
}

/** The tables show what was brought in, as contacts and as persons. */
export async function readStatistics(way: Way): Promise<void> {
  const page = way.at('ombudsman')
  await page.goto('/desk/statistics')
  await page.locator('[name="rows"]').selectOption('serviceTask')
  await page.locator('[name="columns"]').selectOption('municipality')
  await page.locator('[name="year"]').selectOption(String(YEAR))
  await page.locator('main form button:not([name="cancelled"])').click()
  await page.waitForURL(`**/desk/statistics?*year=${YEAR}*`)
  const last = () => page.locator('main table tr').last().locator('th, td').allTextContents()
  expect((await last()).map((text) => text.trim()).slice(1)).toEqual(
    expect.arrayContaining(['30', '60', '30', '120']),
  )
  expect(await page.locator('main figure svg').count()).toBe(1)
  await look(page, 'statistics')
  await page.locator('[name="unit"]').selectOption('person')
  await page.locator('[name="columns"]').selectOption('')
  await page.locator('main form button:not([name="cancelled"])').click()
  await page.waitForURL('**/desk/statistics?*unit=person*')
  expect((await last()).map((text) => text.trim()).at(-1)).toBe('60')
}
