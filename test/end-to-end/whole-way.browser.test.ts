import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstAdministratorLink } from '../../src/access/index.ts'
import { createMailTransport } from '../../src/notices/index.ts'
import type { Services } from '../../src/services.ts'
import { app } from '../../src/web/app.tsx'
import { startWorker, type Worker } from '../../src/worker.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type MailServer, startMailServer } from '../notices/mail-server.ts'
import { serveSite, webOn } from '../web/serve-site.ts'
import { axeViolations, launchBrowser, openPage, picture, tooWide } from './browser.ts'

let house: TestHouse
let mail: MailServer
let worker: Worker
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
const FROM = 'asia@example.org'
const PASSWORD = 'kolme pitkää sanaa jonossa'

beforeAll(async () => {
  house = await testHouse({ organisations: ['08'], now: new Date().toISOString() })
  mail = await startMailServer()
  const transport = createMailTransport(mail.url, FROM)
  const services = { house, database: house.database, transport, mailFrom: FROM } as unknown as Services
  worker = await startWorker(services)
  site = await serveSite(app(webOn(house)))
  house.publicUrl = site.url
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await worker?.stop()
  await mail?.stop()
  await house?.close()
})

async function look(page: Page, name: string): Promise<void> {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await picture(page, `way-${width}-${name}`)
    expect(await axeViolations(page), `${name} ${width}`).toEqual([])
    expect(await tooWide(page), `${name} ${width}`).toBeLessThanOrEqual(0)
  }
}

async function setUp(page: Page, address: string, name: string, email?: string): Promise<void> {
  await page.goto(address)
  await page.locator('[name="name"]').fill(name)
  if (email) await page.locator('[name="email"]').fill(email)
  await page.locator('[name="password"]').fill(PASSWORD)
  await page.locator('main form button').last().click()
  await page.waitForURL((url) => !url.pathname.includes('set-up'))
}

it('a complaint without scripts is received and told of by mail', async () => {
  // A client without scripts.
  const client = await openPage(browser, { baseURL: site.url, javaScript: false })
  const ask = client.page
  const on = () => ask.locator('button[name="go"][value="on"]').click()
  await ask.goto('/fi')
  await ask.getByRole('button', { name: 'Kerro epäkohdasta' }).click()
  ask.setDefaultTimeout(10_000)
  await ask.locator('input[value="relative"]').check()
  await ask.locator('#clientName-relative, [name="clientName-relative"]').fill('Eino Esimerkki')
  await on()
  await ask.locator('[name="place"]').fill('Tampere')
  await on()
  await ask.locator('input[value="home-care"]').check()
  await on()
  await ask.locator('input[value="yes"]').check()
  await ask.locator('[name="date-day"]').fill('20')
  await ask.locator('[name="date-month"]').fill('11')
  await ask.locator('[name="date-year"]').fill('2026')
  await ask.locator('input[value="letter"]').check()
  await on()
  await ask.getByRole('link', { name: 'Jatka' }).click()
  await ask.locator('[name="text"]').fill('Kotihoito ei ole käynyt kolmeen päivään.')
  await on()
  await on()
  await ask.locator('input[value="food"]').check()
  await on()
  await ask.locator('main a.ds-button').click()
  await ask.locator('input[value="email"]').check()
  await ask.locator('[name="email"]').fill('aino@example.org')
  await on()
  await ask.getByRole('button', { name: 'Lähetä' }).click()
  await ask.waitForURL('**/receipt')
  const receipt = (await ask.locator('main').textContent())!
  expect(receipt).toMatch(/AV-\d{4}-\d{6}-\d/)
  expect(receipt).toMatch(/\d{4} \d{4} \d{4} \d{4}/)
  await expect.poll(() => mail.mails.length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(mail.mails[0]!.text).not.toMatch(/kotihoito/i)

  await client.close()
})

it('an account from the link of the first start', async () => {
  // The first administrator, from the link of the first start.
  const desk = await openPage(browser, { baseURL: site.url })
  const { page } = desk
  page.setDefaultTimeout(10_000)
  const token = await firstAdministratorLink(house)
  await setUp(page, `/desk/set-up/${token}`, 'Anna Ylläpitäjä', 'anna@example.org')
  await page.goto('/desk/admin')
  await look(page, 'admin')
  await desk.close()
})
