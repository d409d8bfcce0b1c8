import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alandMunicipalities, municipalities } from '../../../src/classification/index.ts'
import { placeErrors, settlePlace } from '../../../src/web/portal/ask/where.tsx'

describe('finding a municipality', () => {
  it.each(['fi', 'sv'] as const)('knows every name in %s', (lang) => {
    for (const place of [...municipalities, ...alandMunicipalities])
      expect(settlePlace({ place: place[lang] }).municipality, place[lang]).toBe(place.code)
  })

  it('takes whatever is typed: a municipality, or one error that says what to do', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (place, searched, municipality) => {
        const settled = settlePlace({ place, searched, municipality })
        const errors = placeErrors('fi', settled)
        expect(errors.length).toBe(settled.municipality ? 0 : 1)
      }),
    )
  })

  it('takes a chosen municipality only when it was offered', () => {
    const chosen = { place: 'Ta', searched: 'Ta', municipality: '837' }
    expect(settlePlace(chosen).municipality).toBe('837')
    expect(settlePlace({ ...chosen, municipality: '091' }).municipality).toBeUndefined()
    expect(settlePlace({ ...chosen, searched: 'T' }).municipality).toBeUndefined()
  })
})
