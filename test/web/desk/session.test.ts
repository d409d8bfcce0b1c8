import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../../src/access/open-session.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { desk } from '../../../src/web/desk/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite } from './desk-visitor.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const browser = () => new Visitor(ownSite(siteWith(webOn(house), desk(webOn(house)), '/desk')))
const signIn = async (visitor: Visitor, staff: { id: string }) => {
  const opened = await inOffice(house, '08', { kind: 'staff', id: staff.id }, (t) =>
    openSession(t, staff.id, { how: 'password', userAgent: 'test' }),
  )
  visitor.cookies.set('session', opened.token)
}
const setRole = (id: string, role: string) =>
  office.rows('update staff set role = $2 where id = $1', id, role)

describe('the desk', () => {
  it('sends everybody else to the sign-in, to come back to where they wanted', async () => {
    const { path } = await browser().get('/desk/cases/0198a000-0000-7000-8000-000000000009')
    expect(path).toBe('/desk/sign-in?next=%2Fdesk%2Fcases%2F0198a000-0000-7000-8000-000000000009')
  })

  it('lets in who is signed in, in their own language', async () => {
    const visitor = browser()
    await signIn(visitor, office.pekka)
    expect((await visitor.get('/desk')).text).toContain('Arbetskö')
  })

  it('keeps cases from those who run the accounts', async () => {
    const visitor = browser()
    await signIn(visitor, office.lead)
    await setRole(office.lead.id, 'admin')
    expect((await visitor.get('/desk/search')).status).toBe(403)
    expect((await visitor.get('/desk')).path).toBe('/desk/admin')
    await setRole(office.lead.id, 'authority')
    expect((await visitor.get('/desk')).path).toBe('/authority')
  })
})

describe('a session that ends while one writes', () => {
  it('gives it back also when its writer signed out in another window', async () => {
    const { caseId } = await office.submit()
    const visitor = browser()
    await signIn(visitor, office.maija)
    await visitor.get(`/desk/cases/${caseId}`)
    await visitor.post('/desk/sign-out', {})
    await visitor.post(`/desk/cases/${caseId}/note`, { 'note-note': 'Kesken jäänyt muistiinpano.' })
    await signIn(visitor, office.maija)
    expect((await visitor.get('/desk/lost-form')).text).toContain('Kesken jäänyt muistiinpano.')
  })

  it('gives the text back to its writer after the sign-in, and to nobody else', async () => {
    const { caseId } = await office.submit()
    const visitor = browser()
    await signIn(visitor, office.maija)
    await visitor.get(`/desk/cases/${caseId}`)
    house.setNow('2026-11-25T09:00:00Z')
    const note = { 'note-note': 'Tämä teksti ei saa kadota.' }
    const away = await visitor.post(`/desk/cases/${caseId}/note`, note)
    expect(away.path).toContain('/desk/sign-in')
    const stranger = visitor.twin()
    await signIn(stranger, office.pekka)
    expect((await stranger.get('/desk/lost-form')).text).not.toContain('Tämä teksti')
    await signIn(visitor, office.maija)
    expect((await visitor.get('/desk')).text).toContain('Kirjoittamasi on tallessa')
    const kept = await visitor.get('/desk/lost-form')
    expect(kept.text).toContain('Tämä teksti ei saa kadota.')
    const sent = await visitor.post('/desk/lost-form', { ...note, 'lost-form-do': 'send' })
    // A browser repeats the form where it is sent on to; the test does so by hand.
    expect(sent.path).toBe(`/desk/cases/${caseId}/note`)
    expect((await visitor.post(sent.path, note)).text).toContain('Muistiinpano on tallennettu')
    expect((await visitor.get('/desk/lost-form')).path).toBe('/desk')
  })
})
