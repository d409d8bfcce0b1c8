import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent } from '../../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from '../portal/visitor.ts'
import { type Desk, fieldOn, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

const CONSENT = {
  units: 'Hervannan kotihoito',
  recipients: ['unit'],
  topics: ['service', 'treatment'],
  scope: 'Vain käynneistä.',
  'consent-note': 'Saammeko kertoa?',
  how: 'ask',
}

async function opened() {
  const made = await desk.submit()
  const client = new Visitor(portalOn(house))
  await client.post('/fi/follow', { number: made.caseNumber, receipt: made.receipt })
  return { id: made.caseId, base: `/desk/cases/${made.caseId}`, client }
}

describe('the page of consent and mediation', () => {
  it('goes from the consent through request and agreement to what was kept', async () => {
    const { base, client } = await opened()
    const { maijaAt } = desk
    const asked = await maijaAt.post(`${base}/mediation/consent`, CONSENT)
    expect(asked.text).toContain('Pyydetty, asiakas ei ole vielä vastannut')
    const scope = await client.get('/fi/follow/consent')
    expect(scope.text).toContain('Hervannan kotihoito')
    expect(scope.text).toContain('Palvelu ja sen toteutus, Kohtelu')
    expect((await client.get('/fi/follow/case')).html).not.toContain('/follow/do/GIVE_CONSENT')
    // A page that names no request, or another than the one asked, gives nothing.
    const stale = await client.post('/fi/follow/consent', { do: 'give' })
    expect(stale.text).toContain('Asia on muuttunut')
    const consent = fieldOn(scope.html, 'consent')
    const given = await client.post('/fi/follow/consent', { do: 'give', consent })
    expect(given.text).toContain('Olet antanut suostumuksen 24.11.2026')

    const draft = await maijaAt.get(`${base}/letters/new?kind=mediation&language=fi`)
    // Ten working days from Tuesday 24.11.: Independence Day falls on a Sunday.
    expect(draft.html).toMatch(/name="reply-by-day"[^>]*value="8"/)
    const made = await maijaAt.post(`${base}/letters/new`, {
      kind: 'mediation',
      language: 'fi',
      name: 'Maija',
      addressee: 'Hervannan kotihoito',
      client: 'Aino Asiakas',
      boxes: '3',
      'point-1': 'Käynnit jäävät väliin.',
      'reply-by-day': '8',
      'reply-by-month': '12',
      'reply-by-year': '2026',
    })
    const letter = made.path.replace(/\?.*/, '')
    const send = (more: object) =>
      maijaAt.post(`${letter}/sent`, {
        ...{ 'sentOn-day': '24', 'sentOn-month': '11', 'sentOn-year': '2026' },
        ...{ sentTo: 'unit', sentHow: 'post', topics: ['service'] },
        ...more,
      })
    const wrong = await send({ topics: ['health'] })
    expect(wrong.status).toBe(409)
    expect(wrong.text).toContain('Suostumus ei kata kaikkea, mistä kirje kertoo.')
    expect((await send({})).text).toContain('Lähettäminen on kirjattu.')
    const page = await maijaAt.get(`${base}/mediation`)
    expect(page.text).toContain('Vastauksen tavoite 8.12.2026')
    expect(page.text).toContain('Toimiston tavoite, ei lain määräaika')
    const replied = await maijaAt.post(`${base}/do/UNIT_REPLIED`, {
      version: fieldOn(page.html, 'version'),
      page: 'mediation',
      ...{
        'UNIT_REPLIED-repliedOn-day': '24',
        'UNIT_REPLIED-repliedOn-month': '11',
        'UNIT_REPLIED-repliedOn-year': '2026',
      },
    })
    expect(replied.path).toBe(`${base}/mediation`)
    const agreed = await maijaAt.post(`${base}/mediation/agreement`, {
      'what-1': 'Käynnit klo 8 ja 18',
      'who-1': 'unit',
      ...{ 'due-1-day': '1', 'due-1-month': '12', 'due-1-year': '2026' },
    })
    expect(agreed.text).toContain('Sopimus on tallennettu.')
    expect((await client.get('/fi/follow/case')).text).toMatch(
      /Mitä sovittiin.*Käynnit klo 8 ja 18.*Yksikkö.*1\.12\.2026/,
    )
    expect((await maijaAt.post(`${base}/do/KEPT`, {})).path).toBe(`${base}/mediation`)
    const kept = await maijaAt.post(`${base}/mediation/kept`, { 'kept-1': 'yes' })
    expect(kept.text).toContain('Sovittu tehty')
  })

  it('lets the client take the consent back, after which nothing goes out', async () => {
    const { base, client } = await opened()
    await desk.maijaAt.post(`${base}/mediation/consent`, { ...CONSENT, how: 'signed' })
    const back = await client.post('/fi/follow/consent', { do: 'withdraw' })
    expect(back.text).toContain('Peruttu 24.11.2026')
    expect((await desk.maijaAt.get(`${base}/mediation`)).text).toContain('Peruttu 24.11.2026')
  })

  it('says what is missing, and keeps what was typed', async () => {
    const { base } = await opened()
    const seen = await desk.maijaAt.post(`${base}/mediation/consent`, {
      ...CONSENT,
      recipients: [],
      units: '',
    })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('href="#units"')
    expect(seen.html).toContain('href="#recipients"')
    expect(seen.text).toContain('Vain käynneistä.')
    expect((await desk.maijaAt.post(`${base}/mediation/agreement`, {})).status).toBe(422)
  })
})

describe('the page of the remedy', () => {
  it('shows the decision, faulty instructions as unverified, the safe date, and the steps in a line', async () => {
    const { id, base } = await opened()
    expect((await desk.maijaAt.get(`${base}/remedy`)).text).toContain(
      'Tästä keinosta ei ole vielä kirjattu mitään.',
    )
    const act = (type: string, fields = {}, note?: string) =>
      desk.as(desk.maija, (t) => applyEvent(t, id, { type, fields, note }, 'office'))
    await act('CAPTURE_DECISION', {
      remedy: 'review',
      decisionFrom: '2026-11-20',
      served: 'handed',
      instructions: 'missing',
    })
    const captured = await desk.maijaAt.get(`${base}/remedy`)
    expect(captured.text).toContain('Vahvistamaton: jos ohje puuttuu tai on väärä')
    // Thirty days end on a Sunday.
    expect(captured.text).toContain('maanantaina 21. joulukuuta 2026')
    expect(captured.text).toContain('27 päivää jäljellä')
    expect(captured.html).toContain(`/letters/new?kind=review&amp;language=fi`)
    await act('GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    const planned = await desk.maijaAt.get(`${base}/remedy`)
    expect(planned.html).toMatch(/data-state="done"[^>]*><strong>Päätös kirjattu/)
    expect(planned.html).toMatch(/data-state="current"[^>]*><strong>Ohjeet annettu/)
    expect(planned.html).toMatch(/data-state="coming"[^>]*><strong>Pantu vireille/)
    house.setNow('2026-12-23T09:00:00Z')
    const over = await desk.maijaAt.get(`${base}/remedy`)
    expect(over.text).toContain('Järjestelmä ei totea mitään menetetyksi.')
    house.setNow('2026-11-24T09:00:00Z')
  })

  it('warns of no instructions where they were right', async () => {
    const { id, base } = await opened()
    await desk.as(desk.maija, (t) =>
      applyEvent(
        t,
        id,
        {
          type: 'CAPTURE_DECISION',
          fields: { remedy: 'review', decisionFrom: '2026-11-20', served: 'handed', instructions: 'right' },
        },
        'office',
      ),
    )
    expect((await desk.maijaAt.get(`${base}/remedy`)).text).not.toContain('Vahvistamaton')
  })
})
