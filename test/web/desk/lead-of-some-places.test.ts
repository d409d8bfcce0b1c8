import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '../../../src/access/signed-in.ts'
import { applyEvent, setRestricted } from '../../../src/cases/index.ts'
import { desk } from '../../../src/web/desk/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let office: Office
let here: { caseId: string; caseNumber: string; notice: string }
let there: typeof here
const at = (staff: SignedIn) =>
  new Visitor(ownSite(siteWith(webOn(house), desk(webOn(house)), '/desk', staff)))
const lead = () => at(signedInAs(office.lead.id, 'lead'))
const unproved = (role: 'lead' | 'ombudsman' = 'lead') =>
  at({ ...signedInAs(role === 'lead' ? office.lead.id : office.maija.id, role), provedAt: null })

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const made = async (municipality: string) => {
    const { caseId, caseNumber } = await office.submit({ municipality })
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    const [notice] = await office.rows<{ id: string }>('select id from notice where case_id = $1', caseId)
    return { caseId, caseNumber, notice: notice!.id }
  }
  here = await made('837')
  there = await made('211')
  await office.rows(`update staff set municipalities = '{"837"}' where id = $1`, office.lead.id)
})
afterAll(() => house?.close())

describe('a lead of some municipalities', () => {
  it('sees in the outbox the notices of those, in the list and in its counts', async () => {
    const page = (await lead().get('/desk/notices?view=all')).html
    expect(page).toContain(here.caseNumber)
    expect(page).not.toContain(there.caseNumber)
    await office.rows(`update staff set municipalities = '{}' where id = $1`, office.lead.id)
    const whole = (await lead().get('/desk/notices?view=all')).html
    await office.rows(`update staff set municipalities = '{"837"}' where id = $1`, office.lead.id)
    expect(whole).toContain(there.caseNumber)
    const counts = (html: string) => [...html.matchAll(/view=[a-z-]+"[^>]*>[^<]*(?:<[^>]*>[^<]*)?/g)].join()
    expect(counts(page)).toMatch(/\d/)
    expect(counts(page)).not.toBe(counts(whole))
  })

  it('opens, sends again and calls off only those', async () => {
    expect((await lead().get(`/desk/notices/${here.notice}`)).status).toBe(200)
    expect((await lead().get(`/desk/notices/${there.notice}`)).status).toBe(404)
    for (const what of ['resend', 'cancel'])
      expect((await lead().post(`/desk/notices/${there.notice}/${what}`, {})).status).toBe(404)
    const before = 'select state, attempts from notice where id = $1'
    expect(await office.rows(before, there.notice)).toEqual([{ state: 'planned', attempts: 0 }])
    expect((await lead().post(`/desk/notices/${here.notice}/cancel`, {})).path).toContain('done=cancelled')
  })

  it('finds in the audit log the numbers of those, and of others as little as of none', async () => {
    const log = (number: string) => lead().get(`/desk/admin/audit?number=${number}`)
    expect((await log(here.caseNumber)).status).toBe(200)
    const other = await log(there.caseNumber)
    expect(other.status).toBe(422)
    expect(other.html).not.toContain(there.caseId)
    const whole = (await lead().get('/desk/admin/audit?area=case')).html
    expect(whole).toContain(here.caseNumber)
    expect(whole).not.toContain(there.caseNumber)
    expect(whole).not.toContain(there.caseId)
  })
})

describe('a fresh proof', () => {
  it.each([
    '/desk/statistics/table.csv?rows=municipality&audience=office',
    '/desk/statistics/table.xlsx?rows=municipality&audience=office',
    '/desk/reports/annual/html?year=2026&in=fi&audience=office',
  ])('is asked for before %s, and not for what is released', async (path) => {
    expect((await unproved('ombudsman').get(path)).path).toContain('/desk/account/confirm')
    const open = path.replace('audience=office', 'audience=public')
    expect((await unproved('ombudsman').get(open)).path).toBe(open)
  })

  it('is asked for before a colleague is put down as away', async () => {
    const absence = { who: office.maija.id, substitute: office.pekka.id }
    const asked = await unproved().post('/desk/admin/access', absence)
    expect(asked.path).toContain('/desk/account/confirm')
    expect((await unproved().post('/desk/admin/access/remove', {})).path).toContain('/desk/account/confirm')
    expect((await lead().post('/desk/admin/access', absence)).status).toBe(422)
  })

  it('is asked for before a notice goes to another address, and not before it goes again', async () => {
    const send = (email: string) => unproved().post(`/desk/notices/${here.notice}/resend`, { email })
    expect((await send('vieras@example.fi')).path).toContain('/desk/account/confirm')
    expect((await send('')).path).toContain('done=resent')
  })
})

it('says at the head of a case that the address is protected, and at the closed door that it is urgent', async () => {
  const tag = (word: string) => new RegExp(`<span[^>]*>${word}</span>`)
  const maija = at(signedInAs(office.maija.id))
  const head = async () => (await maija.get(`/desk/cases/${here.caseId}`)).html.split('av-columns')[0]!
  expect(await head()).not.toMatch(tag('Turvakielto'))
  await office.as(office.maija, (t) => setRestricted(t, here.caseId, true))
  expect(await head()).toMatch(tag('Turvakielto'))
  const door = async () => (await lead().get(`/desk/cases/${here.caseId}`)).html
  expect(await door()).not.toMatch(tag('Kiireellinen'))
  await office.rows('update "case" set urgent = true where id = $1', here.caseId)
  expect(await door()).toMatch(tag('Kiireellinen'))
})
