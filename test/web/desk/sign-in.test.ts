import { hash } from '@node-rs/argon2'
import { HOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmTotp, offerTotp, sendPasswordLink } from '../../../src/access/index.ts'
import { app } from '../../../src/web/app.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { webOn } from '../serve-site.ts'
import { ownSite } from './desk-visitor.ts'

const PASSWORD = 'kolme pientä sanaa'
const signedIn = { email: 'maija@example.fi', password: PASSWORD }
let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const kept = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 })
  await office.rows('update staff set password_hash = $1', kept)
  await office.rows('update staff set email = $2 where id = $1', office.maija.id, signedIn.email)
})
afterAll(() => house?.close())

const browser = () => new Visitor(ownSite(app(webOn(house))))
const mails = () => office.rows<{ template: string; variables: unknown }>('select * from notice order by id')

describe('a sign-in', () => {
  it('from a browser not seen before is told by mail, without a word of where or what', async () => {
    const visitor = browser()
    expect((await visitor.post('/desk/sign-in', signedIn)).path).toBe('/desk')
    const told = await mails()
    expect(told.map(({ template }) => template)).toEqual(['staff-new-device'])
    expect(told[0]!.variables).toEqual({
      facts: { at: house.now().toISOString() },
      path: '/desk/account',
    })
    await visitor.post('/desk/sign-out', {})
    await visitor.post('/desk/sign-in', signedIn)
    expect(await mails()).toHaveLength(1)
    // A colleague at the same machine is new there.
    await visitor.post('/desk/sign-out', {})
    await visitor.post('/desk/sign-in', { email: 'pekka.pirkka.08@example.fi', password: PASSWORD })
    expect(await mails()).toHaveLength(2)
  })

  it('gives another token than the one that was there, and ends the session before', async () => {
    const visitor = browser()
    await visitor.post('/desk/sign-in', signedIn)
    const before = visitor.twin()
    await visitor.post('/desk/sign-in', signedIn)
    expect(visitor.cookies.get('session')).not.toBe(before.cookies.get('session'))
    expect((await before.get('/desk')).path).toContain('/desk/sign-in')
    expect((await visitor.get('/desk')).path).toBe('/desk')
  })

  it('reminds of a second factor until there is one, and asks for it from then on', async () => {
    const visitor = browser()
    expect((await visitor.post('/desk/sign-in', signedIn)).text).toContain('vielä pelkän salasanan varassa')
    const offer = await office.as(office.maija, (t) => offerTotp(t, office.maija.id, signedIn.email))
    const code = () =>
      HOTP.generate({
        secret: Secret.fromBase32(offer!.secret),
        counter: Math.floor(house.now().getTime() / 30_000),
      })
    await office.as(office.maija, (t) => confirmTotp(t, office.maija.id, code()))
    expect((await visitor.get('/desk')).text).not.toContain('vielä pelkän salasanan varassa')
    await visitor.post('/desk/sign-out', {})

    const asked = await visitor.post('/desk/sign-in?next=%2Fdesk%2Fsearch', signedIn)
    expect(asked.path).toBe('/desk/sign-in/factor?next=%2Fdesk%2Fsearch')
    expect((await visitor.get('/desk')).path).toContain('/desk/sign-in?')
    house.setNow(new Date(house.now().getTime() + 60_000))
    const wrong = await visitor.post(asked.path, { code: '000000' })
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Koodi ei käy')])
    expect((await visitor.post(asked.path, { code: code() })).path).toBe('/desk/search')
  })

  it('begins anew when the password was changed between its two steps, or too long passed', async () => {
    const visitor = browser()
    await visitor.post('/desk/sign-in', signedIn)
    house.setNow(new Date(house.now().getTime() + 10 * 60_000))
    expect((await visitor.post('/desk/sign-in/factor', { code: '123456' })).text).toContain(
      'kesti liian kauan',
    )
    await visitor.post('/desk/sign-in', signedIn)
    const kept = await hash('jokin toinen sana', { memoryCost: 1024, timeCost: 1 })
    await office.rows('update staff set password_hash = $2 where id = $1', office.maija.id, kept)
    expect((await visitor.post('/desk/sign-in/factor', { code: '123456' })).text).toContain(
      'kesti liian kauan',
    )
    for (const token of ['', 'x', 'A'.repeat(400)]) {
      visitor.cookies.set('pending', token)
      expect((await visitor.get('/desk/sign-in/factor')).status).toBe(422)
    }
  })

  it.each(['{}', '[]', 'null', '"x"', '{"id":"AAAA"}', '{"id":5,"response":{}}', 'no json', '{"id":""}'])(
    'takes no %s for a passkey',
    async (credential) => {
      const seen = await browser().post('/desk/sign-in/passkey', { credential })
      expect([seen.status, seen.text]).toEqual([
        422,
        expect.stringContaining('Pääsyavaimella kirjautuminen ei onnistunut'),
      ])
    },
  )
})

