import { hash } from '@node-rs/argon2'
import { HOTP, Secret } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendPasswordLink } from '../../src/access/index.ts'
import { app } from '../../src/web/app.tsx'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { serveSite, webOn } from '../web/serve-site.ts'
import { launchBrowser, type OpenPage, openPage } from './browser.ts'
import { look } from './look.ts'

const PASSWORD = 'kolme pientä sanaa'
const EMAIL = 'maija@example.fi'
let house: TestHouse
let office: Office
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let open: OpenPage
let page: Page

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const kept = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 })
  await office.rows(
    `update staff set password_hash = $2, email = $3, role = 'admin' where id = $1`,
    office.maija.id,
    kept,
    EMAIL,
  )
  site = await serveSite(app(webOn(house)))
  // A passkey belongs to a host by name, never to an address of numbers.
  house.publicUrl = site.url.replace('127.0.0.1', 'localhost')
  browser = await launchBrowser()
  open = await openPage(browser, { baseURL: house.publicUrl })
  page = open.page
  page.setDefaultTimeout(8000)
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
})
afterAll(async () => {
  await open?.close()
  await browser?.close()
  await site?.close()
  await house?.close()
})

const text = () => page.locator('main').textContent()
const withPassword = async () => {
  await page.goto('/desk/sign-in')
  await page.locator('#email').fill(EMAIL)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('form[action="/desk/sign-in"] button').click()
}
const signOut = async () => {
  await page.locator('.av-menu summary').click()
  await page.locator('form[action="/desk/sign-out"] button').click()
  await page.waitForURL('**/desk/sign-in')
}
const usePasskey = () => page.locator('form[data-passkey] button').first().click()

describe('signing in with more than a password', () => {
  it('is asked for until it is set up, where the office makes it a must before anything else', async () => {
    await withPassword()
    await page.waitForURL('**/desk/admin')
    expect(await text()).toContain('vielä pelkän salasanan varassa')
    await page.goto('/desk/admin/sign-in')
    await look(page, 'sign-in-settings')
    await page.locator('#required').check()
    await page.locator('form[action="/desk/admin/sign-in"] button').click()
    await page.waitForURL('**/desk/account/factors')
    await page.goto('/desk/directory')
    expect(page.url()).toContain('/desk/account/factors')
    expect(await text()).toContain('Ota ensin käyttöön')
    await look(page, 'factors-required')
  })

  it('begins with a passkey, which brings recovery codes along', async () => {
    await page.locator('form[data-passkey="create"] #name').fill('Työkone')
    await usePasskey()
    await page.waitForSelector('.av-codes')
    expect(await page.locator('.av-codes li').count()).toBe(10)
    await look(page, 'recovery-codes')
    await page.locator('main a.ds-button').click()
    await page.waitForURL('**/desk/admin')
    await page.goto('/desk/account/factors')
    expect(await text()).toContain('Työkone')
    await look(page, 'factors')
  })

  it('works with the passkey alone', async () => {
    await signOut()
    await look(page, 'sign-in')
    await usePasskey()
    await page.waitForURL('**/desk/admin')
    await page.goto('/desk/account')
    await look(page, 'account')
    const [session] = await office.rows<{ how: string }>(
      'select how from session order by created_at desc, id desc limit 1',
    )
    expect(session!.how).toBe('passkey')
  })

  it('takes the passkey after the password', async () => {
    await signOut()
    await withPassword()
    await page.waitForURL('**/desk/sign-in/factor')
    await look(page, 'sign-in-factor')
    await page.goto('/desk/admin')
    expect(page.url()).toContain('/desk/sign-in')
    await page.goto('/desk/sign-in/factor')
    await usePasskey()
    await page.waitForURL('**/desk/admin')
  })

  it('asks for it again before a change, and comes back', async () => {
    house.setNow(new Date(house.now().getTime() + 11 * 60_000))
    await page.goto('/desk/account/factors')
    await page.locator('form[data-passkey="create"] button').click()
    await page.waitForURL('**/desk/account/confirm?next=%2Fdesk%2Faccount%2Ffactors')
    await page.goto('/desk/account/factors')
    await page.locator('#totp button').click()
    await page.waitForURL('**/desk/account/confirm?**')
    await look(page, 'confirm')
    await usePasskey()
    await page.waitForURL('**/desk/lost-form')
    await look(page, 'confirm-form-kept')
    await page.locator('main button[value="send"]').click()
    await page.waitForURL('**/desk/account/factors/totp')
    await look(page, 'totp')
  })

  it('takes a code of an authenticator, each once', async () => {
    const secret = Secret.fromBase32((await page.locator('main code').textContent())!.replaceAll(' ', ''))
    const code = () => HOTP.generate({ secret, counter: Math.floor(house.now().getTime() / 30_000) })
    await page.locator('#code').fill(code())
    await page.locator('form[action$="/totp/code"] button').click()
    await page.waitForURL('**/factors?done=totp')
    await signOut()
    await withPassword()
    await page.locator('#code').fill(code())
    await page.locator('form:has(#code) button').click()
    expect(await text()).toContain('Jokainen koodi käy vain kerran')
    await look(page, 'sign-in-code-wrong')
    house.setNow(new Date(house.now().getTime() + 30_000))
    await page.locator('#code').fill(code())
    await page.locator('form:has(#code) button').click()
    await page.waitForURL('**/desk/admin')
  })

  it('is an administrator’s to mend for others, by link and by taking factors away', async () => {
    await page.goto('/desk/admin')
    await page.locator('main details summary').filter({ hasText: 'Maija' }).click()
    await look(page, 'people')
    const { token } = await office.as(office.lead, (t) => sendPasswordLink(t, office.pekka.id))
    const other = await openPage(browser, { baseURL: house.publicUrl })
    await other.page.goto(`/desk/set-up/${token}?lang=sv`)
    await look(other.page, 'new-password')
    await other.page.locator('#password').fill('salasana12345')
    await other.page.locator('main form button').click()
    await look(other.page, 'new-password-common')
    await other.close()
  })

  it('ends with the passkey’s removal', async () => {
    await page.goto('/desk/account/factors')
    await page.locator('details summary').last().click()
    await page.locator('a[href$="/remove"]').first().click()
    await look(page, 'passkey-remove')
    await page.locator('form[action$="/remove"] button').click()
    await page.waitForURL('**/factors?done=removed')
    expect(await text()).toContain('Sinulla ei ole vielä pääsyavaimia')
    await signOut()
    await usePasskey()
    await page.waitForSelector('.ds-error-summary, [role="alert"], .av-errors')
    expect(await text()).toContain('Pääsyavaimella kirjautuminen ei onnistunut')
    expect(open.complaints.filter((line) => !line.includes('422'))).toEqual([])
  })

  it('says calmly what is missing without scripts', async () => {
    const plain = await openPage(browser, { baseURL: house.publicUrl, javaScript: false, width: 375 })
    await plain.page.goto('/desk/sign-in')
    expect(await plain.page.locator('form[data-passkey] button').isVisible()).toBe(false)
    expect(await plain.page.locator('main').textContent()).toContain(
      'vaatii, että selaimen JavaScript on päällä',
    )
    await plain.close()
  })
})
