import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from './browser.ts'
import { look as lookAt } from './look.ts'
import { type PortalSite, portalSite } from './portal-site.ts'

let site: PortalSite

beforeAll(async () => {
  site = await portalSite()
})
afterAll(() => site?.close())

const WALKS = [
  { lang: 'fi', width: 375, javaScript: true },
  { lang: 'fi', width: 375, javaScript: false },
  { lang: 'sv', width: 375, javaScript: false },
  { lang: 'sv', width: 1280, javaScript: true },
  { lang: 'en', width: 375, javaScript: true },
  { lang: 'en', width: 375, javaScript: false },
] as const

const WORDS = {
  fi: {
    decision: 'Päätös sosiaalipalvelusta',
    day: 'torstaina 31. joulukuuta 2026',
    future: 'Päivä on vielä edessäpäin',
  },
  sv: {
    decision: 'Ett beslut om socialservice',
    day: 'torsdagen den 31 december 2026',
    future: 'Dagen har inte kommit ännu',
  },
  en: {
    decision: 'A decision on a social service',
    day: 'Thursday, 31 December 2026',
    future: 'The day is still to come',
  },
} as const

const WAY = {
  fi: {
    what: 'Olen eri mieltä päätöksestä',
    missing: 'Valitse jokin vastauksista',
    way: 'Oikaisuvaatimus',
    day: 'maanantaina 28. joulukuuta 2026',
    begin: 'Kerro epäkohdasta',
  },
  sv: {
    what: 'Jag är av annan åsikt om ett beslut',
    missing: 'Välj något av svaren',
    way: 'Begäran om omprövning',
    day: 'måndagen den 28 december 2026',
    begin: 'Berätta om ett missförhållande',
  },
  en: {
    what: 'I disagree with a decision',
    missing: 'Choose one of the answers',
    way: 'Request for review',
    day: 'Monday, 28 December 2026',
    begin: 'Tell about something wrong',
  },
} as const

describe('the rights in plain words', () => {
  it.each([
    { lang: 'fi', javaScript: true },
    { lang: 'sv', javaScript: true },
    { lang: 'en', javaScript: false },
  ] as const)(
    'in $lang, scripts: $javaScript',
    async ({ lang, javaScript }) => {
      const { page, complaints, close } = await site.visit({ javaScript, width: 375 })
      const look = (name: string) =>
        lookAt(page, `rights-${lang}-${javaScript ? '' : 'no-script-'}${name}`, { javaScript })
      await page.goto(`/${lang}`)
      await look('0-front')
      await page.locator(`main a[href="/${lang}/rights"]`).click()
      await look('1-list')
      await page.locator('.av-card a').first().click()
      await look('2-client')
      await page.locator('a.av-switch').click()
      await page.waitForURL('**/rights/client/easy')
      await look('3-easy')
      await page.goto(`/${lang}/rights/decisions`)
      await look('4-decisions')
      expect(complaints).toEqual([])
      await close()
    },
    120_000,
  )
})

