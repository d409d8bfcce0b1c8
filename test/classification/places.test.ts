import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counties } from '../../src/classification/counties.ts'
import { officeFor } from '../../src/classification/office-for.ts'
import { alandMunicipalities, countyOf, municipalities } from '../../src/classification/places.ts'
import { searchMunicipalities } from '../../src/classification/search-municipalities.ts'

const names = (typed: string) => searchMunicipalities(typed).map((place) => place.fi)

describe('municipalities', () => {
  it('are the 292 of the mainland and the 16 of Åland, 308 in all', () => {
    const codes = [...municipalities, ...alandMunicipalities].map((place) => place.code)
    expect(municipalities).toHaveLength(292)
    expect(new Set(codes).size).toBe(308)
    for (const code of codes) expect(code).toMatch(/^\d{3}$/)
  })

  it('belong to a county that exists, and every county has some', () => {
    expect(new Set(municipalities.map((place) => place.county))).toEqual(
      new Set(counties.map((county) => county.code)),
    )
    expect(countyOf('837')).toBe('08')
    expect(countyOf('091')).toBe('90')
    expect(countyOf('478')).toBe('91')
    expect(countyOf('588')).toBeUndefined()
  })
})

describe('searching a municipality', () => {
  it('takes Finnish and Swedish names without accents or case', () => {
    expect(names('aanekoski')).toEqual(['Äänekoski'])
    expect(names('ABO')).toEqual(['Turku'])
    expect(names('tammer')).toEqual(['Tampere'])
    expect(names('mariehamn')).toEqual(['Maarianhamina'])
    expect(names(' ')).toEqual([])
    expect(names('xyz')).toEqual([])
  })

  it('puts an exact name first', () => {
    expect(names('ii')[0]).toBe('Ii')
    expect(names('lap').length).toBeGreaterThan(3)
    expect(searchMunicipalities('k', 3)).toHaveLength(3)
  })

  it('finds every place by each of its names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...municipalities, ...alandMunicipalities),
        fc.constantFrom<'fi' | 'sv'>('fi', 'sv'),
        (place, lang) => {
          expect(searchMunicipalities(place[lang].toUpperCase(), 400)).toContain(place)
        },
      ),
    )
  })
})

describe('the office of a municipality', () => {
  it('is here, elsewhere, Åland or not known', () => {
    expect(officeFor('837', ['08'])).toEqual({ kind: 'served', county: '08' })
    expect(officeFor('091', ['08'])).toEqual({ kind: 'elsewhere', county: '90' })
    const aland = officeFor('478', ['08'])
    expect(aland.kind === 'aland' && aland.text.sv).toContain('ombudsmannamyndighet')
    expect(officeFor('999', ['08'])).toEqual({ kind: 'unknown' })
  })
})
