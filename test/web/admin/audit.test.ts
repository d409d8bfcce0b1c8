import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_EVENTS } from '../../../src/custody/audit-events.ts'
import { signDigests } from '../../../src/custody/sign-digests.ts'
import { verifyAudit } from '../../../src/custody/verify-audit.ts'
import { LANGS } from '../../../src/language/lang.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import { eventWords } from '../../../src/web/desk/admin/audit-words.ts'
import { adminPages } from '../../../src/web/desk/admin/index.tsx'
import { casePages } from '../../../src/web/desk/index.tsx'
import { staffOnly } from '../../../src/web/session.ts'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { ownSite, signedInAs } from '../desk/desk-visitor.ts'
import { portalOn, Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'

let house: TestHouse
let office: Office
let lead: Visitor
let maija: Visitor
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const web = webOn(house)
  const pages = new Hono<WebEnv>().use(staffOnly(web))
  pages.route('/admin', adminPages(web)).route('/', casePages(web))
  const at = (id: string, role: 'lead' | 'ombudsman') =>
    new Visitor(ownSite(siteWith(web, pages, '/desk', signedInAs(id, role))))
  lead = at(office.lead.id, 'lead')
  maija = at(office.maija.id, 'ombudsman')
})
afterAll(() => house?.close())

const entries = (event: string) =>
  office.rows<{ actor_id: string; subject_id: string; details: Record<string, unknown> }>(
    `select actor_id, subject_id, details from audit_entry where event = $1 and organisation = '08' order by seq`,
    event,
  )

it('has words for every event in every language', () => {
  for (const lang of LANGS)
    for (const event of AUDIT_EVENTS)
      expect(eventWords(event, lang), event).not.toBe(eventWords('none', lang))
})

describe('the log on the desk', () => {
  it('is narrowed by person, event, case and days, and says what cannot be looked for', async () => {
    const one = await office.submit()
    const two = await office.submit()
    await maija.get(`/desk/cases/${one.caseId}`)
    office.later(24 * 60)
    await maija.get(`/desk/cases/${two.caseId}`)
    const rows = (html: string) => html.split('<tr').length - 2
    const all = await lead.get('/desk/admin/audit')
    expect(all.text).toContain(one.caseNumber)
    const ofOne = await lead.get(`/desk/admin/audit?number=${one.caseNumber}&event=case.read`)
    expect(rows(ofOne.html)).toBe(1)
    expect(ofOne.text).toContain('Maija Meikäläinen')
    const dated = await lead.get('/desk/admin/audit?event=case.read&from-day=25&from-month=11&from-year=2026')
    expect(dated.text).toContain(two.caseNumber)
    expect(dated.text).not.toContain(one.caseNumber)
    expect((await lead.get(`/desk/admin/audit?who=${office.pekka.id}`)).text).toContain('Merkintöjä ei ole')
    const wrong = await lead.get('/desk/admin/audit?number=17&from-day=31&from-month=2&from-year=2026')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Tarkista asian numero')
    expect(wrong.text).toContain('Tarkista päivä')
  })

  it('is paged by key without a gap', async () => {
    for (let n = 0; n < 60; n++) await office.as(office.pekka, async (t) => t.audit({ event: 'search' }))
    const first = await lead.get(`/desk/admin/audit?who=${office.pekka.id}`)
    const next = /rel="next" href="([^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
    expect(next).toContain(`who=${office.pekka.id}`)
    const second = await lead.get(next)
    const times = (html: string) => html.split('<tr').length - 2
    expect([times(first.html), times(second.html)]).toEqual([50, 10])
  })

  it('goes out as a file, whose leaving is recorded first', async () => {
    await office.as(office.pekka, async (t) =>
      t.audit({ event: 'rule.changed', subjectKind: 'rule', subjectId: '=CMD|x' }),
    )
    const file = await lead.get(`/desk/admin/audit/file?who=${office.pekka.id}`)
    expect(file.headers.get('content-type')).toContain('text/csv')
    const lines = file.html.trim().split('\r\n')
    expect(lines).toHaveLength(62)
    expect(lines[1]).toContain("'=CMD|x")
    expect(await entries('audit.exported')).toMatchObject([{ actor_id: office.lead.id }])
    expect((await lead.get('/desk/admin/audit/file?number=17')).status).toBe(422)
    expect((await maija.get('/desk/admin/audit/file')).status).toBe(403)
  })

  it('gives its signed digest to whoever keeps it', async () => {
    expect((await lead.get('/desk/admin/audit/digest')).status).toBe(404)
    await signDigests(house)
    const page = await lead.get('/desk/admin/audit')
    expect(page.text).toContain('Julkinen avain')
    const day = /digest\?day=([\d-]+)/.exec(page.html)![1]!
    const file = JSON.parse((await lead.get(`/desk/admin/audit/digest?day=${day}`)).html)
    expect(file).toMatchObject({ organisation: '08', day })
    expect(await verifyAudit(house.database.owner, [file])).toMatchObject({ ok: true })
    expect(await entries('audit.digest-exported')).toHaveLength(1)
    expect((await lead.get('/desk/admin/audit/digest?day=2020-01-01')).status).toBe(404)
  })
})