describe('the remedy way', () => {
  it.each(WALKS)(
    'in $lang, $width wide, scripts: $javaScript, by keyboard only',
    async ({ lang, width, javaScript }) => {
      const words = WAY[lang]
      const { page, complaints, close } = await site.visit({ javaScript, width })
      let n = 0
      const look = (name: string) =>
        lookAt(page, `way-${lang}-${javaScript ? '' : 'no-script-'}${++n}-${name}`, { javaScript })
      /** Goes to an answer by the keyboard, chooses it, and sends the form. */
      const choose = async (value: string) => {
        const first = page.locator('main input[type="radio"]').first()
        await first.focus()
        if ((await first.getAttribute('value')) === value) await page.keyboard.press('Space')
        for (let at = 0; at < 12; at++) {
          if ((await page.locator(':focus').getAttribute('value')) === value) break
          await page.keyboard.press('ArrowDown')
        }
        expect(await page.locator(`input[value="${value}"]`).isChecked()).toBe(true)
        await page.keyboard.press('Enter')
      }

      await page.goto(`/${lang}/help-me`)
      await look('role')
      await page.locator('main input[type="radio"]').first().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**asked=role')
      expect(await page.locator('.ds-error-summary').textContent()).toContain(words.missing)
      await look('error')
      await choose('client')
      await page.waitForURL('**/help-me?role=client')
      expect(await page.locator('main').textContent()).toContain(words.what)
      await look('what')
      await choose('decision')
      await page.waitForURL('**what=decision')
      await look('who')
      await choose('county')
      await page.waitForURL('**who=county')
      await look('decision')
      await choose('first')
      await page.waitForURL('**decision=first')
      await look('day')
      await page.locator('#date').focus()
      for (const part of ['20', '11', '2026']) {
        await page.keyboard.type(part)
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL('**day=2026-11-20&served=letter')
      await look('tried')
      // The browser's own way back finds what was answered.
      await page.goBack()
      await page.waitForURL('**decision=first')
      await page.goForward()
      await choose('nothing')
      await page.waitForURL('**tried=nothing')
      expect(await page.locator('.av-way h2').first().textContent()).toBe(words.way)
      expect(await page.locator('.av-way').textContent()).toContain(words.day)
      await look('ways')
      expect(await page.context().cookies()).toEqual([])
      await page.locator('.av-more-ways summary').first().focus()
      await page.keyboard.press('Enter')
      await look('ways-open')
      await page.getByRole('button', { name: words.begin }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/ask/where')
      await page.goto(`/${lang}/bodies?county=08`)
      await look('bodies')
      expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
      await close()
    },
    300_000,
  )
})

describe('the deadline finder', () => {
  it.each(WALKS)(
    'in $lang, $width wide, scripts: $javaScript, by keyboard only',
    async ({ lang, width, javaScript }) => {
      const words = WORDS[lang]
      const { page, complaints, close } = await site.visit({ javaScript, width })
      const look = (name: string) =>
        lookAt(page, `finder-${lang}-${javaScript ? '' : 'no-script-'}${name}`, { javaScript })
      const focused = () => page.locator(':focus')
      /** Tabs on until what is focused has these words, as somebody without a mouse does. */
      const tabTo = async (text: string) => {
        for (let n = 0; n < 60; n++) {
          await page.keyboard.press('Tab')
          if ((await focused().textContent())?.includes(text)) return
        }
        throw new Error(`no way to "${text}" by keyboard`)
      }

      await page.goto(`/${lang}/deadline`)
      await look('1-list')
      await tabTo(words.decision)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/deadline?what=decision')
      await look('2-day')
      await page.locator('#date').focus()
      await page.keyboard.type('28')
      await page.keyboard.press('Tab')
      await page.keyboard.type('11')
      await page.keyboard.press('Tab')
      await page.keyboard.type('2026')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL('**date-day=28**')
      expect(await page.locator('.ds-error-summary').textContent()).toContain(words.future)
      expect(await focused().getAttribute('class')).toBe('ds-error-summary')
      await look('3-error')
      expect(await page.locator('input[value="letter"]').isChecked()).toBe(true)
      await page.locator('#date').fill('24')
      await page.locator('#date').press('Enter')
      await page.waitForURL('**date-day=24**')
      expect(await page.locator('main').textContent()).toContain(words.day)
      await look('4-answer')
      expect(await page.context().cookies()).toEqual([])
      await page.emulateMedia({ media: 'print' })
      // On paper the reckoning is open, though it is closed on the screen.
      await expect
        .poll(() => page.locator('main .ds-details p').first().boundingBox())
        .toMatchObject({ height: expect.any(Number) })
      await picture(page, `finder-${lang}-${width}-printed`)
      expect(await page.locator('.av-theday').isVisible()).toBe(true)
      expect(await page.locator('main .ds-button').first().isVisible()).toBe(false)
      expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
      await close()
    },
    200_000,
  )
})
