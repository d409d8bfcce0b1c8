import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  logContact,
  rate,
  recordRightsIssue,
  sendToOffice,
  setGoals,
  startClockByHand,
  writeNote,
} from '../../src/cases/index.ts'
import { CLIENT, type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { deskOf, signedInAs } from '../web/desk/desk-visitor.ts'
import { serveSite } from '../web/serve-site.ts'
import { launchBrowser, openPage, picture } from './browser.ts'
import { look as lookAt } from './look.ts'

let house: TestHouse
let office: Office
let site: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
let caseId: string

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  await office.as(office.pekka, (t) =>
    logContact(t, {
      channel: 'phone',
      contactPerson: 'client',
      municipality: '837',
      serviceTask: 'older-people',
      reasons: ['fees'],
      actions: ['advice'],
      person: { name: 'Toini Tuttu', phone: '040 555 6677' },
    }),
  )
  house.setNow('2026-11-10T09:00:00Z')
  const made = await office.submit({
    urgent: true,
    account: {
      text: 'Päätös viipyy, eikä rahaa ole ruokaan.',
      desiredOutcome: 'Päätös tällä viikolla.',
      urgentNeeds: ['food'],
    },
  })
  caseId = made.caseId
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  house.setNow('2026-11-20T09:00:00Z')
  for (const municipality of ['536', '980', '837', '604'])
    await office.submit({
      kind: municipality === '980' ? 'advice' : 'complaint',
      municipality,
      service: 'home-care',
    })
  const own = await office.submit({ kind: 'advice', serviceTask: 'older-people', municipality: '536' })
  await office.as(office.maija, (t) => applyEvent(t, own.caseId, { type: 'TAKE' }, 'office'))
  await office.as(office.maija, (t) => writeNote(t, caseId, 'Soitin yksikköön, lupasivat palata huomenna.'))
  await office.as(CLIENT, (t) => sendToOffice(t, caseId, 'Onko asiassa uutta?\nOdotan vastausta.', 'portal'))
  house.setNow('2026-11-24T09:00:00Z')
  await office.as(office.maija, async (t) => {
    const served = { from: '2026-10-26', served: 'handed', evidence: 'client-told' }
    await startClockByHand(t, caseId, { rule: 'OIK', ...served })
    await recordRightsIssue(t, caseId, {
      code: 'reasons',
      owedBy: 'county',
      finding: 'found',
      evidence: 'Päätös',
    })
    await setGoals(t, caseId, [{ text: 'Rahat riittävät ruokaan.', weight: 2 }], 'client')
    await rate(t, caseId, { by: 'client', phase: 'end', ratings: { situation: 3, 'gas:1': -1 } })
    await rate(t, caseId, { by: 'office', phase: 'end', ratings: { situation: 7 } })
  })
  site = await serveSite(deskOf(house, signedInAs(office.maija.id)))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

const open = (options: Partial<Parameters<typeof openPage>[1]> = {}) =>
  openPage(browser, { baseURL: site.url, ...options })

const look = (page: Page, name: string) => lookAt(page, `desk-${name}`)

describe('every page of the desk', () => {
  it('is sound on a phone and at a desk', async () => {
    const { page, complaints, close } = await open()
    for (const [name, path] of [
      ['queue', '/desk'],
      ['queue-open', '/desk?view=open&serviceTask=disability'],
      ['queue-empty', '/desk?view=closed'],
      ['search', '/desk/search'],
      ['log', '/desk/contacts/new'],
      ['log-on-case', `/desk/contacts/new?case=${caseId}`],
      ['case', `/desk/cases/${caseId}`],
      ['codes', `/desk/cases/${caseId}/codes`],
      ['clocks', `/desk/cases/${caseId}/clocks`],
      ['rights', `/desk/cases/${caseId}/rights`],
      ['change', `/desk/cases/${caseId}/change`],
      ['print', `/desk/cases/${caseId}/print`],
    ] as const) {
      await page.goto(path)
      await look(page, name)
    }
    await page.goto(`/desk/cases/${caseId}`)
    await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true')
    await look(page, 'case-opened')
    for (const part of ['clocks', 'rights', 'change']) {
      await page.goto(`/desk/cases/${caseId}/${part}`)
      await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true')
      await look(page, `${part}-opened`)
    }
    expect(complaints).toEqual([])
    await close()
  })
})

describe('logging a simple call', () => {
  it('takes fewer than forty strokes of the keyboard and no mouse', async () => {
    const { page, close } = await open()
    await page.goto('/desk/contacts/new')
    let strokes = 0
    const type = async (words: string) => {
      strokes += words.length
      await page.keyboard.type(words)
    }
    const press = async (key: string) => {
      strokes += key.split('+').length
      await page.keyboard.press(key)
    }
    // Municipality, service task, service, reason, action: the page has put the cursor in the first.
    await type('tam')
    await press('Tab')
    await type('vam')
    await press('Tab')
    await type('henk')
    await press('Tab')
    await type('käs')
    await press('Tab')
    await type('neu')
    await press('Control+Enter')
    await page.waitForURL('**/desk/contacts/new?logged=*')
    expect(strokes).toBeLessThan(40)
    const [row] = await office.rows(
      'select * from contact where logged_by = $1 and case_id is null',
      office.maija.id,
    )
    expect(row).toMatchObject({
      channel: 'phone',
      contact_person: 'client',
      language: 'fi',
      municipality: '837',
      service_task: 'disability',
      service: 'personal-assistance',
      reasons: ['waiting-time'],
      actions: ['advice'],
      source: 'desk',
    })
    await look(page, 'logged')
    await close()
  })

  it('saves nothing over a word that is in no list, and says so', async () => {
    const { page, close } = await open()
    await page.goto('/desk/contacts/new')
    await page.keyboard.type('xyzzy')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+Enter')
    const place = page.locator('#municipality')
    expect(await place.inputValue()).toBe('xyzzy')
    expect(await place.getAttribute('aria-invalid')).toBe('true')
    expect(await place.evaluate((input) => input.matches(':focus'))).toBe(true)
    expect(await page.locator('#municipality-unknown').textContent()).toMatch(/luettelossa/)
    expect(page.url()).not.toContain('logged=')
    await look(page, 'unknown-word')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('tam')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/desk/contacts/new?logged=*')
    await close()
  })

  it('hints at the same person while one types, and becomes a case with one key', async () => {
    const { page, close } = await open()
    await page.goto('/desk/contacts/new')
    await page.keyboard.type('tam')
    await page.locator('#phone').fill('0405556677')
    await page.keyboard.press('Tab')
    await page.waitForSelector('#same input[name="personUnit"]')
    await page.locator('#same input[type="radio"]').nth(1).check()
    await look(page, 'same-person')
    await page.locator('#note').fill('Haluaa apua muistutukseen.')
    await page.keyboard.press('Control+Shift+Enter')
    await page.waitForURL('**/desk/cases/*?done=turned')
    expect(await page.locator('main').textContent()).toMatch(/\d{4} \d{4} \d{4} \d{4}/)
    await look(page, 'turned')
    await close()
  })

  it('works without scripts', async () => {
    const { page, close } = await open({ javaScript: false, width: 375 })
    await page.goto('/desk/contacts/new')
    await page.locator('select[name="municipality"]').selectOption('837')
    await page.locator('select[name="reasons"]').selectOption(['fees', 'income'])
    await page.locator('#phone').fill('0405556677')
    await page.locator('button[formaction="/desk/contacts/same"]').click()
    expect(await page.locator('#same input[type="radio"]').count()).toBeGreaterThan(1)
    await page.locator('main form button:not([formaction]):not(.ds-sr-only)').first().click()
    await page.waitForURL('**/desk/contacts/new?logged=*')
    await picture(page, 'desk-375-no-script')
    await close()
  })
})

describe('a case', () => {
  it('moves to its end by its buttons, and asks before text is left behind', async () => {
    const { page, close } = await open()
    await page.goto(`/desk/cases/${caseId}`)
    await page.locator('form[action$="/do/START_ADVICE"] button').click()
    await page.waitForURL('**?done=START_ADVICE')
    await page.locator('#message-note').pressSequentially('Soitan')
    let asked = 0
    page.on('dialog', (dialog) => {
      asked++
      void dialog.dismiss()
    })
    await page.locator('.av-name').click()
    await expect.poll(() => asked).toBe(1)
    await page.locator('form[action$="/message"] button').click()
    await page.waitForURL('**?done=message')
    expect(asked).toBe(1)
    const closing = page.locator('details', { has: page.locator('form[action$="/do/CLOSE"]') })
    await closing.locator('summary').click()
    await closing.locator('select').selectOption('advised')
    await closing.locator('button').click()
    await look(page, 'confirm')
    await page.locator('main form button:not([name="cancelled"])').click()
    await page.waitForURL('**?done=CLOSE')
    await look(page, 'closed')
    await close()
  })
})
