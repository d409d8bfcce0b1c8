import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SITUATIONS } from '../../../src/law/index.ts'
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

describe('a day the finder counted', () => {
  it.each([
    ['child-notice', 'Viranomaisen pitäisi päättää viimeistään'],
    ['assessment', 'Palvelutarpeesi arviointi pitäisi aloittaa viimeistään'],
    ['child-support', 'arvioinnin pitäisi olla valmis viimeistään'],
  ])('says for %s what has to be done by it, not that an answer comes', async (what, words) => {
    const { text } = await get(`/fi/deadline?what=${what}&date=2026-11-23`)
    expect(text).toContain(words)
    expect(text).not.toContain('Sinun pitäisi saada vastaus')
  })

  it('that is over offers no calendar and no advice for being in time, but what to do now', async () => {
    for (const { id } of SITUATIONS) {
      const query = `what=${id}&date=2026-01-05&served=handed`
      const { html, text } = await get(`/fi/deadline?${query}`)
      if (!text.includes('Laskettu päivä on jo mennyt')) continue
      expect([id, html.includes('deadline.ics'), text.includes('ajoissa')]).toEqual([id, false, false])
      expect((await app.request(`/fi/deadline.ics?${query}`)).status).toBe(404)
    }
    const { text } = await get('/fi/deadline?what=decision&date=2026-01-05&served=handed')
    expect(text).toContain('Soita sosiaaliasiavastaavalle tänään')
  })

  it('goes into a calendar without a word on the matter', async () => {
    const answer = await app.request('/fi/deadline.ics?what=kela-assistance&date=2026-11-20&served=letter')
    const file = (await answer.text()).replace(/\r\n[ \t]/g, '')
    expect(file).toContain('SUMMARY:Tärkeä päivä')
    expect(file).not.toMatch(/oikaisu|kela|asiavastaavalle|what=|served=/i)
    expect(file).toMatch(/URL[^\n]*\/fi\/deadline\r?\n/)
  })

  it('is asked for with four figures of the year', async () => {
    const typed = 'date-day=20&date-month=11&date-year=26&served=letter'
    const seen = await get(`/fi/deadline?what=decision&${typed}`)
    expect([seen.status, seen.text.includes('Kirjoita vuosi neljällä numerolla')]).toEqual([422, true])
    const way = await get(`/fi/help-me?role=client&what=money&decision=first&asked=day&${typed}`)
    expect(way.text).toContain('Kirjoita vuosi neljällä numerolla')
  })
})
