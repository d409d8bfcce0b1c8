import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeGap, gapConsent, gapInput, giveGapConsent, recordGap } from '../../src/cases/index.ts'
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
let caseId: string
let gapId: string

const gap = (given: object = {}) =>
  gapInput.parse({
    benefit: 'basic-assistance',
    authority: 'kela',
    cause: 'bounced',
    appliedAt: '2026-10-05',
    lastIncomeAt: '2026-10-01',
    rule: 'TT7',
    household: { adults: 'single-parent', children10to17: 1, childrenUnder10: 1 },
    supplements: [{ askedAt: '2026-10-08', dueAt: '2026-10-15', at: '2026-10-13' }],
    bridging: [{ kind: 'parish', cents: 8000, on: '2026-10-23' }, { kind: 'preventive-assistance' }],
    handOffs: [
      { from: 'kela', to: 'county', on: '2026-10-20' },
      { from: 'county', to: 'employment-area', on: '2026-10-27' },
      { from: 'employment-area', to: 'kela', on: '2026-11-05' },
      { from: 'kela', to: 'county', on: '2026-11-12' },
    ],
    effects: ['no-food', 'rent-arrears'],
    note: 'Asiakas soittaa Kelaan joka viikko ja saa joka kerta eri vastauksen.',
    ...given,
  })

beforeAll(async () => {
  house = await testHouse({ now: '2026-11-13T09:00:00Z' })
  office = await openOffice(house)
  const record = async (given?: object) => {
    const made = await office.submit({ reasons: ['income'] })
    const recorded = await office.as(office.maija, (t) => recordGap(t, made, gap(given)))
    return { ...made, ...recorded }
  }
  ;({ caseId, gapId } = await record())
  house.setNow('2026-11-24T09:00:00Z')
  await record({
    benefit: 'general-support',
    authority: 'kela',
    cause: 'sanction',
    rule: undefined,
    handOffs: [],
    effects: [],
  })
  await record({
    benefit: 'service',
    authority: 'county',
    cause: 'not-implemented',
    rule: 'TAY',
    appliedAt: '2026-06-01',
    handOffs: [],
    effects: ['care-missed'],
    lastIncomeAt: undefined,
    household: undefined,
    followUpOn: '2026-11-27',
  })
  const done = await record({ effects: [], municipality: '536' })
  await office.as(office.maija, (t) => closeGap(t, done.gapId, { corrected: 'paid', paidAt: '2026-11-20' }))
  await office.as(office.maija, (t) =>
    giveGapConsent(
      t,
      gapId,
      gapConsent.parse({
        authority: 'kela',
        parts: ['identity', 'dates'],
        how: 'phone',
        givenOn: '2026-11-24',
      }),
    ),
  )
  site = await serveSite(deskOf(house, signedInAs(office.maija.id)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

const look = (page: Page, name: string) => lookAt(page, `gaps-${name}`)

describe('the pages of benefit gaps', () => {
  it('are sound on a phone and at a desk', async () => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url })
    for (const [name, path] of [
      ['board', '/desk/gaps'],
      ['board-closed', '/desk/gaps?view=closed'],
      ['board-filtered', '/desk/gaps?cause=housing'],
      ['figures', '/desk/gaps/figures'],
      ['figures-empty', '/desk/gaps/figures?year=2024'],
      ['new-call', '/desk/gaps/new'],
      ['new-on-case', `/desk/cases/${caseId}/gaps/new`],
      ['gap', `/desk/gaps/${gapId}`],
      ['edit', `/desk/gaps/${gapId}/edit`],
      ['case', `/desk/cases/${caseId}`],
    ] as const) {
      await page.goto(path)
      await look(page, name)
    }
    await page.goto(`/desk/gaps/${gapId}`)
    await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true')
    await look(page, 'gap-opened')
    expect(complaints).toEqual([])
    await close()
  })

  it('take a gap from a call by the keyboard alone', async () => {
    const { page, complaints, close } = await openPage(browser, { baseURL: site.url })
    await page.goto('/desk/gaps/new')
    // Benefit, authority, cause: the page has put the cursor in the first.
    for (const words of ['perus', 'kel', 'käsitt']) {
      await page.keyboard.type(words)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/desk\/gaps\/[0-9a-f-]{36}\?done=recorded/)
    expect(await page.textContent('h1')).toContain('Perustoimeentulotuki')
    expect(complaints).toEqual([])
    await close()
  })

  it('take it without scripts too, and say what is wrong', async () => {
    const { page, close } = await openPage(browser, { baseURL: site.url, javaScript: false, width: 375 })
    await page.goto('/desk/gaps/new')
    await page.selectOption('#benefit', 'basic-assistance')
    await page.fill('#appliedAt', '30')
    await page.fill('#appliedAt-month', '12')
    await page.fill('#appliedAt-year', '2026')
    await page.click('main .av-buttons button')
    expect(await page.textContent('.ds-error-summary')).toContain('Syy: valitse luettelosta.')
    await lookAt(page, 'gaps-errors', { javaScript: false })
    await close()
  })
})
