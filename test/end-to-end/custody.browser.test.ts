import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askRectification, markCase, setRetentionRule } from '../../src/cases/index.ts'
import { signDigests } from '../../src/custody/sign-digests.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { adminPages } from '../../src/web/desk/admin/index.tsx'
import { casePages } from '../../src/web/desk/index.tsx'
import { retentionPages } from '../../src/web/desk/retention/index.tsx'
import { portal } from '../../src/web/portal/index.tsx'
import { staffOnly } from '../../src/web/session.ts'
import { CLIENT, type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { signedInAs } from '../web/desk/desk-visitor.ts'
import { serveSite, siteWith, webOn } from '../web/serve-site.ts'
import { launchBrowser, openPage } from './browser.ts'
import { look } from './look.ts'

let house: TestHouse
let office: Office
let browser: Browser
let site: Awaited<ReturnType<typeof serveSite>>
let made: Awaited<ReturnType<Office['submit']>>
beforeAll(async () => {
  house = await testHouse({ now: '2025-02-05T09:00:00Z' })
  office = await openOffice(house)
  made = await office.submit()
  const { caseId } = made
  await house.database.owner.query(`update "case" set closed_at = $2, handler_id = $3 where id = $1`, [
    caseId,
    house.now(),
    office.lead.id,
  ])
  await office.as(CLIENT, (t) =>
    askRectification(t, caseId, { subject: 'person', text: 'Nimeni on Aino Asikas.' }),
  )
  await office.as(office.lead, (t) =>
    setRetentionRule(
      t,
      {
        kind: 'complaint',
        outcome: '',
        action: 'destroy',
        startsFrom: 'closed',
        years: 1,
        quietDays: 30,
        warnDays: [90, 30, 7],
        source: 'Tiedonohjaussuunnitelma 2.1',
      },
      '',
    ),
  )
  house.setNow('2026-01-20T09:00:00Z')
  await office.as(office.lead, (t) =>
    markCase(t, caseId, { kind: 'hold', until: '2027-01-01', why: 'Asiasta on vireillä oikeudenkäynti.' }),
  )
  await signDigests(house)
  const web = webOn(house)
  const pages = new Hono<WebEnv>().use('/desk/*', staffOnly(web))
  pages.route('/desk/admin', adminPages(web)).route('/desk/retention', retentionPages(web))
  pages.route('/desk', casePages(web)).route('/', portal(web))
  const lead = { ...signedInAs(office.lead.id, 'lead'), provedAt: new Date('2100-01-01') }
  site = await serveSite(siteWith(web, pages, '/', lead))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await house?.close()
})

it('fits a phone and a desk and reads for everybody: the log, keeping, the client’s rights', async () => {
  const { page, complaints, close } = await openPage(browser, { baseURL: site.url, width: 1280 })
  for (const [path, name] of [
    ['/desk/admin/audit', 'log'],
    ['/desk/admin/audit?event=case.submitted', 'log-narrowed'],
    ['/desk/retention', 'retention-coming'],
    ['/desk/retention/rules', 'retention-rules'],
    ['/desk/retention/rules/new', 'retention-rule-form'],
    ['/desk/retention/list', 'retention-list'],
    ['/desk/retention/processing', 'retention-processing'],
    [`/desk/cases/${made.caseId}/keeping`, 'case-keeping'],
  ] as const) {
    await page.goto(path)
    await look(page, `custody-${name}`)
  }
  await page.goto('/fi/follow')
  await page.fill('[name=number]', made.caseNumber)
  await page.fill('[name=receipt]', made.receipt)
  await page.click('main form button')
  for (const name of ['data', 'opened']) {
    await page.goto(`/fi/follow/${name}`)
    await look(page, `custody-follow-${name}`)
  }
  expect(complaints).toEqual([])
  await close()
})
