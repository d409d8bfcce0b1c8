import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeStaff,
  endOtherSessions,
  firstAdministratorLink,
  invite,
  limitRate,
  listSessions,
  listStaff,
  openInvitation,
  sessionOf,
  setUpAccount,
  signIn,
} from '../../src/access/index.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

const PASSWORD = 'kolme pientä sanaa'
const given = (email: string, organisation = '08') =>
  ({ organisation, email, name: 'Anna Alku', password: PASSWORD, language: 'fi', userAgent: 'test' }) as const
const enter = async (email: string, password = PASSWORD, address = '192.0.2.1') => {
  const result = await signIn(house, { email, password, address, userAgent: 'test' })
  if ('pending' in result) throw new Error('asked for a second factor')
  return result.opened
}

describe('accounts', () => {
  it('begins with one link for the first administrator, which works once also for many at a time', async () => {
    const token = (await firstAdministratorLink(house))!
    expect(await openInvitation(house, token)).toMatchObject({ role: 'admin', organisation: null })
    const tries = await Promise.allSettled(
      ['a', 'b', 'c'].map((who) => setUpAccount(house, token, given(`${who}@example.fi`))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await firstAdministratorLink(house)).toBeNull()
    const people = await inOffice(house, '08', { kind: 'system' }, listStaff)
    expect(people).toHaveLength(1)
    const refused = inOffice(house, '08', { kind: 'system' }, (t) =>
      changeStaff(t, { id: people[0]!.id, active: false }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'last-admin' })
  })

  it('answers a wrong password and an unknown account alike, and in the end not at all', async () => {
    const { token } = await invite(
      house,
      '08',
      { email: 'Maija@example.fi', role: 'ombudsman' },
      { kind: 'system' },
    )
    await setUpAccount(house, token, given('ignored@example.fi'))
    expect((await enter('maija@EXAMPLE.fi')).token).toMatch(/^[\w-]{43}$/)
    for (const email of ['maija@example.fi', 'nobody@example.fi'])
      await expect(enter(email, 'something else here', '192.0.2.2')).rejects.toMatchObject({ code: 'wrong' })
    for (let n = 0; n < 9; n++) await enter('maija@example.fi', 'x', '192.0.2.3').catch(() => {})
    await expect(enter('maija@example.fi')).rejects.toMatchObject({ code: 'too-many' })
    house.setNow('2026-11-24T09:20:00Z')
    await expect(enter('maija@example.fi')).resolves.toBeTruthy()
  })

  it('knows a session until it is ended, idle too long or its owner may work no more', async () => {
    const [one, two] = [await enter('maija@example.fi'), await enter('maija@example.fi')]
    const staff = (await sessionOf(house, one.token))!
    expect((await listSessions(house, staff)).length).toBeGreaterThanOrEqual(2)
    await endOtherSessions(house, staff)
    expect(await sessionOf(house, two.token)).toBeNull()
    await inOffice(house, '08', { kind: 'system' }, (t) =>
      changeStaff(t, { id: staff.staffId, active: false }),
    )
    expect(await sessionOf(house, one.token)).toBeNull()
    await expect(enter('maija@example.fi')).rejects.toMatchObject({ code: 'wrong' })
    expect(await inOffice(house, '90', { kind: 'system' }, listStaff)).toEqual([])
  })
})

describe('a limit', () => {
  it('lets exactly so many through, also at once', async () => {
    const limit = { name: 'test', key: 'x', most: 5, seconds: 60 }
    const rates = await Promise.all(Array.from({ length: 12 }, () => limitRate(house, limit)))
    expect(rates.filter(({ allowed }) => allowed)).toHaveLength(5)
  })
})
