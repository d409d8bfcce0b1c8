import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent, startClockByHand } from '../../../src/cases/index.ts'
import { newId } from '../../../src/database/new-id.ts'
import { rulePages } from '../../../src/web/desk/admin/rules/index.tsx'
import { openOffice } from '../../cases/office.ts'
import { launchBrowser, openPage } from '../../end-to-end/browser.ts'
import { look } from '../../end-to-end/look.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { serveSite, siteWith, webOn } from '../serve-site.ts'
import { signedInAs } from './desk-visitor.ts'

const RULES = '/desk/admin/rules'
let house: TestHouse
let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  house = await testHouse()
  const office = await openOffice(house)
  const id = newId()
  await office.as({ kind: 'system' }, (t) =>
    t.sql.staff.create({
      data: {
        id,
        organisation: '08',
        name: 'Arto Ahola',
        role: 'admin',
        language: 'fi',
        email: 'arto@example.fi',
        passwordHash: 'none',
      },
    }),
  )
  for (const taken of [true, true, false]) {
    const { caseId } = await office.submit()
    if (taken) await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    await office.as(office.maija, (t) =>
      startClockByHand(t, caseId, { rule: 'TT7', from: '2026-11-23', evidence: 'document' }),
    )
  }
  site = await serveSite(siteWith(webOn(house), rulePages(webOn(house)), RULES, signedInAs(id, 'admin')))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

const open = (javaScript = true) => openPage(browser, { baseURL: site.url, width: 375, javaScript })
const press = async (page: Page, words: string) => {
  await Promise.all([page.waitForLoadState(), page.getByRole('button', { name: words }).click()])
}

describe('the rules on a phone and a desk', () => {
  it.each([
    ['list', RULES],
    ['rule', `${RULES}/TTK`],
    ['add', `${RULES}/TT7/add`],
    ['new', `${RULES}/new`],
  ])('are whole and well made: %s', async (name, path) => {
    const { page, complaints, close } = await open()
    await page.goto(path)
    await look(page, `rules-${name}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('are changed without scripts: what is wrong first, then what would change, then saved', async () => {
    const { page, close } = await open(false)
    await page.goto(`${RULES}/TT7/edit?at=always`)
    await page.fill('#length', '5000')
    await page.fill('#name-sv', '')
    await press(page, 'Katso, mitä muuttuu')
    await look(page, 'rules-wrong', { javaScript: false })
    expect(await page.title()).toMatch(/^Virhe:/)
    await page.getByRole('link', { name: 'Kirjoita teksti: Nimi (ruotsiksi)' }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('name-sv')
    await page.fill('#name-sv', 'Beslut om utkomststöd')
    await page.fill('#length', '9')
    await press(page, 'Katso, mitä muuttuu')
    await look(page, 'rules-preview', { javaScript: false })
    expect(await page.textContent('main')).toContain('3 määräpäivää muuttuu.')
    await press(page, 'Tallenna sääntö')
    await look(page, 'rules-saved', { javaScript: false })
    expect(await page.textContent('main')).toContain('3 määräpäivää laskettiin uudelleen')
    await close()
  })

  it('have nothing for axe before saving either', async () => {
    const { page, complaints, close } = await open()
    await page.goto(`${RULES}/TT7/revert`)
    await look(page, 'rules-revert')
    expect(complaints).toEqual([])
    await close()
  })
})
