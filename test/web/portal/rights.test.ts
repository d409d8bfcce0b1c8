import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightsText, TOPICS } from '../../../src/web/portal/door/rights-texts.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>

beforeAll(async () => {
  house = await testHouse({ organisations: ['08'] })
  app = portalOn(house)
})
afterAll(() => house.close())

const get = (path: string) => new Visitor(app).get(path)
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

describe('the rights in plain words', () => {
  it('tell of the eleven matters', () => {
    expect(TOPICS).toEqual([
      'client',
      'social-assistance',
      'older-people',
      'disability',
      'child-welfare',
      'families',
      'early-education',
      'adult-social-work',
      'addiction',
      'documents',
      'decisions',
    ])
  })

  it.each([
    ['fi', 'Sivu on tarkistettu 24.11.2026'],
    ['sv', 'Sidan kontrollerades 24.11.2026'],
    ['en', 'This page was checked on 24 November 2026'],
  ] as const)('are there in %s, with their acts and the day they were checked', async (lang, checked) => {
    const list = await get(`/${lang}/rights`)
    for (const topic of TOPICS) {
      expect(list.html).toContain(`href="/${lang}/rights/${topic}"`)
      const seen = await get(`/${lang}/rights/${topic}`)
      expect([topic, seen.status, seen.html.match(/<h1/g)?.length]).toEqual([topic, 200, 1])
      expect(seen.text).toContain(checked)
      expect(seen.text).toMatch(/\d+\/\d{4}/)
      expect(seen.html).toContain(`href="/${lang}/rights/${topic}/easy"`)
      // Nothing half-filled and no marks of the source.
      expect(seen.text).not.toMatch(/undefined|\*\*|{{|—/)
    }
    expect((await get(`/${lang}/rights/zzz`)).status).toBe(404)
  })

  it('are as long as a person reads at once, and alike in every language', () => {
    for (const topic of TOPICS) {
      const fi = rightsText(topic, 'fi')!
      for (const lang of ['fi', 'sv', 'en'] as const) {
        const text = rightsText(topic, lang)!
        expect([topic, lang, words(text.body) >= 130 && words(text.body) <= 300]).toEqual([topic, lang, true])
        expect(text.statutes).toEqual(fi.statutes)
        expect(text.body.match(/^## /gm)?.length).toBe(fi.body.match(/^## /gm)?.length)
      }
    }
  })

  it('say one thing a sentence in easy Finnish, each on a line of its own', async () => {
    for (const topic of TOPICS) {
      const { body } = rightsText(topic, 'easy')!
      const lines = body.split('\n').filter((line) => line && !line.startsWith('#'))
      for (const line of lines) {
        expect([line, words(line) <= 12]).toEqual([line, true])
        expect([line, line.match(/[.?!](\s|$)/g)?.length]).toEqual([line, /^\d\./.test(line) ? 2 : 1])
      }
    }
    const seen = await get('/sv/rights/client/easy')
    expect(seen.html).toContain('<div class="av-flow" lang="fi">')
    expect(seen.html).toContain('Sinua pitää kohdella hyvin.<br')
  })

  it('call no passed time lost', () => {
    for (const topic of TOPICS)
      for (const edition of ['fi', 'sv', 'en', 'easy'] as const)
        expect(rightsText(topic, edition)!.body).not.toMatch(
          /oikeus menetetään|förlorar du rätten|you lose the right/i,
        )
  })
})
