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
    decision: 'Ett beslut om en socialtjänst',
    day: 'torsdagen den 31 december 2026',
    future: 'Dagen har inte kommit ännu',
  },
  en: {
    decision: 'A decision on a social service',
    day: 'Thursday, 31 December 2026',
    future: 'The day is still to come',
  },
} as const

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
      await picture(page, `finder-${lang}-${width}-printed`)
      expect(await page.locator('.av-theday').isVisible()).toBe(true)
      expect(await page.locator('main .ds-button').first().isVisible()).toBe(false)
      expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([])
      await close()
    },
    200_000,
  )
})
