import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RULES } from '../../../src/law/index.ts'
import { checkedWords, sourceWords } from '../../../src/web/desk/admin/rules/words.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, openDesk } from '../desk/desk-visitor.ts'
import { answerAll, portalOn, Visitor } from './visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse({ organisations: ['08'] })
  desk = await openDesk(house)
})
afterAll(() => house?.close())

describe('what is told is so', () => {
  it('a stranger is not told that a page was closed on them', async () => {
    const visitor = new Visitor(portalOn(house))
    const { text } = await visitor.get('/fi/follow/feedback')
    expect(text).not.toContain('Suljimme asiasi näkymän')
    expect(text).toContain('Avaa ensin asiasi')
  })

  it('in a demonstration mail is said to be in its mailbox, and the client sees the own wish', async () => {
    const visitor = new Visitor(portalOn(house, { demo: true, mailLeaves: false }))
    await answerAll(visitor, { reach: { reachBy: 'email', email: 'aino@example.fi', name: 'Aino' } })
    const sent = await visitor.post('/fi/ask/check', { go: 'send' })
    expect(sent.text).toContain('vahvistus näkyy esittelyn postilaatikossa')
    expect(sent.text).not.toContain('Sähköposti ei ole nyt käytössä')
    const [number, receipt] = [/AV-\d{4}-\d{6}-\d/, /\b\d{4} \d{4} \d{4} \d{4}\b/].map(
      (one) => one.exec(sent.text)![0],
    )
    const follow = await visitor.post('/fi/follow', { number: number!, receipt: receipt! })
    expect(follow.text).toContain('Toivon, että käynnit järjestyvät.')
  })

  it('an adult left without care is urgent, and the ombudsman reads it', async () => {
    const visitor = new Visitor(portalOn(house))
    await answerAll(visitor, { urgent: { needs: ['care', 'safety'] } })
    const sent = await visitor.post('/fi/ask/check', { go: 'send' })
    const number = /AV-\d{4}-\d{6}-\d/.exec(sent.text)![0]
    const [row] = await desk.rows<{ id: string; urgent: boolean }>(
      'select id, urgent from "case" where number = $1',
      number,
    )
    expect(row!.urgent).toBe(true)
    const page = await desk.maijaAt.get(`/desk/cases/${row!.id}`)
    expect(page.text).toContain('Aikuinen ilman hoitoa tai apua, Väkivallan pelko')
  })

  it('who writes for another is asked how that person is doing', async () => {
    const { caseNumber, receipt } = await desk.submit({ contactPerson: 'guardian' })
    const visitor = new Visitor(portalOn(house))
    await visitor.post('/fi/follow', { number: caseNumber, receipt })
    const { text } = await visitor.get('/fi/follow/goals')
    expect([text.includes('Miten hänellä menee nyt?'), text.includes('Miten sinulla')]).toEqual([true, false])
  })

  it('a consent that is asked for is not called saved, and each empty field is named', async () => {
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}/mediation/consent`
    const empty = await desk.maijaAt.post(at, { how: 'ask' })
    for (const words of ['mille yksikölle', 'millaiselle taholle', 'Valitse, mistä saa kertoa'])
      expect(empty.text).toContain(words)
    const asked = await desk.maijaAt.post(at, {
      ...{ units: 'Kotihoito', recipients: ['unit'], topics: ['service'] },
      ...{ how: 'ask', 'consent-note': 'Saammeko kertoa?' },
    })
    expect(asked.text).toContain('Suostumusta on pyydetty')
    expect(asked.text).not.toContain('Suostumus on tallennettu')
  })

  it('no rule tells staff of its maker’s confidence, or in English on a Finnish page', () => {
    for (const { source, verified } of RULES)
      for (const lang of ['fi', 'sv'] as const)
        expect(sourceWords(lang, source, verified)).not.toMatch(
          /confidence|%|\b(known|government|letter|answer|both|before)\b/,
        )
  })

  it('no rule says of itself both that it was checked and that it was not', () => {
    const unread = { fi: /ei ole vielä luettu/, sv: /har inte lästs ännu/, en: /has not been read yet/ }
    for (const rule of RULES)
      for (const lang of ['fi', 'sv', 'en'] as const) {
        const source = sourceWords(lang, rule.source, rule.verified)
        if (rule.verified) expect(source, rule.code).not.toMatch(unread[lang])
        else if (/known with/.test(rule.source)) expect(source, rule.code).toMatch(unread[lang])
      }
    const said = (code: string) => checkedWords('fi', RULES.find((rule) => rule.code === code)!)
    for (const code of ['OIK', 'VAL', 'TIE', 'GDP', 'GDP_LONG']) expect(said(code)).toBe('Yleisesti tunnettu')
    // Read in the bill.
    expect(said('KAN')).toBe('Tarkistettu')
  })
})
