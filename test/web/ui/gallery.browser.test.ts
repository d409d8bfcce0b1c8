import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, launchBrowser, openPage, picture, tooWide } from '../../end-to-end/browser.ts'
import type { TestHouse } from '../../house.ts'
import { serveSite, siteWith, webOn } from '../serve-site.ts'
import { gallery } from './gallery.tsx'

let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  // Pages without data: nothing of the house but its address is asked for.
  const house = { publicUrl: 'http://localhost:8080', log: { error() {} } } as unknown as TestHouse
  site = await serveSite(siteWith(webOn(house), gallery))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('every part', () => {
  it.each(
    ['portal', 'desk', 'confirm', 'nowhere'].flatMap((name) => [375, 1280].map((width) => ({ name, width }))),
  )('of $name, $width wide, has nothing for axe and sticks out nowhere', async ({ name, width }) => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url, width })
    await page.goto(`/${name}?lang=fi`)
    await picture(page, `gallery-${name}-${width}`)
    expect(await axeViolations(page)).toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([])
    await close()
  })
})

describe('the type-ahead', () => {
  const desk = async () => {
    const tab = await openPage(browser, { baseURL: site.url })
    await tab.page.goto('/desk?lang=fi')
    return tab
  }
  const sent = async (page: Awaited<ReturnType<typeof desk>>['page']) =>
    JSON.parse(await page.locator('body').innerText())

  it('takes the match that is lit with Tab, accents apart, and sends with Ctrl+Enter', async () => {
    const { page, close } = await desk()
    await page.locator('#one').focus()
    await page.keyboard.type('app')
    expect(await page.locator('#one').getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('#one-options [data-active]').innerText()).toContain('Appelsiini')
    expect(await axeViolations(page)).toEqual([])
    await picture(page, 'gallery-typeahead')
    await page.keyboard.press('Tab')
    expect(await page.locator('#one').inputValue()).toBe('Appelsiini')
    expect(await page.evaluate('document.activeElement.id')).toBe('many')
    await page.keyboard.type('ake')
    await page.keyboard.press('Enter')
    await page.keyboard.type('juur')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/sent')
    expect(await sent(page)).toMatchObject({ one: 'orange', many: ['apple', 'akebia', 'carrot'] })
    await close()
  })

  it('gives back what was chosen on Escape, clears when emptied, takes chips away with Backspace', async () => {
    const { page, close } = await desk()
    await page.locator('#one').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const chosen = await page.locator('#one').inputValue()
    expect(chosen).not.toBe('')
    await page.keyboard.type('por')
    await page.keyboard.press('Escape')
    expect(await page.locator('#one').inputValue()).toBe(chosen)
    await page.locator('#one').fill('')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Backspace')
    expect(await page.locator('.av-chip').count()).toBe(0)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/sent')
    expect(await sent(page)).toMatchObject({ one: '' })
    expect(await sent(page)).not.toHaveProperty('many')
    await close()
  })

  it('says when nothing matches, chooses nothing and keeps the word in sight until it is taken away', async () => {
    const { page, close } = await desk()
    await page.locator('#one').focus()
    await page.keyboard.type('xyz')
    expect(await page.locator('#one-options').innerText()).toBe('Ei osumia')
    await page.keyboard.press('Tab')
    const one = page.locator('#one')
    expect(await one.inputValue()).toBe('xyz')
    expect(await one.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('select[name="one"]').inputValue()).toBe('')
    await one.fill('')
    await page.keyboard.press('Tab')
    expect(await one.getAttribute('aria-invalid')).toBe(null)
    await close()
  })
})

describe('a form with unsent text', () => {
  it('asks before it is left, and not when it is sent', async () => {
    const { page, close } = await openPage(browser, { baseURL: site.url })
    await page.goto('/desk?lang=fi')
    await page.locator('#one').focus()
    await page.keyboard.type('app')
    await page.keyboard.press('Tab')
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      void dialog.dismiss()
    })
    await page.locator('.av-name').click()
    await expect.poll(() => asked).toBe(1)
    expect(page.url()).toContain('/desk')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/sent')
    expect(asked).toBe(1)
    await close()
  })
})
