import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  factorsOf,
  makeRecoveryCodes,
  openInvitation,
  openSession,
  sendPasswordLink,
  sessionOf,
  setUpAccount,
  signIn,
  takeNewPassword,
} from '../../src/access/index.ts'
import { resetSignInCommand } from '../../src/access/reset-sign-in-command.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

const NEW = 'neljä aivan pientä sanaa'
let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  await office.rows(`update staff set email = 'maija@example.fi' where id = $1`, office.maija.id)
})
afterAll(() => house?.close())

const link = () => office.as(office.lead, (t) => sendPasswordLink(t, office.maija.id))
const enter = (password: string) =>
  signIn(house, { email: 'maija@example.fi', password, userAgent: 'test', address: '192.0.2.1' })

describe('a link for a new password', () => {
  it('works once, ends all sessions and signs nobody in', async () => {
    for (let n = 0; n < 11; n++) await enter('wrong').catch(() => {})
    const { token: session } = await office.as(office.maija, (t) =>
      openSession(t, office.maija.id, { how: 'password', userAgent: 'test' }),
    )
    const { token } = await link()
    await expect(takeNewPassword(house, token, 'lyhyt')).rejects.toMatchObject({ code: 'password-short' })
    await expect(takeNewPassword(house, token, 'password123456')).rejects.toMatchObject({
      code: 'password-common',
    })
    const tries = await Promise.allSettled([1, 2, 3].map(() => takeNewPassword(house, token, NEW)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sessionOf(house, session)).toBeNull()
    // The tries that failed before keep nobody out who has just made a password.
    await expect(enter(NEW)).resolves.toHaveProperty('opened')
  })

  it('ends with a newer one, after a day, and with the account', async () => {
    const { token: first } = await link()
    const { token: second } = await link()
    await expect(takeNewPassword(house, first, NEW)).rejects.toMatchObject({ code: 'link-used' })
    house.setNow(new Date(house.now().getTime() + 24 * 60 * 60_000))
    expect(await openInvitation(house, second)).toBeNull()
    const { token: third } = await link()
    await office.rows('update staff set active = false where id = $1', office.maija.id)
    await expect(takeNewPassword(house, third, NEW)).rejects.toMatchObject({ code: 'link-used' })
    await expect(link()).rejects.toMatchObject({ code: 'not-found' })
    await office.rows('update staff set active = true where id = $1', office.maija.id)
  })

  it('makes no account, and is kept nowhere in the open', async () => {
    const { token } = await link()
    const given = { name: 'Joku Muu', password: NEW, language: 'fi', userAgent: 'test' } as const
    await expect(setUpAccount(house, token, given)).rejects.toMatchObject({ code: 'link-used' })
    const rows = await office.rows<{ row: string }>(
      'select notice::text as row from notice union all select invitation::text from invitation union all select audit_entry::text from audit_entry',
    )
    for (const { row } of rows) expect(row).not.toContain(token)
  })

  it('is a colleague’s to send only within the office', async () => {
    const { inOffice } = await import('../../src/custody/transaction.ts')
    const other = inOffice(house, '90', { kind: 'system' }, (t) => sendPasswordLink(t, office.maija.id))
    await expect(other).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('reset-sign-in', () => {
  const run = async (...args: string[]) => {
    const said = { out: '', err: '' }
    const exit = await resetSignInCommand(
      args,
      {
        out: (text) => {
          said.out += text
        },
        err: (text) => {
          said.err += text
        },
      },
      house,
    )
    return { exit, ...said }
  }

  it('lets in an administrator whom no colleague can help', async () => {
    await office.as(office.maija, (t) => makeRecoveryCodes(t, office.maija.id))
    const { exit, out } = await run('Maija@example.fi', '--json')
    expect(exit).toBe(0)
    const token = new URL(JSON.parse(out).link).pathname.split('/').at(-1)!
    expect(await office.as(office.maija, (t) => factorsOf(t, office.maija.id))).toMatchObject({
      recoveryLeft: 0,
    })
    await takeNewPassword(house, token, 'viisi vielä pienempää sanaa')
    await expect(enter('viisi vielä pienempää sanaa')).resolves.toHaveProperty('opened')
  })

  it.each([
    [[], 2, 'Käyttö: reset-sign-in'],
    [['a@b.fi', 'c@d.fi'], 2, 'Käyttö'],
    [['maija@example.fi', '--all', '--lang', 'en'], 2, 'Usage'],
    [['nobody@example.fi', '--lang', 'sv'], 1, 'hittades inte'],
  ] as [string[], number, string][])('says what is wrong with %j', async (args, exit, words) => {
    const said = await run(...args)
    expect(said.exit).toBe(exit)
    expect(said.err).toContain(words)
  })
})
