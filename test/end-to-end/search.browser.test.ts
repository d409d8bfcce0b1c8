import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logContact, writeNote } from '../../src/cases/index.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { deskOf, signedInAs } from '../web/desk/desk-visitor.ts'
import { serveSite } from '../web/serve-site.ts'
import { launchBrowser, openPage } from './browser.ts'
import { look as lookAt } from './look.ts'

let house: TestHouse
let office: Office
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const texts = [
    'Hain kuljetuspalvelua jo elokuussa. Päätöstä ei ole tullut, ja soitin kolmesti. Minulle luvattiin, että päätös tulee viikossa, mutta nyt on mennyt kaksi kuukautta.',
    'Äidin kotihoidon käynnit jäävät väliin. Kuljetuspalvelusta sanottiin, ettei sitä myönnetä ilman uutta hakemusta.',
    'Toimeentulotuen päätös on väärin laskettu: vuokraa ei otettu huomioon.',
  ]
  for (const [i, text] of texts.entries())
    await office.submit({
      kind: i ? 'complaint' : 'advice',
      urgent: i === 1,
      account: { text },
      municipality: '837',
    })
  for (let n = 0; n < 30; n++)
    await office.submit({
      kind: 'advice',
      municipality: '536',
      account: { text: `Lasku numero ${n} tuli kahteen kertaan.` },
    })
  const { caseId } = await office.submit({ account: { text: 'Asia koskee vammaispalvelua.' } })
  await office.as(office.pekka, (t) =>
    writeNote(t, caseId, 'Yksiköstä luvattiin tarkistaa kuljetuspalvelun päätös.'),
  )
  await office.as(office.pekka, (t) =>
    logContact(t, {
      channel: 'phone',
      serviceTask: 'disability',
      reasons: [],
      actions: [],
      person: {},
      note: 'Kysyi, miten kuljetuspalvelua haetaan. Neuvottu.',
    }),
  )
  site = await serveSite(deskOf(house, signedInAs(office.maija.id)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

const look = (page: Page, name: string, options = {}) => lookAt(page, `search-${name}`, options)

describe('the search page', () => {
  it('is sound on a phone and at a desk, with matches, without, and narrowed', async () => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url })
    await page.goto('/desk/search')
    await look(page, 'begin')
    await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true')
    await look(page, 'opened')
    await page.goto('/desk/search')
    // The field has the focus: words and Enter are all it takes.
    await page.keyboard.type('kuljetuspalvelut päätöksestä')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.av-found')
    expect(page.url()).toBe(`${site.url}/desk/search`)
    const found = await page.locator('.av-found > li').allInnerTexts()
    expect(found).toHaveLength(2)
    expect(found.join(' ')).toContain('Asiakkaan kertomuksessa')
    expect(found.join(' ')).toContain('Sisäisessä muistiinpanossa')
    expect(await page.locator('mark').allInnerTexts()).toContain('kuljetuspalvelua')
    await look(page, 'found')

    await page.fill('#q', 'kuljetuspalvelu')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Yhteydenotot, joista ei ole tehty asiaa')
    await look(page, 'with-contacts')

    await page.fill('#q', 'kuljetuspalvelu avaruusalus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=ei ole sanaa ”avaruusalus”')
    await look(page, 'none')

    await page.fill('#q', 'lasku')
    await page.click('summary:has-text("Rajaa")')
    await page.selectOption('#municipality', '536')
    await page.click('button:has-text("Hae")')
    await page.waitForSelector('text=30 osumaa')
    expect(await page.locator('#municipality option:checked').innerText()).toContain('(30)')
    await look(page, 'narrowed')
    await page.click('button:has-text("Näytä seuraavat")')
    await page.waitForSelector('button:has-text("Näytä alusta")')
    expect(await page.locator('.av-found > li').count()).toBe(5)

    await page.fill('#from', '31')
    await page.fill('#from-month', '2')
    await page.fill('#from-year', '2026')
    await page.click('button:has-text("Hae")')
    await page.waitForSelector('text=Tarkista päivä')
    expect(await page.inputValue('#from-month')).toBe('2')
    await look(page, 'wrong-day')
    // The browser notes the answer 422 as an error of its own.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
    await close()
  })

  it('works without scripts', async () => {
    const { page, close } = await openPage(browser, { baseURL: site.url, javaScript: false, width: 375 })
    await page.goto('/desk/search')
    await page.fill('#q', 'toimeentulotuki')
    await page.click('button:has-text("Hae")')
    expect(await page.locator('mark').allInnerTexts()).toEqual(['Toimeentulotuen'])
    await page.click('.av-found a')
    expect(page.url()).toMatch(/\/desk\/cases\//)
    await close()
  })
})
