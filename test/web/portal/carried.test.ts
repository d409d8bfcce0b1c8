import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { ANSWERS, portalOn, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>
beforeAll(async () => {
  house = await testHouse({ organisations: ['08'] })
  app = portalOn(house)
})
afterAll(() => house.close())

const form = (query: string) => Object.fromEntries(new URLSearchParams(query))
const TREATMENT = 'role=relative&what=treatment&who=county&when=older&tried=objection-answered'

/** Answers what the form still asks; `whose` was carried, and only the name is asked for. */
async function goOn(visitor: Visitor): Promise<void> {
  const whose = { contactPerson: 'relative', 'clientName-relative': 'Onni Koe' }
  for (const [question, typed] of Object.entries({ ...ANSWERS, whose }))
    expect((await visitor.post(`/fi/ask/${question}`, typed)).status).toBe(200)
}

async function accountOf(number: string) {
  const row = await house.database.owner.query(`select id from "case" where number = $1`, [number])
  return inOffice(house, '08', { kind: 'system' }, (t) => readCase(t, row.rows[0].id as string))
}

describe('what was answered before the form', () => {
  it('comes along: the client sees it before sending, and the case keeps it', async () => {
    const visitor = new Visitor(app)
    const begun = await visitor.post('/fi/help-me/begin', form(TREATMENT))
    expect([begun.path, begun.html.includes('value="relative" checked')]).toEqual(['/fi/ask/whose', true])
    await goOn(visitor)
    const check = await visitor.get('/fi/ask/check')
    for (const words of [
      'Minua kohdeltiin huonosti tai palvelu on huonoa',
      'Hyvinvointialueen tai Helsingin',
      'Yli kaksi vuotta sitten',
      'Muistutuksen, ja vastaus ei auttanut',
    ])
      expect(check.text).toContain(words)
    const sent = await visitor.post('/fi/ask/check', { go: 'send' })
    const number = /AV-\d{4}-\d{6}-\d/.exec(sent.text)![0]
    const { account } = await accountOf(number)
    expect(account.told?.way).toMatchObject({ what: 'treatment', when: 'older', tried: 'objection-answered' })
  })

  it('is not sent when the client takes it away', async () => {
    const visitor = new Visitor(app)
    await visitor.post('/fi/help-me/begin', form(TREATMENT))
    await goOn(visitor)
    const without = await visitor.post('/fi/ask/check', { go: 'untell' })
    expect(without.path).toBe('/fi/ask/check')
    expect(without.text).not.toContain('Yli kaksi vuotta sitten')
    const sent = await visitor.post('/fi/ask/check', { go: 'send' })
    expect((await accountOf(/AV-\d{4}-\d{6}-\d/.exec(sent.text)![0])).account.told).toBeUndefined()
  })

  it('comes from the finder too, and asks before an unfinished matter is lost', async () => {
    const visitor = new Visitor(app)
    const seen = await visitor.get('/fi/deadline?what=decision&date=2026-11-20&served=letter')
    expect(seen.html).toContain('action="/fi/deadline/begin"')
    const begun = await visitor.post('/fi/deadline/begin', {
      what: 'decision',
      date: '2026-11-20',
      served: 'letter',
    })
    expect(begun.path).toBe('/fi/ask/whose')
    const decision = await visitor.get('/fi/ask/decision')
    expect(decision.html).toMatch(/name="date-day" value="20"/)
    expect(decision.html).toMatch(/value="letter" checked/)
    const again = await visitor.post('/fi/deadline/begin', { what: 'assistance', date: '2026-11-02' })
    expect(again.text).toContain('Sinulla on keskeneräinen yhteydenotto')
    await visitor.post('/fi/deadline/begin', { what: 'assistance', date: '2026-11-02', anew: 'yes' })
    expect((await visitor.get('/fi/ask/topic')).html).toMatch(/value="money" checked/)
    expect((await visitor.get('/fi/ask/check')).text).toContain('2.11.2026')
  })

  it('goes along to the letter: the day, how it came and whom it goes to, and nothing that names anybody', async () => {
    const visitor = new Visitor(app)
    const query =
      'role=client&what=decision&who=county&decision=first&day=2026-11-20&served=handed&tried=nothing'
    const { html } = await visitor.get(`/fi/help-me?${query}`)
    const link = /href="(\/fi\/letters\/review\?[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    const letter = await visitor.get(link)
    expect(letter.html).toMatch(/name="decision-date-day" value="20"/)
    expect(letter.html).toMatch(/name="received-day" value="20"/)
    expect(letter.html).toMatch(
      /<textarea[^>]*name="addressee"[^>]*>Pohjois-Savon|<textarea[^>]*name="addressee"[^>]*>[^<]*hyvinvointialue/,
    )
    expect(letter.text).toContain('se annettiin minulle käteen')
    const posted = await visitor.get(link.replace('handed', 'letter'))
    expect(posted.html).toMatch(/name="received-day" value=""/)
    expect(posted.text).toContain('Kirjoita alle päivä, jona todella sait sen')
    // What the address was given is nothing but codes; rubbish in it is left out.
    expect((await visitor.get('/fi/letters/review?to=<b>&day=x&served=y')).status).toBe(200)
  })
})