describe('what is recorded', () => {
  it('holds every attempt at what is not one’s own, once', async () => {
    const before = (await entries('access.refused')).length
    const foreign = '0198a000-0000-7000-8000-00000000ffff'
    expect((await maija.get(`/desk/cases/${foreign}`)).status).toBe(404)
    expect((await maija.get('/desk/admin/audit')).status).toBe(403)
    expect((await maija.get('/desk/no-such-page')).status).toBe(404)
    expect((await entries('access.refused')).slice(before)).toEqual([
      {
        actor_id: office.maija.id,
        subject_id: foreign,
        details: { side: 'desk/cases', status: 404 },
      },
      { actor_id: office.maija.id, subject_id: null, details: { side: 'desk/admin', status: 403 } },
    ])
  })

  it('holds one opening where a form comes back within the second, and two a minute later', async () => {
    const { caseId } = await office.submit()
    const of = async () =>
      (await entries('case.read')).filter(({ subject_id }) => subject_id === caseId).length
    await maija.get(`/desk/cases/${caseId}`)
    await maija.post(`/desk/cases/${caseId}/note`, { 'note-note': '', version: '1' })
    expect(await of()).toBe(1)
    office.later(1)
    await maija.get(`/desk/cases/${caseId}`)
    expect(await of()).toBe(2)
  })

  it('holds a wrong code, with the case it was tried on', async () => {
    const { caseId, caseNumber } = await office.submit()
    const visitor = new Visitor(ownSite(portalOn(house)))
    await visitor.post('/fi/follow', { number: caseNumber, receipt: '0000 0000 0000 0000' })
    await visitor.post('/fi/follow', { number: 'AV-2026-999999-1', receipt: '0000 0000 0000 0000' })
    expect((await entries('client.refused')).map(({ subject_id }) => subject_id)).toEqual([caseId])
    const none = await office.rows(
      `select 1 from audit_entry where event = 'client.refused' and organisation = '--'`,
    )
    expect(none).toHaveLength(1)
  })
})

describe('to the client', () => {
  it('tells by day and task who has opened the case, prints too, and no name', async () => {
    const { caseId, caseNumber, receipt } = await office.submit()
    const visitor = new Visitor(ownSite(portalOn(house)))
    await visitor.post('/fi/follow', { number: caseNumber, receipt })
    expect((await visitor.get('/fi/follow/opened')).text).toContain('Kukaan toimistosta ei ole vielä avannut')
    await maija.get(`/desk/cases/${caseId}`)
    office.later(5)
    await maija.get(`/desk/cases/${caseId}`)
    await maija.get(`/desk/cases/${caseId}/print`)
    expect((await visitor.get('/fi/follow/case')).html).toContain('href="/fi/follow/opened"')
    const seen = await visitor.get('/fi/follow/opened')
    expect(seen.text).toContain('Sosiaaliasiavastaava avasi asian')
    expect(seen.text).toContain('Sosiaaliasiavastaava tulosti asian')
    expect(seen.text).not.toContain('Maija')
    for (const [lang, word] of [
      ['sv', 'öppnade ärendet'],
      ['en', 'opened the case'],
    ])
      expect((await visitor.get(`/${lang}/follow/opened`)).text).toContain(word)
    expect((await new Visitor(ownSite(portalOn(house))).get('/fi/follow/opened')).path).toContain('first=1')
  })
})

it('still tells of a case by its number when the case is destroyed', async () => {
  const { caseId, caseNumber } = await office.submit()
  await house.database.owner.query(
    `insert into destruction (id, organisation, at, subject, subject_id, number, kind, opened_on, starts_from, started_on, due_on, rule_id, years, source, hash)
     values (gen_random_uuid(), '08', now(), 'case', $1, $2, 'complaint', '2024-01-01', 'closed', '2024-01-01', '2025-01-01', gen_random_uuid(), 1, 'x', '')`,
    [caseId, caseNumber],
  )
  await house.database.owner.query('delete from "case" where id = $1', [caseId])
  const page = await lead.get(`/desk/admin/audit?number=${caseNumber}`)
  expect(page.status).toBe(200)
  expect(page.text.split(caseNumber).length).toBeGreaterThan(1)
  expect(page.text).toContain('Asia saapui')
})
