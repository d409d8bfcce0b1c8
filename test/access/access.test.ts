import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeStaff,
  endOtherSessions,
  filterFor,
  firstAdministratorLink,
  invite,
  limitRate,
  listSessions,
  listStaff,
  may,
  openInvitation,
  ROLES,
  sessionOf,
  setUpAccount,
  signIn,
} from '../../src/access/index.ts'
import { VERBS } from '../../src/access/policies.ts'
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
const enter = (email: string, password = PASSWORD, address = '192.0.2.1') =>
  signIn(house, { email, password, address, userAgent: 'test' })

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

describe('who may do what', () => {
  const subjects = ['08', '90'].flatMap((organisation) =>
    [null, '536', '020'].flatMap((municipality) =>
      [null, new Date(0)].flatMap((withdrawnAt) =>
        [null, 'maija', 'kalle'].map((handlerId) => ({
          organisation,
          municipality,
          withdrawnAt,
          handlerId,
        })),
      ),
    ),
  )

  it.each(VERBS)('is the same as a check and as a filter: %s', (verb) => {
    for (const role of ROLES)
      for (const municipality of [null, '536'])
        for (const subject of subjects) {
          const person = { role, organisation: '08', municipality, staffId: 'maija' }
          const filter = filterFor(person, verb)
          expect(Boolean(filter) && matches(subject, filter!)).toBe(may(person, verb, subject))
        }
  })

  it('lets an ombudsman send a notice again of an own case alone, the lead of any', () => {
    const person = (role: 'ombudsman' | 'lead') => ({
      role,
      organisation: '08',
      municipality: null,
      staffId: 'maija',
    })
    const of = (handlerId: string | null) => ({ organisation: '08', handlerId })
    expect(may(person('ombudsman'), 'notice.resend', of('maija'))).toBe(true)
    expect(may(person('ombudsman'), 'notice.resend', of('kalle'))).toBe(false)
    expect(may(person('ombudsman'), 'notice.resend', of(null))).toBe(false)
    expect(may(person('lead'), 'notice.resend', of('kalle'))).toBe(true)
  })
})

/** What Prisma does with such a `where`. */
function matches(row: Record<string, unknown>, where: object): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'AND') return (value as object[]).every((part) => matches(row, part))
    if (key === 'OR') return (value as object[]).some((part) => matches(row, part))
    return row[key] === value
  })
}
