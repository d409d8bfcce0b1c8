import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from './browser.ts'
import { look as lookAt } from './look.ts'
import { type PortalSite, portalSite } from './portal-site.ts'

let site: PortalSite

beforeAll(async () => {
  site = await portalSite()
})
afterAll(() => site?.close())

const WORDS = {
  fi: { complaint: 'Kerro epäkohdasta', place: 'Tampere', on: 'Jatka', error: 'Virhe: ', send: 'Lähetä' },
  sv: {
    complaint: 'Berätta om ett missförhållande',
    place: 'Tammerfors',
    on: 'Fortsätt',
    error: 'Fel: ',
    send: 'Skicka',
  },
  en: {
    complaint: 'Tell about something wrong',
    place: 'Tampere',
    on: 'Continue',
    error: 'Error: ',
    send: 'Send',
  },
} as const

/** Every page is looked at in both widths; the hands work now on a phone, now at a desk. */
const WALKS = [
  { lang: 'fi', width: 375, javaScript: true },
  { lang: 'fi', width: 1280, javaScript: false },
  { lang: 'sv', width: 1280, javaScript: true },
  { lang: 'sv', width: 375, javaScript: false },
  { lang: 'en', width: 375, javaScript: true },
  { lang: 'en', width: 1280, javaScript: false },
] as const

describe('the whole way', () => {
  it.each(WALKS)(
    'in $lang, walked $width wide, scripts: $javaScript',
    async ({ lang, width, javaScript }) => {
      const words = WORDS[lang]
      const { page, complaints, close } = await site.visit({ javaScript, width })
      let n = 0
      const look = async (name: string) => {
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        const step = `${lang}-${javaScript ? '' : 'no-script-'}${String(++n).padStart(2, '0')}-${name}`
        await lookAt(page, step, { javaScript })
      }
      const on = () => page.locator('button[name="go"][value="on"]').click()

      await page.goto(`/${lang}`)
      await look('front')
      await page.getByRole('button', { name: words.complaint }).click()

      await on()
      expect((await page.title()).startsWith(words.error)).toBe(true)
      expect(await page.locator(':focus').getAttribute('class')).toBe('ds-error-summary')
      await look('whose-error')
      await page.locator('input[value="relative"]').check()
      await look('whose')
      await page.locator('#clientName-relative, [name="clientName-relative"]').fill('Eino Esimerkki')
      await on()

      await page.locator('[name="place"]').fill('Ta')
      await on()
      await look('where-choices')
      await page.locator('[name="place"]').fill(words.place)
      await on()

      await look('topic')
      await page.locator('input[value="home-care"]').check()
      await on()

      await page.locator('input[value="yes"]').check()
      await look('decision')
      await page.locator('[name="date-day"]').fill('20')
      await page.locator('[name="date-month"]').fill('11')
      await page.locator('[name="date-year"]').fill('2026')
      await page.locator('input[value="letter"]').check()
      await on()
      await look('decision-time')
      await page.getByRole('link', { name: words.on }).click()

      await look('story')
      await page.locator('[name="text"]').fill('Kotihoito ei ole käynyt.\nKolme päivää on kulunut.')
      await on()
      // The browser's own way back finds what was typed, and forward goes on.
      await page.waitForURL('**/ask/wish')
      await page.goBack()
      expect(await page.locator('[name="text"]').inputValue()).toContain('Kolme päivää')
      await on()

      await look('wish')
      await on()

      await look('files')
      await on()

      await look('urgent')
      await page.locator('input[value="food"]').check()
      await page.locator('input[value="medicine"]').check()
      await on()
      await look('urgent-help')
      expect(await page.locator('a[href="tel:112"]').count()).toBeGreaterThan(0)
      await page.locator('main a.ds-button').click()

      await page.locator('input[value="email"]').check()
      await page.locator('input[value="phone"]').check()
      await look('reach')
      await page.locator('[name="email"]').fill('aino@')
      await on()
      await look('reach-error')
      await page.locator('[name="email"]').fill('aino@example.org')
      await page.locator('[name="phone"]').fill('040 123 4567')
      await on()

      await look('check')
      await page.getByRole('button', { name: words.send }).dblclick()
      await page.waitForURL('**/receipt')
      await look('receipt')
      const text = await page.locator('main').textContent()
      expect(text).toMatch(/AV-\d{4}-\d{6}-\d/)
      expect(text).toMatch(/\d{4} \d{4} \d{4} \d{4}/)
      await page.emulateMedia({ media: 'print' })
      await picture(page, `${lang}-${width}-receipt-printed`)
      expect(await page.locator('.av-secret').last().isVisible()).toBe(true)
      expect(await page.locator('header nav').first().isVisible()).toBe(false)
      expect(await page.locator('main form button').isVisible()).toBe(false)
      await page.emulateMedia({ media: 'screen' })
      await page.locator('main form button').click()
      await page.waitForURL('**/follow/case')
      await look('case')
      await page.locator('[name="text"]').fill('Lisäys: hoitaja kävi.')
      await page.locator('main form').first().getByRole('button').click()
      await page.waitForURL('**/follow/case?done=message')
      await look('case-sent')
      await page.locator('a[href$="/follow/goals"]').click()
      await look('goals')
      await page.locator('[name="goal-1"]').fill('Uusi päätös tällä viikolla')
      await page.locator('[name="situation"]').selectOption('3')
      await page.locator('main form button').click()
      await page.waitForURL('**/follow/case?done=goals')
      await page.locator('details').last().locator('summary').click()
      await page.locator('a[href$="/do/WITHDRAW"]').click()
      await look('withdraw')
      await page.locator('main form button').click()
      await page.waitForURL('**/follow/case?done=action')
      await look('withdrawn')
      await page.locator('a[href$="/follow/feedback"]').click()
      await look('feedback')
      await page.locator('input[value="yes"]').first().check()
      await page.locator('main form button').click()
      await look('feedback-thanks')
      await page.goto(`/${lang}/receipt`)
      await look('receipt-again')
      expect(await page.locator('main').textContent()).not.toMatch(/\d{4} \d{4} \d{4} \d{4}/)
      expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
      await close()
    },
    // over twenty pages, each gone over by axe in two widths
    600_000,
  )
})
