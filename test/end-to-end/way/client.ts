import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { letter, linkIn, wordsOf } from './letter.ts'
import type { Way } from './setting.ts'

/** What the two clients write and what they are written, in their languages. */
export const CLIENTS = {
  fi: {
    email: 'aino@example.org',
    start: 'Kerro epäkohdasta',
    on: 'Jatka',
    send: 'Lähetä',
    place: 'Tampere',
    received: 'Olemme saaneet yhteydenottosi',
    told: 'Kotihoito ei ole käynyt kolmeen vuorokauteen, ja jääkaappi tyhjenee.',
    wish: 'Käynnit takaisin aamuisin.',
    added: 'Hoitaja kävi eilen kiireessä.',
    understood: 'Selkeästi selitetty.',
  },
  sv: {
    email: 'astrid@example.org',
    start: 'Berätta om ett missförhållande',
    on: 'Fortsätt',
    send: 'Skicka',
    place: 'Tammerfors',
    received: 'Vi har tagit emot din kontakt',
    told: 'Hemvården uteblev tredje morgonen och kylskåpet gapar tomt.',
    wish: 'Besöken tillbaka varje morgon.',
    added: 'Skötaren hann hälsa hastigt igår.',
    understood: 'Begripligt förklarat.',
  },
} as const
export type ClientLang = keyof typeof CLIENTS

export interface Sent {
  lang: ClientLang
  number: string
  receipt: string
  /** Words that no mail may hold. */
  secrets: string[]
}

/** A complaint, one question a page and without scripts, to the receipt and the mail that says it has come. */
export async function complain(way: Way, lang: ClientLang): Promise<Sent> {
  const words = CLIENTS[lang]
  const { page, complaints, close } = await way.visit({ javaScript: false, width: 375 })
  const on = () => page.locator('button[name="go"][value="on"]').click()
  await page.goto(`/${lang}`)
  await page.getByRole('button', { name: words.start }).click()
  await page.locator('input[value="relative"]').check()
  await page.locator('[name="clientName-relative"]').fill('Eino Esimerkkinen')
  await on()
  await page.locator('[name="place"]').fill(words.place)
  await on()
  await page.locator('input[value="home-care"]').check()
  await on()
  await page.locator('input[value="no"]').check()
  await on()
  await page.locator('[name="text"]').fill(words.told)
  await on()
  await page.locator('textarea').first().fill(words.wish)
  await on()
  await page.waitForURL('**/ask/files')
  await on()
  await page.locator('input[value="food"]').check()
  await on()
  await page.locator('main a.ds-button').click()
  await page.locator('input[value="email"]').check()
  await page.locator('[name="email"]').fill(words.email)
  await page.locator('[name="name"]').fill('Aino Esimerkkinen')
  await on()
  expect(await page.locator('main').textContent()).toContain(words.told)
  await page.getByRole('button', { name: words.send }).click()
  await page.waitForURL('**/receipt')
  const text = (await page.locator('main').textContent())!
  const number = /AV-\d{4}-\d{6}-\d/.exec(text)![0]
  const receipt = /\d{4} \d{4} \d{4} \d{4}/.exec(text)![0]
  await page.reload()
  expect(await page.locator('main').textContent()).not.toContain(receipt)
  expect(complaints).toEqual([])
  await close()
  const secrets = [receipt, 'Esimerkkinen', ...wordsOf(words.told), ...wordsOf(words.wish)]
  const mail = await letter(way, { to: words.email, subject: words.received, lang, secrets })
  expect(mail.text).toContain(number)
  expect(linkIn(way, mail)).toBe(`/${lang}/follow?case=${number}`)
  return { lang, number, receipt, secrets }
}

/** Follows a case with the link of a mail and the receipt; without scripts. */
export async function follow(
  way: Way,
  { lang, number, receipt }: Sent,
  link = `/${lang}/follow?case=${number}`,
): Promise<{ page: Page; close(): Promise<void> }> {
  const { page, close } = await way.visit({ javaScript: false, width: 375 })
  await page.goto(link)
  // The number came along with the link; the receipt is only the client's.
  expect(await page.locator('[name="number"]').inputValue()).toBe(number)
  await page.locator('[name="receipt"]').fill('1111 1111 1111 1111')
  await page.locator('main form button').first().click()
  expect(await page.title()).toMatch(/^(Virhe|Fel): /)
  await page.locator('[name="receipt"]').fill(receipt)
  await page.locator('main form button').first().click()
  await page.waitForURL('**/follow/case')
  expect(await page.locator('h1').textContent()).toContain(number)
  return { page, close }
}
