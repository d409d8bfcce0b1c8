import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite, readPopulationTable, setUpAccount } from '../../../src/access/index.ts'
import type { Role } from '../../../src/access/signed-in.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import { adminPages } from '../../../src/web/desk/admin/index.tsx'
import { signInPages } from '../../../src/web/desk/sign-in/index.tsx'
import { portal } from '../../../src/web/portal/index.tsx'
import { type TestHouse, testHouse } from '../../house.ts'
import { ownSite } from '../desk/desk-visitor.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'

let house: TestHouse
let admin: Visitor
let lead: Visitor
beforeAll(async () => {
  house = await testHouse()
  admin = await signedIn('admin')
  lead = await signedIn('lead')
})
afterAll(() => house?.close())

const PASSWORD = 'kolme pientä sanaa'

function site() {
  const web = webOn(house)
  const all = new Hono<WebEnv>()
  all.route('/desk', signInPages(web))
  all.route('/desk/admin', adminPages(web))
  all.route('/', portal(web))
  return new Visitor(ownSite(siteWith(web, all)))
}

async function signedIn(role: Role): Promise<Visitor> {
  const email = `${role}@example.fi`
  const { token } = await invite(house, '08', { email, role }, { kind: 'system' })
  await setUpAccount(house, token, { name: role, password: PASSWORD, language: 'en', userAgent: 'test' })
  const visitor = site()
  await visitor.post('/desk/sign-in', { email, password: PASSWORD })
  return visitor
}

const latest = (event: 'organisation.changed' | 'population.imported') =>
  inOffice(house, '08', { kind: 'system' }, (t) =>
    t.sql.auditEntry.findFirst({ where: { event }, orderBy: { seq: 'desc' } }),
  )

const OFFICE = {
  'name-fi': 'Pirkanmaan sosiaaliasiavastaava',
  'name-sv': 'Birkalands socialombud',
  'name-en': 'Social ombudsman of Pirkanmaa',
  phone: '+358 3 123 4567',
  email: 'sosiaaliasiavastaava@example.fi',
  address: 'Esimerkkikatu 1, 33100 Tampere',
  'hours-fi': 'ma–to klo 9–12',
  'hours-sv': 'mån–tors kl. 9–12',
  'hours-en': 'Mon–Thu 9–12',
  'visits-fi': 'Sovi aika puhelimessa.',
  languages: ['fi', 'se'],
  'objection-nudge': '10',
  'objection-late': '28',
  'objection-escalate': '60',
  sami: '',
}

it('shows clients what the office tells of itself, and records which fields changed', async () => {
  expect((await admin.get('/desk/admin')).html).toContain('href="/desk/admin/office"')
  const saved = await admin.post('/desk/admin/office', OFFICE)
  expect(saved.path).toBe('/desk/admin/office?done=1')
  expect(saved.html).toContain('value="Birkalands socialombud"')
  const seen = await site().get('/en/contact?office=08')
  expect(seen.text).toContain('Social ombudsman of Pirkanmaa')
  expect(seen.text).toContain('Mon–Thu 9–12')
  const entry = await latest('organisation.changed')
  expect(entry?.details).toMatchObject({ fields: expect.arrayContaining(['names', 'phone', 'hours']) })
  expect(JSON.stringify(entry?.details)).not.toContain('Esimerkkikatu')
  await admin.post('/desk/admin/office', OFFICE)
  expect((await latest('organisation.changed'))?.seq).toBe(entry?.seq)
})

it('tells the second of two at once what the first has saved, and keeps what was typed', async () => {
  const asOf = (html: string) => /name="as-of" value="([^"]+)"/.exec(html)![1]!
  const opened = asOf((await admin.get('/desk/admin/office')).html)
  house.setNow(new Date(house.now().getTime() + 60_000))
  const first = { ...OFFICE, phone: '+358 3 765 4321' }
  expect((await admin.post('/desk/admin/office', { ...first, 'as-of': opened })).path).toContain('done=1')
  const second = { ...OFFICE, address: 'Toinen katu 2', 'as-of': opened }
  const told = await admin.post('/desk/admin/office', second)
  expect(told.status).toBe(409)
  expect(told.text).toContain('admin changed the office details while you were writing')
  expect(told.text).toContain('+358 3 765 4321')
  expect(told.html).toContain('value="+358 3 123 4567"')
  expect(told.html).toContain('Toinen katu 2')
  expect((await site().get('/en/contact?office=08')).text).toContain('+358 3 765 4321')
  const again = await admin.post('/desk/admin/office', { ...second, 'as-of': asOf(told.html) })
  expect(again.path).toContain('done=1')
  expect((await site().get('/en/contact?office=08')).text).toContain('Toinen katu 2')
})

