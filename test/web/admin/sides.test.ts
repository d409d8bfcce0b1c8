import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstAdministratorLink, invite, setUpAccount } from '../../../src/access/index.ts'
import type { Role } from '../../../src/access/signed-in.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { AUDIENCES, LONGEST_SECTION } from '../../../src/reports/index.ts'
import { authority } from '../../../src/web/authority/index.tsx'
import type { WebEnv } from '../../../src/web/context.ts'
import { accountPages } from '../../../src/web/desk/account/index.tsx'
import { adminPages } from '../../../src/web/desk/admin/index.tsx'
import { reportPages } from '../../../src/web/desk/reports/index.tsx'
import { signInPages } from '../../../src/web/desk/sign-in/index.tsx'
import { publications } from '../../../src/web/publications/index.tsx'
import { type TestHouse, testHouse } from '../../house.ts'
import { ownSite } from '../desk/desk-visitor.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

const PASSWORD = 'kolme pientä sanaa'

function site() {
  const web = webOn(house)
  const all = new Hono<WebEnv>()
  all.route('/desk', signInPages(web))
  all.route('/desk/account', accountPages(web))
  all.route('/desk/admin', adminPages(web))
  all.route('/desk/reports', reportPages(web))
  all.route('/authority', authority(web))
  all.route('/publications', publications(web))
  return new Visitor(ownSite(siteWith(web, all)))
}

async function person(role: Role, municipality?: string) {
  const email = `${role}@example.fi`
  const { token } = await invite(house, '08', { email, role, municipality }, { kind: 'system' })
  await setUpAccount(house, token, { name: role, password: PASSWORD, language: 'en', userAgent: 'test' })
  const visitor = site()
  await visitor.get(`/desk/sign-in`)
  return { visitor, enter: () => visitor.post('/desk/sign-in', { email, password: PASSWORD }) }
}

it('sets up the first administrator from the link, who invites people', async () => {
  const token = await firstAdministratorLink(house)
  const visitor = site()
  const empty = await visitor.post(`/desk/set-up/${token}`, {})
  expect(empty.status).toBe(422)
  for (const field of ['organisation', 'name', 'email', 'password'])
    expect(empty.html).toContain(`href="#${field}"`)
  const wrong = await visitor.post(`/desk/set-up/${token}`, { name: 'Anna Alku', email: 'x', password: 'y' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Anna Alku"')
  const values = {
    organisation: '08',
    name: 'Anna Alku',
    email: 'anna@example.fi',
    password: PASSWORD,
    language: 'fi',
  }
  const done = await visitor.post(`/desk/set-up/${token}`, values)
  expect(done.path).toBe('/desk/admin')
  expect((await site().get(`/desk/set-up/${token}`)).status).toBe(404)
  const invited = await visitor.post('/desk/admin/people/invite', {
    email: 'uusi@example.fi',
    role: 'ombudsman',
  })
  expect(invited.text).toContain('/desk/set-up/')
  expect((await visitor.get('/desk/admin/audit?area=staff')).status).toBe(200)
  expect((await visitor.get('/desk/account')).text).toContain('Tämä istunto')
})

it('keeps each role to its own side', async () => {
  const reader = await person('authority', '536')
  await reader.enter()
  expect((await reader.visitor.get('/authority')).status).toBe(200)
  expect((await reader.visitor.get('/desk/admin')).status).toBe(403)
  expect((await reader.visitor.get('/desk/reports')).status).toBe(403)
  const lead = await person('lead')
  await lead.visitor.post('/desk/sign-in?next=/desk/reports', {
    email: 'lead@example.fi',
    password: PASSWORD,
  })
  const reports = await lead.visitor.get('/desk/reports')
  expect(reports.status).toBe(200)
  expect(
    (await lead.visitor.post('/desk/reports/release?year=2025&in=en', { municipality: '091' })).status,
  ).toBe(404)
  await lead.visitor.post('/desk/reports/release?year=2025&in=en', { municipality: '020' })
  await lead.visitor.post('/desk/reports/release?year=2025&in=en', { municipality: '536' })
  const list = await reader.visitor.get('/authority')
  const ids = [...list.html.matchAll(/summaries\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(1)
  expect((await reader.visitor.get(`/authority/summaries/${ids[0]}`)).text).toContain('Nokia')
  const all = await lead.visitor.get('/desk/reports?year=2025&in=en')
  expect(all.html.match(/name="id" value=/g)).toHaveLength(2)
  for (const [, id] of all.html.matchAll(/name="id" value="([0-9a-f-]{36})"/g))
    expect((await reader.visitor.get(`/authority/summaries/${id}`)).status).toBe(id === ids[0] ? 200 : 404)
})

it('gives a report text back that cannot be kept, and asks for the municipality left out', async () => {
  const visitor = site()
  await visitor.post('/desk/sign-in', { email: 'lead@example.fi', password: PASSWORD })
  const [, key] = /name="([a-z-]+)" rows="12"/.exec((await visitor.get('/desk/reports')).html)!
  const text = `Written with care. ${'x'.repeat(LONGEST_SECTION)}`
  const long = await visitor.post(`/desk/reports/sections/${key}?year=2025&in=en`, { [key!]: text })
  expect(long.status).toBe(422)
  expect(long.html).toContain(`<a href="#${key}">`)
  expect(long.html).toContain('Written with care.')
  const odd = await visitor.post('/desk/reports/sections/NO?year=2025&in=en', { NO: 'Written for nothing?' })
  expect(odd.status).toBe(422)
  expect(odd.html).toContain('Written for nothing?')
  const none = await visitor.get('/desk/reports/summary?year=2025&in=en&municipality=&quarter=')
  expect(none.status).toBe(422)
  expect(none.html).toContain('<a href="#municipality">')
})

it('shows the report for every audience and the summary of a quarter', async () => {
  const visitor = site()
  await visitor.post('/desk/sign-in', { email: 'lead@example.fi', password: PASSWORD })
  const { html } = await visitor.get('/desk/reports?year=2025&in=en')
  for (const audience of ['office', ...AUDIENCES])
    expect(html).toContain(`/desk/reports/annual/pdf?year=2025&amp;in=en&amp;audience=${audience}"`)
  expect((await visitor.get('/desk/reports/annual/view?year=2025&in=en&audience=regional')).status).toBe(200)
  const quarter = await visitor.get('/desk/reports/summary?year=2025&in=en&municipality=536&quarter=2')
  expect(quarter.text).toMatch(/Nokia/)
  await visitor.post('/desk/reports/release?year=2025&in=en', { municipality: '536', quarter: '2' })
  const release = await inOffice(house, '08', { kind: 'system' }, (t) =>
    t.sql.auditEntry.findFirst({ where: { event: 'summary.released' }, orderBy: { seq: 'desc' } }),
  )
  expect(release?.details).toMatchObject({ municipality: '536', quarter: 2 })
})

it('shows what is public without an account, and leads everybody else to the sign-in', async () => {
  expect((await site().get('/publications?lang=sv')).text).toContain('Inga rapporter')
  expect((await site().get('/desk/admin')).path).toBe('/desk/sign-in?next=%2Fdesk%2Fadmin')
  expect((await site().get('/authority')).path).toContain('/authority/sign-in')
  const wrong = await site().post('/desk/sign-in', { email: 'lead@example.fi', password: 'no' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="lead@example.fi"')
})
