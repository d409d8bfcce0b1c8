import { HOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { takeCode } from '../../src/access/factors/take-code.ts'
import {
  afterAdding,
  confirmTotp,
  factorsOf,
  makeRecoveryCodes,
  offerTotp,
  removeFactor,
  resetFactors,
} from '../../src/access/index.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
let office: Office
let secret: Secret
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const offer = await office.as(office.maija, (t) => offerTotp(t, office.maija.id, 'maija@example.fi'))
  secret = Secret.fromBase32(offer!.secret)
})
afterAll(() => house?.close())
beforeEach(() => later(300))

const later = (seconds: number) => house.setNow(new Date(house.now().getTime() + seconds * 1000))
const codeAt = (seconds = 0) =>
  HOTP.generate({ secret, counter: Math.floor((house.now().getTime() / 1000 + seconds) / 30) })
const take = (code: string, who = office.maija) => office.as(who, (t) => takeCode(t, who.id, code))

describe('an authenticator', () => {
  it('counts from its first right code on, and the secret is sealed', async () => {
    expect(await take(codeAt())).toBeNull()
    const confirm = (code: string) => office.as(office.maija, (t) => confirmTotp(t, office.maija.id, code))
    await expect(confirm('000000')).rejects.toMatchObject({ code: 'wrong' })
    const first = codeAt()
    await confirm(first)
    expect(await take(first)).toBeNull()
    expect(await office.as(office.maija, (t) => offerTotp(t, office.maija.id, 'x'))).toBeNull()
    const rows = await office.rows<{ row: string }>('select staff_factor::text as row from staff_factor')
    const plain = [
      secret.base32,
      Buffer.from(secret.bytes).toString('hex'),
      Buffer.from(secret.bytes).toString('base64'),
    ]
    for (const { row } of rows) for (const form of plain) expect(row).not.toContain(form)
  })

  it('lets a code in once, also when it comes many times at once', async () => {
    const code = codeAt()
    const tries = await Promise.all(Array.from({ length: 5 }, () => take(code)))
    expect(tries.filter((one) => one === 'code')).toHaveLength(1)
    expect(await take(code)).toBeNull()
  })

  // Each row: codes by how many seconds they are off, and whether each is taken, in this order.
  it.each([
    [[[0, true]]],
    [
      [
        [-30, true],
        [0, true],
        [30, true],
      ],
    ],
    [
      [
        [30, true],
        [0, false],
        [-30, false],
      ],
    ],
    [
      [
        [-61, false],
        [61, false],
      ],
    ],
    [
      [
        [0, true],
        [0, false],
        [30, true],
        [30, false],
      ],
    ],
  ] as [number, boolean][][][])('takes only codes later than the last: %j', async (steps) => {
    for (const [seconds, taken] of steps) expect(await take(codeAt(seconds))).toBe(taken ? 'code' : null)
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', "' or 1=1", '0'.repeat(5000)])(
    'takes no %s',
    async (code) => expect(await take(code)).toBeNull(),
  )

  it('is nobody else’s', async () => expect(await take(codeAt(), office.pekka)).toBeNull())
})

describe('recovery codes', () => {
  it('are ten, each good once, however written; new ones end the old', async () => {
    const codes = await office.as(office.maija, (t) => makeRecoveryCodes(t, office.maija.id))
    expect(new Set(codes).size).toBe(10)
    const [one, two, three] = codes as [string, string, string]
    const rows = await office.rows<{ row: string }>('select recovery_code::text as row from recovery_code')
    for (const { row } of rows) expect(row).not.toContain(Buffer.from(one.replace('-', '')).toString('hex'))
    const tries = await Promise.all(
      [one, ` ${one.toUpperCase()} `, one.replace('-', '')].map((code) => take(code)),
    )
    expect(tries.filter((kind) => kind === 'recovery')).toHaveLength(1)
    expect(await take(two, office.pekka)).toBeNull()
    expect(await take(two)).toBe('recovery')
    expect(await office.as(office.maija, (t) => factorsOf(t, office.maija.id))).toMatchObject({
      recoveryLeft: 8,
    })
    await office.as(office.maija, (t) => makeRecoveryCodes(t, office.maija.id))
    expect(await take(three)).toBeNull()
  })
})

describe('taking factors away', () => {
  it('is refused for the last one where the office asks for one', async () => {
    await office.rows(`update organisation set second_factor_required = true where code = '08'`)
    const remove = () => office.as(office.maija, (t) => removeFactor(t, office.maija.id, 'totp'))
    await expect(remove()).rejects.toMatchObject({ code: 'last-factor' })
    expect(await take(codeAt())).toBe('code')
    await office.rows(`update organisation set second_factor_required = false where code = '08'`)
    await remove()
    expect(await office.as(office.maija, (t) => factorsOf(t, office.maija.id))).toEqual({
      passkeys: 0,
      totp: false,
      recoveryLeft: 0,
    })
  })

  it('by an administrator leaves nothing, ends the sessions, is recorded and told by mail', async () => {
    await office.as(office.pekka, async (t) => {
      await offerTotp(t, office.pekka.id, 'pekka@example.fi')
      await afterAdding(t, office.pekka.id)
    })
    await office.as(office.lead, (t) => resetFactors(t, office.pekka.id))
    const left = await office.rows(
      `select 1 from recovery_code where staff_id = $1 union all select 1 from staff_factor where staff_id = $1 and totp_sealed is not null`,
      office.pekka.id,
    )
    expect(left).toEqual([])
    const mails = await office.rows<{ template: string }>(
      'select template from notice where staff_id = $1 order by id',
      office.pekka.id,
    )
    expect(mails.map(({ template }) => template)).toEqual(['staff-sign-in-changed', 'staff-factors-reset'])
    const [entry] = await office.rows<{ subject_id: string; actor_id: string }>(
      `select * from audit_entry where event = 'factor.reset'`,
    )
    expect(entry).toMatchObject({ subject_id: office.pekka.id, actor_id: office.lead.id })
  })
})
