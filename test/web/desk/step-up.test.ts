import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../../src/access/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { desk } from '../../../src/web/desk/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite } from './desk-visitor.ts'

const PASSWORD = 'kolme pientä sanaa'
let house: TestHouse
let office: Office
let visitor: Visitor
let admin: string
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  admin = office.lead.id
  const kept = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 })
  await office.rows(`update staff set role = 'admin', password_hash = $2 where id = $1`, admin, kept)
  const opened = await inOffice(house, '08', office.lead, (t) =>
    openSession(t, admin, { how: 'password', userAgent: 'test' }),
  )
  visitor = new Visitor(ownSite(siteWith(webOn(house), desk(webOn(house)), '/desk')))
  visitor.cookies.set('session', opened.token)
})
afterAll(() => house?.close())

const change = () => ({ [`role-${office.pekka.id}`]: 'lead', [`active-${office.pekka.id}`]: 'yes' })
const roleOfPekka = async () =>
  (await office.rows<{ role: string }>('select role from staff where id = $1', office.pekka.id))[0]!.role

describe('a change of roles', () => {
  it('asks for a fresh proof, keeps the form meanwhile and gives it back', async () => {
    house.setNow(new Date(house.now().getTime() + 11 * 60_000))
    const asked = await visitor.post(`/desk/admin/people/${office.pekka.id}`, change())
    expect(asked.path).toContain('/desk/account/confirm')
    expect(asked.text).toContain('Vahvista, että se olet sinä')
    expect(asked.text).toContain('on tallessa')
    expect(await roleOfPekka()).toBe('ombudsman')

    const wrong = await visitor.post(asked.path, { password: 'jotakin aivan muuta' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Vahvistus ei onnistunut')

    const before = visitor.cookies.get('session')
    const kept = await visitor.post(asked.path, { password: PASSWORD })
    expect(kept.path).toBe('/desk/lost-form')
    expect(visitor.cookies.get('session')).not.toBe(before)
    const sent = await visitor.post('/desk/lost-form', { ...change(), 'lost-form-do': 'send' })
    // A browser repeats the form where it is sent on to; the test does so by hand.
    await visitor.post(sent.path, change())
    expect(await roleOfPekka()).toBe('lead')
    const events = await office.rows<{ event: string }>(
      `select event from audit_entry where event like 'session.pro%' order by seq`,
    )
    expect(events.map(({ event }) => event)).toEqual(['session.proof-refused', 'session.proved'])
  })

  it('asks for none just after one', async () => {
    const back = { [`role-${office.pekka.id}`]: 'ombudsman', [`active-${office.pekka.id}`]: 'yes' }
    expect((await visitor.post(`/desk/admin/people/${office.pekka.id}`, back)).path).toContain(
      '/desk/admin?done',
    )
    expect(await roleOfPekka()).toBe('ombudsman')
  })
})
