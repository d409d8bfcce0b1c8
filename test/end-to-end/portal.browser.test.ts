import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portal } from '../../src/web/portal/index.tsx'
import { type TestHouse, testHouse } from '../house.ts'
import { serveSite, siteWith, webOn } from '../web/serve-site.ts'
import { axeViolations, launchBrowser, openPage, picture, tooWide } from './browser.ts'

let house: TestHouse
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser

beforeAll(async () => {
  house = await testHouse()
  await house.database.owner.query(
    `update organisation set phone = '03 123 4567', email = 'sosiaaliasiavastaava@example.org',
       address = E'PL 100\\n33101 Tampere',
       hours = '{"fi": "ma–to klo 9–11", "sv": "må–to kl. 9–11", "en": "Mon–Thu 9–11"}',
       visits = '{"fi": "Tapaamisesta sovitaan puhelimessa.", "sv": "Möten avtalas per telefon.", "en": "Please book a meeting by phone."}'
     where code = '08'`,
  )
  const web = webOn(house)
  site = await serveSite(siteWith(web, portal(web)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

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

const WAYS = (['fi', 'sv', 'en'] as const).flatMap((lang) =>
  [1280, 375].flatMap((width) =>
    [true, false].map((javaScriptEnabled) => ({ lang, width, javaScriptEnabled })),
  ),
)

describe('the whole way', () => {
  it.each(WAYS)(
    'in $lang, $width wide, scripts: $javaScriptEnabled',
    async ({ lang, width, javaScriptEnabled }) => {
      const words = WORDS[lang]
      const { page, complaints, close } = await openPage(browser, {
        baseURL: site.url,
        javaScript: javaScriptEnabled,
        width,
      })
      let n = 0
      const look = async (name: string) => {
        if (javaScriptEnabled) await picture(page, `${lang}-${width}-${String(++n).padStart(2, '0')}-${name}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        if (!javaScriptEnabled) return
        expect(await axeViolations(page), name).toEqual([])
        expect(await tooWide(page), name).toBe(0)
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
      await page.locator('details').last().locator('summary').click()
      await page.locator('a[href$="/do/WITHDRAW"]').click()
      await look('withdraw')
      await page.locator('main form button').click()
      await page.waitForURL('**/follow/case?done=action')
      await look('withdrawn')
      await page.locator('a[href$="/do/FEEDBACK"]').click()
      await look('feedback')
      await page.locator('input[value="yes"]').first().check()
      await page.locator('main form button').click()
      await page.waitForURL('**/follow/case?done=feedback')
      await page.goto(`/${lang}/receipt`)
      await look('receipt-again')
      expect(await page.locator('main').textContent()).not.toMatch(/\d{4} \d{4} \d{4} \d{4}/)
      expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
      await close()
    },
    // twenty pages, each gone over by axe
    300_000,
  )
})

describe('every other page', () => {
  const PATHS = [
    'start',
    'continue',
    'follow',
    'contact',
    'contact?place=Vaasa',
    'call-back',
    'privacy',
    'accessibility',
    'ask/story',
  ]
  it.each((['fi', 'sv', 'en'] as const).flatMap((lang) => [1280, 375].map((width) => ({ lang, width }))))(
    'in $lang, $width wide',
    async ({ lang, width }) => {
      const { page, close } = await openPage(browser, { baseURL: site.url, width })
      const look = async (name: string) => {
        await picture(page, `${lang}-${width}-other-${name.replace(/\W/g, '-')}`)
        expect(await axeViolations(page), name).toEqual([])
        expect(await tooWide(page), name).toBe(0)
      }
      for (const path of PATHS) {
        await page.goto(`/${lang}/${path}`)
        await look(path)
      }
      await page.goto(`/${lang}/start`)
      await page.locator('button[value="advice"]').click()
      await page.locator('input[value="client"]').check()
      await page.locator('button[value="later"]').click()
      await look('saved')
      await page.locator('main form button').click()
      await page.waitForURL('**/ask/where')
      await page.locator('[name="place"]').fill('Turku')
      await page.locator('button[value="on"]').click()
      await look('other-office')
      await page.goto(`/${lang}/ask/where/area?county=08`)
      await look('area')
      await close()
    },
  )

  it('suggests municipalities while one types', async () => {
    const { page, close } = await openPage(browser, { baseURL: site.url })
    await page.goto('/fi/contact')
    await page.locator('[name="place"]').pressSequentially('tamp')
    await page.waitForSelector('#place-list option[value="Tampere"]', { state: 'attached' })
    await close()
  })
})

describe('the weight of the pages', () => {
  it('is under 120 kB on the first visit and under 15 kB later', async () => {
    const { page, weight, close } = await openPage(browser, { baseURL: site.url })
    const open = async (path: string) => {
      await page.goto(path, { waitUntil: 'networkidle' })
      return weight()
    }
    expect(await open('/fi')).toBeLessThan(120_000)
    const later: Record<string, number> = {}
    for (const path of ['/sv', '/fi/start', '/fi/contact', '/fi/call-back', '/fi/follow', '/fi/privacy'])
      later[path] = await open(path)
    await page.goto('/fi/start')
    await page.locator('button[value="advice"]').click()
    await page.waitForURL('**/ask/whose', { waitUntil: 'networkidle' })
    for (const question of [
      'whose',
      'where',
      'topic',
      'decision',
      'story',
      'wish',
      'urgent',
      'reach',
      'check',
    ]) {
      weight()
      later[question] = await open(`/fi/ask/${question}`)
    }
    for (const [path, bytes] of Object.entries(later)) expect(bytes, path).toBeLessThan(15_000)
    await close()
  })
})