it('tells in the audit log people by name and never an id', async () => {
  const log = await admin.get('/desk/admin/audit')
  expect(log.text).toContain('Signed in')
  expect(log.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

it('keeps what was typed when something is wrong, and changes nothing', async () => {
  const before = await latest('organisation.changed')
  const wrong = await admin.post('/desk/admin/office', {
    ...OFFICE,
    'name-sv': '',
    email: 'not an address',
    'hours-fi': 'Joka toinen tiistai',
    languages: [],
    'objection-nudge': 'kymmenen',
    'objection-late': '70',
    'sami-reviewed': 'yes',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.title).toMatch(/^Error:/)
  for (const field of ['name-sv', 'email', 'languages', 'objection-nudge', 'objection-escalate', 'sami']) {
    expect(wrong.html).toContain(`<a href="#${field}">`)
    expect(wrong.html).toContain(`id="${field}"`)
  }
  expect(wrong.html).toContain('Joka toinen tiistai')
  expect(wrong.html).toContain('value="not an address"')
  expect((await latest('organisation.changed'))?.seq).toBe(before?.seq)
})

it('shows the page in Northern Sámi only when it has been reviewed', async () => {
  const shown = async () =>
    inOffice(house, '08', { kind: 'system' }, (t) =>
      t.sql.organisation.findUniqueOrThrow({ where: { code: '08' } }),
    )
  await admin.post('/desk/admin/office', { ...OFFICE, sami: 'placeholder text' })
  expect(await shown()).toMatchObject({ samiPage: 'placeholder text', samiReviewed: false })
  await admin.post('/desk/admin/office', { ...OFFICE, sami: 'placeholder text', 'sami-reviewed': 'yes' })
  expect(await shown()).toMatchObject({ samiReviewed: true })
})

it('takes population figures with their source, all or none', async () => {
  const wrong = await admin.post('/desk/admin/population', {
    rows: 'Nokia;2025;36 000\nHelsinki;2025;1\nNokia;2025;5\nNowhere;2025;5',
    source: '',
  })
  expect(wrong.status).toBe(422)
  for (const text of ['Row 2: the municipality is not in', 'Row 3: an earlier row', 'Row 4: no such'])
    expect(wrong.text).toContain(text)
  expect(wrong.html).toContain('href="#source"')
  expect(wrong.html).toContain('Nokia;2025;36 000')
  expect(await latest('population.imported')).toBeNull()

  const rows = 'Kunta\tVuosi\tAsukkaita\n536\t2025\t36\u00a0000\nAkaa\t2025\t16 000'
  const saved = await admin.post('/desk/admin/population', { rows, source: 'Tilastokeskus' })
  expect(saved.path).toBe('/desk/admin/population?done=1')
  expect(saved.text).toContain('36,000')
  await admin.post('/desk/admin/population', { rows: '536,2025,36001', source: 'Tilastokeskus' })
  const kept = await inOffice(house, '08', { kind: 'system' }, (t) =>
    t.sql.population.findMany({ where: { year: 2025 }, orderBy: { municipality: 'asc' } }),
  )
  expect(kept.map(({ municipality, residents, sample }) => [municipality, residents, sample])).toEqual([
    ['020', 16000, false],
    ['536', 36001, false],
  ])
  expect((await latest('population.imported'))?.details).toEqual({ figures: 1, years: ['2025'] })
})

it('tells what is wrong with a row by its line', () => {
  const read = (text: string) => readPopulationTable(text, '08', 2026).errors
  expect(read('Nokia;2027;5')).toEqual([{ line: 1, code: 'year' }])
  expect(read('Nokia;2025;-5')).toEqual([{ line: 1, code: 'residents' }])
  expect(read('\n\nNokia;2025')).toEqual([{ line: 3, code: 'columns' }])
  expect(readPopulationTable('KU536;2025;1', '08', 2026).figures).toEqual([
    { municipality: '536', year: 2025, residents: 1 },
  ])
})

it('lets only an administrator change the office', async () => {
  expect((await lead.get('/desk/admin')).html).not.toContain('/desk/admin/office')
  for (const path of ['/desk/admin/office', '/desk/admin/population']) {
    expect((await lead.get(path)).status).toBe(403)
    expect((await lead.post(path, OFFICE)).status).toBe(403)
  }
})
