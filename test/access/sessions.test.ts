import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deviceOf, networkOf } from '../../src/access/device.ts'
import {
  listSessions,
  openSession,
  provedLately,
  proveSession,
  recogniseSession,
  sessionOf,
} from '../../src/access/index.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const enter = (address = '203.0.113.77') =>
  inOffice(house, '08', office.maija, (t) =>
    openSession(t, office.maija.id, { how: 'password', userAgent: 'Firefox/140 (Windows)', address }),
  )
const later = (seconds: number) => house.setNow(new Date(house.now().getTime() + seconds * 1000))

describe('the token of a session', () => {
  it('is replaced every hour, one and the same for all requests that come at once', async () => {
    const { token } = await enter()
    later(59 * 60)
    expect((await recogniseSession(house, token))!.token).toBe(token)
    later(60)
    const tabs = await Promise.all(Array.from({ length: 6 }, () => recogniseSession(house, token)))
    const next = tabs[0]!.token
    expect(next).not.toBe(token)
    expect(tabs.map((tab) => tab?.token)).toEqual(Array(6).fill(next))
    // An answer that was lost: the old token still gets the new one, within the grace alone.
    later(59)
    expect((await recogniseSession(house, token))!.token).toBe(next)
    later(2)
    expect(await recogniseSession(house, token)).toBeNull()
    expect((await recogniseSession(house, next))!.token).toBe(next)
  })

  it('is another after a proof, which the old one does not share', async () => {
    const { token } = await enter()
    later(11 * 60)
    const staff = (await sessionOf(house, token))!
    expect(provedLately(staff, house.now())).toBe(false)
    const next = await inOffice(house, '08', office.maija, (t) => proveSession(t, staff.sessionId))
    expect(provedLately((await sessionOf(house, next))!, house.now())).toBe(true)
    const old = (await recogniseSession(house, token))!
    expect(old.token).toBe(token)
    expect(provedLately(old.staff, house.now())).toBe(false)
    later(10 * 60 - 1)
    expect(provedLately((await sessionOf(house, next))!, house.now())).toBe(true)
    later(1)
    expect(provedLately((await sessionOf(house, next))!, house.now())).toBe(false)
  })

  it('ends after a working day however often it changed, and when nobody uses it', async () => {
    let { token } = await enter()
    for (let quarter = 0; quarter < 47; quarter++) {
      later(15 * 60)
      token = (await recogniseSession(house, token))!.token
    }
    later(15 * 60 + 1)
    expect(await recogniseSession(house, token)).toBeNull()
    const idle = await enter()
    later(120 * 60 + 1)
    expect(await recogniseSession(house, idle.token)).toBeNull()
  })
})

describe('where a person is signed in', () => {
  it('is told by the network, which the database keeps sealed', async () => {
    const staff = (await sessionOf(house, (await enter()).token))!
    expect((await listSessions(house, staff))[0]).toMatchObject({ place: '203.0.113.0/24', current: true })
    const rows = await office.rows<{ row: string }>('select session::text as row from session')
    expect(rows.some(({ row }) => row.includes('203.0.113'))).toBe(false)
    const sealed = await office.rows('select 1 from session where place_sealed is not null')
    expect(sealed.length).toBeGreaterThan(0)
  })

  it.each([
    ['192.0.2.9', '192.0.2.0/24'],
    ['::ffff:192.0.2.9', '192.0.2.0/24'],
    ['2001:db8:1234:5678::1', '2001:db8:1234::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', ''],
  ])('cuts %s to %s', (address, network) => expect(networkOf(address)).toBe(network))

  it('never keeps what tells two machines of a network apart', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    const eight = fc.array(group, { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(eight, eight, (one, two) => {
        const neighbour = [...one.slice(0, 3), ...two.slice(3)]
        expect(networkOf(neighbour.join(':'))).toBe(networkOf(one.join(':')))
      }),
    )
  })

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['curl/8', ''],
  ])('reads %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))
})
