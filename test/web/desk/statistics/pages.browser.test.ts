import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WebEnv } from '../../../../src/web/context.ts'
import { importPages } from '../../../../src/web/desk/import/index.tsx'
import { statisticsPages } from '../../../../src/web/desk/statistics/index.tsx'
import { call, csv } from '../../../cases/import/file.ts'
import { axeViolations, launchBrowser, openPage, picture, tooWide } from '../../../end-to-end/browser.ts'
import { type TestHouse, testHouse } from '../../../house.ts'
import { makeContacts, storeContacts } from '../../../statistics/made-contacts.ts'
import { serveSite, siteWith, webOn } from '../../serve-site.ts'
import { signedInAs } from '../desk-visitor.ts'

let house: TestHouse
let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  house = await testHouse()
  await storeContacts(house, '08', makeContacts(400))
  const pages = new Hono<WebEnv>()
    .route('/statistics', statisticsPages(webOn(house)))
    .route('/import', importPages(webOn(house)))
  const staff = signedInAs('0198a000-0000-7000-8000-00000000000a')
  site = await serveSite(siteWith(webOn(house), pages, '/desk', staff))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

describe.each([375, 1280])('statistics and import, %i wide', (width) => {
  it.each([
    ['table', '/desk/statistics?rows=serviceTask&columns=nature&year=2025&unit=person'],
    ['months', '/desk/statistics?rows=month&year=2025&audience=public'],
    ['wide', '/desk/statistics?rows=service&columns=month&year=2025&audience=authority'],
    ['empty', '/desk/statistics?year=2019'],
    ['import', '/desk/import'],
  ])('has nothing for axe and sticks out nowhere: %s', async (name, path) => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url, width })
    await page.goto(path)
    await picture(page, `statistics-${name}-${width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('brings a file in from a real form, errors first', async () => {
    const { page, close } = await openPage(browser, { baseURL: site.url, width })
    await page.goto('/desk/import')
    const give = async (bytes: Buffer) => {
      await page.setInputFiles('#file', { name: 'contacts.csv', mimeType: 'text/csv', buffer: bytes })
      await page.click('form[enctype] button')
    }
    const line = { ...call, case_ref: `case ${width}` }
    await give(csv([line, { ...line, channel: 'fax' }, { ...line, contact_at: '31.3.2025' }]))
    await picture(page, `statistics-import-wrong-${width}`)
    expect(await page.title()).toMatch(/^Virhe:/)
    expect(await axeViolations(page)).toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    await give(csv([line]))
    await picture(page, `statistics-import-preview-${width}`)
    expect(await axeViolations(page)).toEqual([])
    await page.click('form:not([enctype]) button.ds-button[data-variant="primary"]')
    await page.waitForURL('**/desk/import?accepted=1**')
    await picture(page, `statistics-import-done-${width}`)
    expect(await page.locator('[role=status]').textContent()).toContain('1 yhteydenotto tuotiin')
    expect(await axeViolations(page)).toEqual([])
    await close()
  })
})
