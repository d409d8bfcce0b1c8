import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHtmlFragment } from '../../../src/documents/html.ts'
import { writeLetter } from '../../../src/documents/letters.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from '../portal/visitor.ts'
import { type Desk, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

const GUARDIAN = {
  contactPerson: 'guardian',
  person: { name: 'Kaisa Koe', email: 'kaisa@example.fi', clientName: 'Onni Koe' },
  account: { text: 'Iltakäynnit jäävät väliin.', desiredOutcome: 'Haluan, että asiasta päätetään.' },
} as const
const CONSENT = {
  units: 'Hervannan kotihoito',
  recipients: ['unit'],
  topics: ['service'],
  scope: 'Vain iltakäynneistä.',
  'consent-note': 'Saammeko kertoa?',
  how: 'signed',
}
const area = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)`).exec(html)?.[1]
const field = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*`).exec(html)?.[0] ?? ''

describe('the office’s own letter', () => {
  it('is filled with no more than the consent covers, for the child and not the guardian', async () => {
    const { caseId } = await desk.submit(GUARDIAN)
    const base = `/desk/cases/${caseId}`
    await desk.maijaAt.post(`${base}/mediation/consent`, CONSENT)
    const { html, text } = await desk.maijaAt.get(`${base}/letters/new?kind=mediation&language=fi`)
    expect(area(html, 'point-1')).toBe('')
    expect(area(html, 'asked')).toBe('')
    expect(area(html, 'addressee')).toBe('Hervannan kotihoito')
    expect(field(html, 'client')).toContain('value="Onni Koe"')
    expect(text).toContain('Vain iltakäynneistä.')
    expect(text).toContain('Palvelu ja sen toteutus')
    expect(text).not.toContain('Iltakäynnit jäävät väliin.')
  })

  it('offers no sending once the client has taken the consent back, and says why', async () => {
    const { caseId, caseNumber, receipt } = await desk.submit()
    const base = `/desk/cases/${caseId}`
    await desk.maijaAt.post(`${base}/mediation/consent`, CONSENT)
    const made = await desk.maijaAt.post(`${base}/letters/new`, {
      ...{ kind: 'mediation', language: 'fi', name: 'Maija', addressee: 'Kotihoito', client: 'Aino Asiakas' },
      ...{ boxes: '3', 'point-1': 'Käynnit jäävät väliin.' },
    })
    const letter = made.path.replace(/\?.*/, '')
    expect(made.html).toContain(`action="${letter}/sent"`)
    const client = new Visitor(portalOn(house))
    await client.post('/fi/follow', { number: caseNumber, receipt })
    await client.post('/fi/follow/consent', { do: 'withdraw' })
    const after = await desk.maijaAt.get(letter)
    expect(after.html).not.toContain(`action="${letter}/sent"`)
    expect(after.text).toContain('Asiakas on perunut suostumuksensa')
  })
})

describe('a letter for somebody else', () => {
  it('asks whose matter it is when only the one who wrote is known', async () => {
    const { caseId } = await desk.submit({ ...GUARDIAN, person: { name: 'Kaisa Koe' } })
    const base = `/desk/cases/${caseId}`
    const draft = { kind: 'objection', language: 'fi', name: 'Kaisa Koe', addressee: 'Kirjaamo', boxes: '3' }
    const refused = await desk.maijaAt.post(`${base}/letters/new`, { ...draft, 'point-1': 'Näin kävi.' })
    expect([refused.status, refused.text.includes('Kirjoita, kenen asia tämä on')]).toEqual([422, true])
    const saved = await desk.maijaAt.post(`${base}/letters/new`, { ...draft, client: 'Onni Koe' })
    expect(saved.text).toContain('Kirjeestä puuttuu vielä: kohdat.')
    expect(saved.text).not.toContain('saamastani')
    expect(saved.text).toContain('jonka on saanut Onni Koe')
  })

  it('shows the client’s own account beside the points', async () => {
    const { caseId } = await desk.submit(GUARDIAN)
    const { text } = await desk.maijaAt.get(`/desk/cases/${caseId}/letters/new?kind=objection&language=fi`)
    expect(text).toContain('Mitä asiakas kertoi Iltakäynnit jäävät väliin.')
  })
})

it('the name and the office stand on lines of their own under a letter', () => {
  const { document } = writeLetter('mediation', 'fi', {
    sender: { name: 'Maija Meikäläinen\nPirkanmaan hyvinvointialue' },
    addressee: 'Kotihoito',
    date: '2026-11-24',
    points: ['x'],
  })
  expect(toHtmlFragment(document)).toContain('Maija Meikäläinen<br>Pirkanmaan hyvinvointialue')
})
