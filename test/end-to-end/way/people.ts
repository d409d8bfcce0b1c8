import { expect } from 'vitest'
import { look } from '../look.ts'
import { letter } from './letter.ts'
import { PASSWORD, type Person, type Way } from './setting.ts'

const PEOPLE = {
  ombudsman: { email: 'olli@example.org', name: 'Olli Asiavastaava', home: '/desk' },
  lead: { email: 'leena@example.org', name: 'Leena Johtava', home: '/desk' },
  reader: { email: 'ritva@tampere.example.org', name: 'Ritva Lukija', home: '/authority' },
} as const

/** The link that the first start prints makes the first administrator, once. */
export async function firstAdministrator(way: Way): Promise<void> {
  await expect.poll(() => way.program.said()).toContain('/desk/set-up/')
  const link = /(\/desk\/set-up\/\S+)/.exec(way.program.said())![1]!
  way.windows.admin = await way.visit()
  const page = way.at('admin')
  await page.goto(link)
  await look(page, 'set-up')
  await page.locator('[name="name"]').fill('Anna Ylläpitäjä')
  await page.locator('[name="email"]').fill('anna@example.org')
  await setPassword(page)
  await page.waitForURL('**/desk/admin')
  expect(await page.locator('header').textContent()).toContain('Anna Ylläpitäjä')
  const other = await way.visit()
  expect((await other.page.goto(link))?.status()).toBe(404)
  await other.close()
}

/** The administrator invites; the person sets up an account with the link of the mail. */
export async function invitePerson(way: Way, person: Exclude<Person, 'admin'>): Promise<void> {
  const { email, name, home } = PEOPLE[person]
  const admin = way.at('admin')
  await admin.goto('/desk/admin')
  const form = admin.locator('form[action$="/people/invite"]')
  await form.locator('[name="email"]').fill(email)
  await form.locator('[name="role"]').selectOption(person === 'reader' ? 'authority' : person)
  if (person === 'reader') await form.locator('[name="municipality"]').selectOption('837')
  await form.locator('button').click()
  const shown = await admin.locator('.ds-alert .av-typed').textContent()
  const mail = await letter(way, { to: email, subject: 'Kutsu ottaa tunnus käyttöön', lang: 'fi' })
  const link = /\/desk\/set-up\/[\w-]+/.exec(mail.text!)![0]
  expect(shown).toBe(way.url + link)
  way.windows[person] = await way.visit()
  const page = way.at(person)
  await page.goto(link)
  expect(await page.locator('main').textContent()).toContain(email)
  await page.locator('[name="name"]').fill(name)
  await setPassword(page)
  await page.waitForURL((url) => url.pathname === home)
}

/** Out by the menu, and in again with address and password; a wrong password does not do. */
export async function signOutAndIn(way: Way, person: 'lead'): Promise<void> {
  const page = way.at(person)
  await page.goto('/desk')
  await page.locator('[data-menu] summary').click()
  await page.locator('form[action$="/sign-out"] button').click()
  await page.goto('/desk/reports')
  await page.waitForURL('**/desk/sign-in?next=*')
  for (const password of ['ei tämä ole oikea', PASSWORD]) {
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
    await page.locator('[name="email"]').fill(PEOPLE[person].email)
    await page.locator('[name="password"]').fill(password)
    // A passkey has a button of its own beside the password's.
    await page.locator('main form:has(#password) button').click()
    await page.waitForLoadState()
  }
  await page.waitForURL('**/desk/reports')
}

async function setPassword(page: ReturnType<Way['at']>): Promise<void> {
  await page.locator('[name="password"]').fill(PASSWORD)
  await page.locator('main form button').last().click()
}

export { PEOPLE }