describe('a password typed when the session had ended', () => {
  it('is never kept to be shown again', async () => {
    const visitor = browser()
    await visitor.post('/desk/sign-in', { email: 'pekka.pirkka.08@example.fi', password: PASSWORD })
    house.setNow(new Date(house.now().getTime() + 13 * 60 * 60_000))
    const away = await visitor.post('/desk/account/password', {
      current: PASSWORD,
      next: 'uusi aivan hyvä lause',
    })
    expect(away.path).toContain('/desk/sign-in')
    expect(visitor.cookies.has('lost-form')).toBe(false)
    expect(await office.rows('select 1 from lost_form')).toEqual([])
    const again = await visitor.post('/desk/sign-in', {
      email: 'pekka.pirkka.08@example.fi',
      password: PASSWORD,
    })
    expect(again.path).toBe('/desk')
  })
})

describe('an office that makes a second factor a must', () => {
  it('lets nobody do anything before it, on either side, but sign out and choose a language', async () => {
    await office.rows(`update organisation set second_factor_required = true where code = '08'`)
    await office.rows(`update staff set role = 'authority' where id = $1`, office.pekka.id)
    for (const [side, email, home] of [
      ['/desk', 'liisa.lehti.08@example.fi', '/desk/search'],
      ['/authority', 'pekka.pirkka.08@example.fi', '/authority/summaries/x'],
    ] as const) {
      const visitor = browser()
      const led = await visitor.post(`${side}/sign-in`, { email, password: PASSWORD })
      expect(led.path).toBe(`${side}/account/factors`)
      expect((await visitor.get(home)).path).toBe(`${side}/account/factors`)
      expect((await visitor.get('/desk/statistics')).path).toBe(`${side}/account/factors`)
      expect((await visitor.get(`${side}/language?to=en`)).text).toContain('Ways of signing in')
      expect((await visitor.post(`${side}/sign-out`, {})).path).toBe(`${side}/sign-in`)
    }
  })
})

describe('a forgotten password', () => {
  it('is made anew through a link that the administrator sends and never sees', async () => {
    await office.rows(`update organisation set second_factor_required = false where code = '08'`)
    await office.rows(`update staff set role = 'admin', language = 'fi' where id = $1`, office.lead.id)
    const admin = browser()
    await admin.post('/desk/sign-in', { email: 'liisa.lehti.08@example.fi', password: PASSWORD })
    const sent = await admin.post(`/desk/admin/people/${office.pekka.id}/password-link`, {})
    expect(sent.text).toContain('Linkki lähtee henkilön sähköpostiin')
    expect(sent.html).not.toContain('/desk/set-up/')
    const { token } = await office.as(office.lead, (t) => sendPasswordLink(t, office.pekka.id))
    const visitor = browser()
    const page = await visitor.get(`/desk/set-up/${token}?lang=sv`)
    expect(page.text).toContain('Gör ett nytt lösenord')
    const common = await visitor.post(`/desk/set-up/${token}`, { password: 'football2026' })
    expect([common.status, common.text]).toEqual([
      422,
      expect.stringContaining('yleisten salasanojen listalla'),
    ])
    expect(
      (await visitor.post(`/desk/set-up/${token}`, { password: 'viisi pientä sanaa vielä' })).text,
    ).toContain('Salasana on tallennettu')
    expect(visitor.cookies.get('session')).toBeUndefined()
    expect((await visitor.get(`/desk/set-up/${token}`)).status).toBe(404)
  })
})
