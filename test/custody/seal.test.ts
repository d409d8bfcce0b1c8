import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindHashes } from '../../src/custody/blind-index.ts'
import { keyring } from '../../src/custody/keys.ts'
import { seal, unseal, unsealText } from '../../src/custody/seal.ts'

describe('sealing', () => {
  it('opens to what was sealed, for any text', () => {
    const key = randomBytes(32)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unsealText(key, 'a:1', seal(key, 'a:1', text))).toBe(Buffer.from(text).toString())
      }),
    )
  })
  it('shows nothing of the text and never the same twice', () => {
    const key = randomBytes(32)
    const [one, two] = [seal(key, 'a:1', 'Maija Meikäläinen'), seal(key, 'a:1', 'Maija Meikäläinen')]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('Maija')).toBe(false)
  })
  it('does not open with another key, in another place, or with any bit changed', () => {
    const key = randomBytes(32)
    const sealed = seal(key, 'case.person:1', 'x')
    expect(() => unseal(randomBytes(32), 'case.person:1', sealed)).toThrow()
    expect(() => unseal(key, 'case.person:2', sealed)).toThrow()
    for (let i = 0; i < sealed.length; i++) {
      const bent = Buffer.from(sealed)
      bent[i]! ^= 1
      expect(() => unseal(key, 'case.person:1', bent)).toThrow()
    }
  })
})

describe('blind index', () => {
  const keys = keyring(randomBytes(32))
  const hex = (kind: 'name' | 'phone' | 'email', value: string, organisation = '08') =>
    blindHashes(keys, organisation, kind, value).map((hash) => hash.toString('hex'))
  it('knows a phone number in every way it is written', () => {
    const ways = ['040 123 4567', '+358401234567', '00358 40 1234567', '040-1234567']
    expect(new Set(ways.flatMap((way) => hex('phone', way))).size).toBe(1)
  })
  it('knows a name whatever the order, case or spacing', () => {
    expect(hex('name', 'Virtanen, Maija').sort()).toEqual(hex('name', ' maija  VIRTANEN').sort())
    expect(hex('name', 'Åström')).toEqual(hex('name', 'åström'))
    expect(hex('name', 'Åström')).not.toEqual(hex('name', 'Astrom'))
  })
  it('differs between offices', () => {
    expect(hex('email', 'a@b.fi', '08')).not.toEqual(hex('email', 'a@b.fi', '90'))
  })
})
