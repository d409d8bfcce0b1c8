import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logContact, markCase, runRetention } from '../../../src/cases/index.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import { casePages } from '../../../src/web/desk/index.tsx'
import { retentionPages } from '../../../src/web/desk/retention/index.tsx'
import { staffOnly } from '../../../src/web/session.ts'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { fieldOn, ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let office: Office
let at: (role: 'lead' | 'ombudsman' | 'authority', lang?: 'fi' | 'sv' | 'en') => Visitor
beforeAll(async () => {
  house = await testHouse({ now: '2024-02-05T09:00:00Z' })
  office = await openOffice(house)
  const web = webOn(house)
  const pages = new Hono<WebEnv>().use(staffOnly(web))
  pages.route('/retention', retentionPages(web)).route('/', casePages(web))
  at = (role, lang = 'fi') => {
    const id = role === 'lead' ? office.lead.id : office.maija.id
    // Proved a moment ago, whenever that is.
    const staff = { ...signedInAs(id, role, lang), provedAt: new Date('2100-01-01') }
    return new Visitor(ownSite(siteWith(web, pages, '/desk', staff)))
  }
})
afterAll(() => house?.close())

const RULE = {
  kind: 'complaint',
  outcome: '',
  action: 'destroy',
  startsFrom: 'closed',
  years: '1',
  quietDays: '30',
  warnDays: '30, 7',
  source: 'Tiedonohjaussuunnitelma 2.1',
}

async function closedCase() {
  const made = await office.submit()
  await house.database.owner.query(`update "case" set closed_at = $2, handler_id = $3 where id = $1`, [
    made.caseId,
    house.now(),
    office.maija.id,
  ])
  return made
}

it('proposes no time, takes none that was not written, and shows what would follow before it is saved', async () => {
  const one = await closedCase()
  const lead = at('lead')
  expect((await lead.get('/desk/retention')).text).toContain('Toimisto ei ole asettanut säilytysaikoja')
  const empty = await lead.get('/desk/retention/rules/new')
  for (const name of ['years', 'quietDays', 'warnDays']) expect(fieldOn(empty.html, name), name).toBe('')
  expect(empty.html).not.toMatch(/type="radio"[^>]*checked/)
  const wrong = await lead.post('/desk/retention/rules/new', {
    ...RULE,
    years: '',
    source: ' ',
    step: 'save',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Kirjoita vuodet')
  expect(fieldOn(wrong.html, 'quietDays') || wrong.html).toContain('30')
  expect(await office.rows('select 1 from retention_rule')).toEqual([])

  house.setNow('2025-01-20T09:00:00Z')
  const preview = await lead.post('/desk/retention/rules/new', { ...RULE, step: 'preview' })
  expect(preview.text).toContain('Yhden asian säilytysaika on päättynyt tai päättyy 30 päivän kuluessa')
  expect(preview.text).toContain('Varoitetaan 30, 7 päivää ennen.')
  expect(preview.text).toContain('asiakas on ottanut yhteyttä 30 päivän sisällä')
  expect(preview.text).toContain(one.caseNumber)
  expect(await office.rows('select 1 from retention_rule')).toEqual([])
  const saved = await lead.post('/desk/retention/rules/new', { ...RULE, seen: '', step: 'save' })
  expect(saved.text).toContain('Sääntö on tallennettu')
  expect(saved.text).toContain('Tiedonohjaussuunnitelma 2.1')
  expect(saved.text).toContain('Liisa Lehti')
  // Somebody who saw another state does not write over it.
  expect(
    (await lead.post('/desk/retention/rules/new', { ...RULE, years: '9', seen: '', step: 'save' })).status,
  ).toBe(409)
  expect(await office.rows('select years from retention_rule')).toEqual([{ years: 1 }])
})

it('lists what ends with the day and the reason, to the handler their own, in three languages', async () => {
  const lead = at('lead')
  const page = await lead.get('/desk/retention')
  expect(page.text).toContain('5.2.2025')
  expect(page.text).toContain('Hävitetään aikaisintaan')
  expect((await at('ombudsman').get('/desk/retention')).html).toContain('/keeping')
  expect((await at('ombudsman').get('/desk/retention/rules')).status).toBe(403)
  expect((await at('authority').get('/desk/retention')).status).toBe(403)
  expect((await at('lead', 'sv').get('/desk/retention')).text).toContain('Gallras tidigast')
  expect((await at('lead', 'en').get('/desk/retention')).text).toContain('at the earliest')
  const [{ id } = { id: '' }] = await office.rows<{ id: string }>(`select id from "case" limit 1`)
  await office.as(office.maija, (t) =>
    markCase(t, id, { kind: 'hold', until: '2030-01-01', why: 'Oikeudenkäynti' }),
  )
  house.setNow('2025-02-06T09:00:00Z')
  const held = await lead.get('/desk/retention')
  expect(held.text).toContain('hävittäminen on kielletty 1.1.2030 asti')
  expect(held.text).not.toContain('Oikeudenkäynti')
})

it('shows the destruction list and gives it as a file', async () => {
  house.setNow('2030-02-06T09:00:00Z')
  await runRetention(house, '08')
  house.setNow('2030-02-20T09:00:00Z')
  expect(await runRetention(house, '08')).toMatchObject({ destroyed: 1 })
  const lead = at('lead')
  const page = await lead.get('/desk/retention/list')
  expect(page.text).toContain('AV-2024-')
  const file = await lead.get('/desk/retention/list/file')
  const lines = file.html.trim().split('\r\n')
  expect(lines).toHaveLength(2)
  const [row] = await office.rows<{ hash: Buffer }>('select hash from destruction')
  expect(lines[1]).toContain(row!.hash.toString('hex'))
})

it('ends a rule, and then nothing is destroyed', async () => {
  const lead = at('lead')
  const form = await lead.get('/desk/retention/rules/new?kind=complaint&outcome=')
  expect(form.html).toContain('Tiedonohjaussuunnitelma 2.1')
  const done = await lead.post('/desk/retention/rules/end', {
    kind: 'complaint',
    outcome: '',
    seen: fieldOn(form.html, 'seen'),
  })
  expect(done.text).toContain('Sääntö on poistettu käytöstä')
  expect(done.text).toContain('Aiemmat säännöt')
  expect(await runRetention(house, '08')).toMatchObject({ rules: 0, due: 0 })
})

it('prints the record of processing from what is really set, on the page and as a PDF', async () => {
  for (const [lang, none, set] of [
    ['fi', 'ei ole asettanut säilytysaikoja', 'Tiedonohjaussuunnitelma 2.1'],
    ['sv', 'har inte satt några förvaringstider', 'Tiedonohjaussuunnitelma 2.1'],
    ['en', 'has set no retention times', 'Tiedonohjaussuunnitelma 2.1'],
  ] as const) {
    const lead = at('lead', lang)
    expect((await lead.get('/desk/retention/processing')).text).toContain(none)
    const seen = await lead.get('/desk/retention/rules/new?kind=complaint&outcome=')
    await lead.post('/desk/retention/rules/new', { ...RULE, seen: fieldOn(seen.html, 'seen'), step: 'save' })
    const page = await lead.get('/desk/retention/processing')
    expect(page.text).toContain(set)
    expect(page.text).toContain(house.keys.id)
    expect(page.text).not.toContain(none)
    const file = await lead.get('/desk/retention/processing/file')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.html.startsWith('%PDF')).toBe(true)
    const form = await lead.get('/desk/retention/rules/new?kind=complaint&outcome=')
    await lead.post('/desk/retention/rules/end', {
      kind: 'complaint',
      outcome: '',
      seen: fieldOn(form.html, 'seen'),
    })
  }
  expect((await at('ombudsman').get('/desk/retention/processing')).status).toBe(403)
})

it('says of a rule for contacts which of them it is for, and counts the time from the contact', async () => {
  house.setNow('2024-03-01T09:00:00Z')
  const call = { channel: 'phone', reasons: [], actions: [] }
  await office.as(office.maija, async (t) => {
    await logContact(t, { ...call, person: { name: 'Yksi Soittaja' }, note: 'Kertoi tilanteestaan.' })
    await logContact(t, { ...call, person: {} })
  })
  const lead = at('lead')
  const rule = { ...RULE, kind: 'contact', seen: '', step: 'preview' }
  const early = await lead.post('/desk/retention/rules/new', rule)
  expect(early.text).toContain(
    'Yhdenkään tällaisen yhteydenoton säilytysaika ei ole päättynyt eikä pääty 30 päivän',
  )
  expect(early.text).toContain('niitä on nyt 1. Muita yhteydenottoja on 1.')
  expect(early.text).toContain('yhteydenoton päivästä')
  expect(early.text).not.toContain('asian päättämisestä')
  house.setNow('2025-03-10T09:00:00Z')
  const late = await lead.post('/desk/retention/rules/new', rule)
  expect(late.text).toContain('Yhden yhteydenoton säilytysaika on päättynyt tai päättyy 30 päivän kuluessa')
  await lead.post('/desk/retention/rules/new', { ...rule, step: 'save' })
  expect((await lead.get('/desk/retention')).text).toContain('Yhteydenotto 1.3.2024')
})
