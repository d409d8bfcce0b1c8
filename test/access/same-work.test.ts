import { HOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  confirmTotp,
  finishSignIn,
  makeRecoveryCodes,
  offerTotp,
  proveAgain,
  sessionOf,
  signIn,
} from '../../src/access/index.ts'
import { hashPassword } from '../../src/access/password.ts'
import { tryReceipt } from '../../src/web/receipt-tries.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

const argon = vi.hoisted(() => ({ calls: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  const counted =
    <A extends unknown[], R>(work: (...given: A) => R) =>
    (...given: A) => {
      argon.calls++
      return work(...given)
    }
  return { ...real, hash: counted(real.hash), hashRaw: counted(real.hashRaw), verify: counted(real.verify) }
})

const PASSWORD = 'kolme pientä sanaa'
let house: TestHouse
let office: Office
let secret: Secret
let mac: ReturnType<typeof vi.spyOn>
let hotp: ReturnType<typeof vi.spyOn>
let transactions: ReturnType<typeof vi.spyOn>
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const kept = await hashPassword(PASSWORD)
  for (const [who, email] of [
    [office.maija, 'maija'],
    [office.pekka, 'pekka'],
    [office.lead, 'gone'],
  ] as const)
    await office.rows(
      'update staff set password_hash = $2, email = $3, active = $4 where id = $1',
      who.id,
      kept,
      `${email}@example.fi`,
      email !== 'gone',
    )
  const offer = await office.as(office.maija, (t) => offerTotp(t, office.maija.id, 'maija@example.fi'))
  secret = Secret.fromBase32(offer!.secret)
  await office.as(office.maija, async (t) => {
    await confirmTotp(t, office.maija.id, code())
    await makeRecoveryCodes(t, office.maija.id)
  })
  mac = vi.spyOn(house.keys, 'mac')
  hotp = vi.spyOn(HOTP, 'generate')
  transactions = vi.spyOn(house.prisma, '$transaction')
})
afterAll(() => house?.close())

const code = () => HOTP.generate({ secret, counter: Math.floor(house.now().getTime() / 30_000) })
const browser = { userAgent: 'test', address: '192.0.2.1' }

/** What a try costs: slow hashes, keyed hashes, codes, transactions; and what it answers. */
async function cost(work: () => Promise<unknown>) {
  argon.calls = 0
  for (const spy of [mac, hotp, transactions]) spy.mockClear()
  const answer = await work().then(
    (value) => (value === null ? 'nothing' : 'opened'),
    (error: { code?: string }) => error.code,
  )
  return {
    answer,
    argon: argon.calls,
    mac: mac.mock.calls.length,
    hotp: hotp.mock.calls.length,
    transactions: transactions.mock.calls.length,
  }
}

describe('a sign-in that fails', () => {
  it('costs the same and says the same for an unknown account, a closed one and a wrong password', async () => {
    const tries = [
      ['nobody@example.fi', PASSWORD],
      ['gone@example.fi', PASSWORD],
      ['maija@example.fi', 'jotakin aivan muuta'],
      ['pekka@example.fi', ''],
    ] as const
    const costs = []
    for (const [email, password] of tries)
      costs.push(await cost(() => signIn(house, { email, password, ...browser })))
    for (const one of costs) expect(one).toEqual(costs[0])
    expect(costs[0]).toMatchObject({ answer: 'wrong', argon: 1, transactions: 1 })
  })

  it('costs the same in its second step whatever code was given', async () => {
    const result = await signIn(house, { email: 'maija@example.fi', password: PASSWORD, ...browser })
    const pending = 'pending' in result ? result.pending : ''
    const old = code()
    const [first] = await office.as(office.maija, (t) => makeRecoveryCodes(t, office.maija.id))
    const costs = []
    for (const given of ['000000', old, '', 'abcde-fghjk', first!.slice(0, -1), '1'.repeat(300)])
      costs.push(await cost(() => finishSignIn(house, pending, { code: given }, browser)))
    for (const one of costs) expect(one).toEqual(costs[0])
    expect(costs[0]).toMatchObject({ answer: 'wrong', argon: 1, hotp: 3 })
  })

  it('costs the same to prove anew with a wrong password', async () => {
    house.setNow(new Date(house.now().getTime() + 20 * 60_000))
    const result = await signIn(house, { email: 'pekka@example.fi', password: PASSWORD, ...browser })
    const staff = (await sessionOf(house, 'opened' in result ? result.opened.token : ''))!
    const wrong = await cost(() => proveAgain(house, staff, { password: 'jotakin muuta', code: '' }))
    const empty = await cost(() => proveAgain(house, staff, { password: '', code: '123456' }))
    expect(empty).toEqual(wrong)
    expect(wrong).toMatchObject({ answer: 'wrong', argon: 1 })
  })
})

describe('a receipt that does not fit', () => {
  it('costs the same for an unknown number, a wrong code and nothing at all', async () => {
    const { caseNumber, receipt } = await office.submit()
    const other = await office.submit()
    const costs = []
    for (const [number, given] of [
      [caseNumber, '0000 0000 0000 0000'],
      [caseNumber, other.receipt],
      ['AV-2026-999999-9', receipt],
      ['what is this', receipt],
      ['', ''],
    ] as const)
      costs.push(
        await cost(async () => {
          const tried = await tryReceipt(house, '192.0.2.9', number, given)
          return 'opened' in tried ? tried.opened : null
        }),
      )
    for (const one of costs) expect(one).toEqual(costs[0])
    expect(costs[0]).toMatchObject({ answer: 'nothing', transactions: 1 })
  })
})
