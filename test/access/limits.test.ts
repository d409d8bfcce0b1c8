import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS, type LimitName, limitedNow, limitOf, limitRate, rateOf } from '../../src/access/index.ts'
import { signInTexts } from '../../src/language/catalogues/sign-in.ts'
import { LANGS } from '../../src/language/lang.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())

const NAMES = Object.keys(LIMITS) as LimitName[]

describe('the list of limits', () => {
  it('is where every limit of the program comes from', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    )
    const used = new Set<string>()
    for (const file of files) {
      const text = readFileSync(`src/${file}`, 'utf8')
      for (const [, name] of text.matchAll(/limitOf\('([^']+)'/g)) used.add(name!)
      // A limit written out where it is used would be missing from the list.
      if (file !== 'access/limits.ts') expect(text, file).not.toMatch(/\bmost: [\d_]+, seconds:/)
    }
    expect([...used].sort()).toEqual([...NAMES].sort())
  })

  it.each(NAMES)('lets as many through as it says: %s', async (name) => {
    const most = LIMITS[name].most ?? 4
    const limit = limitOf(name, 'somebody', 4)
    for (let n = 0; n < most; n++) expect((await limitRate(house, limit)).allowed, String(n)).toBe(true)
    const next = await limitRate(house, limit)
    expect(next).toMatchObject({ allowed: false })
    expect(next.retryAfter).toBeLessThanOrEqual(LIMITS[name].seconds)
    expect((await rateOf(house, limit)).allowed).toBe(false)
    expect((await rateOf(house, limitOf(name, 'somebody else', 4))).allowed).toBe(true)
  })

  it('shows what is limited now in numbers, and forgets with the window', async () => {
    await limitRate(house, limitOf('receipt', '192.0.2.200'))
    const now = await limitedNow(house, 4)
    for (const one of now)
      expect(one, one.name).toMatchObject({ refused: 1, counted: one.name === 'receipt' ? 2 : 1 })
    expect(JSON.stringify(now)).not.toContain('192.0.2')
    house.setNow(new Date(house.now().getTime() + 3_600_000))
    for (const one of await limitedNow(house, 4)) expect(one).toMatchObject({ refused: 0, counted: 0 })
    expect((await limitedNow(house, 0)).find(({ name }) => name === 'intake')!.most).toBeNull()
  })

  it('has words for each in every language', () => {
    for (const lang of LANGS)
      for (const name of NAMES) expect(signInTexts(lang)(`limit-${name}`)).toBeTruthy()
  })
})
