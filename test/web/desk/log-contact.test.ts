import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, fieldOn, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

interface Row {
  id: string
  channel: string
  municipality: string
  reasons: string[]
  actions: string[]
  case_id: string | null
  person_unit: string
  at: Date
  note_sealed: Buffer | null
}
const contacts = () => desk.rows<Row>('select * from contact order by at, id')

const CALL = {
  form: 'f1',
  channel: 'phone',
  contactPerson: 'client',
  language: 'fi',
  municipality: '837',
  serviceTask: 'disability',
  service: 'personal-assistance',
  reasons: ['waiting-time', 'information'],
  actions: ['advice'],
  'date-day': '24',
  'date-month': '11',
  'date-year': '2026',
}

describe('logging a contact', () => {
  it('offers the defaults of a telephone call today', async () => {
    const { html } = await desk.maijaAt.get('/desk/contacts/new')
    expect(html).toMatch(/<option value="phone" selected/)
    expect(html).toMatch(/<option value="client" selected/)
    expect(html).toMatch(/<option value="fi" selected/)
    expect(fieldOn(html, 'date-day')).toBe('24')
  })

  it('keeps several reasons and actions, seals the note, and the same form twice is one contact', async () => {
    const sent = { ...CALL, note: 'Soittaja kertoi salaisuuden.' }
    const first = await desk.maijaAt.post('/desk/contacts/new', sent)
    expect(first.text).toContain('Yhteydenotto on kirjattu')
    await desk.maijaAt.post('/desk/contacts/new', sent)
    const rows = await contacts()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ municipality: '837', reasons: ['waiting-time', 'information'] })
    expect(rows[0]!.note_sealed!.toString('latin1')).not.toContain('salaisuuden')
  })

  it('keeps all that was typed when something is wrong, and says what', async () => {
    const wrong = { ...CALL, form: 'f2', email: 'aino@', 'date-year': '2030', note: 'Teksti säilyy.' }
    const page = await desk.maijaAt.post('/desk/contacts/new', wrong)
    expect(page.status).toBe(422)
    expect(page.title).toMatch(/^Virhe: /)
    expect(page.html).toContain('href="#date"')
    expect(page.html).toContain('href="#email"')
    expect(page.html).toContain('Teksti säilyy.')
    expect(page.html).toMatch(/<option value="information" selected/)
    expect(await contacts()).toHaveLength(1)
  })

  it('records an earlier day as that day', async () => {
    await desk.maijaAt.post('/desk/contacts/new', { ...CALL, form: 'f3', 'date-day': '3' })
    const [row] = await contacts()
    expect(row!.at.toISOString()).toBe('2026-11-03T10:00:00.000Z')
  })

  it('hints at the same person, and joins when told to', async () => {
    const who = { name: 'Toini Tuttu', phone: '040 555 6677' }
    await desk.maijaAt.post('/desk/contacts/new', { ...CALL, form: 'f4', ...who })
    const asked = await desk.pekkaAt.post('/desk/contacts/same', { phone: '+358 40 5556677' })
    expect(asked.text).toContain('Onko tämä sama henkilö')
    expect(asked.html).toContain('name="channel"')
    const unit = /name="personUnit" value="([0-9a-f-]{36})"/.exec(asked.html)![1]!
    await desk.pekkaAt.post('/desk/contacts/new', { ...CALL, form: 'f5', ...who, personUnit: unit })
    const joined = (await contacts()).filter((row) => row.person_unit === unit)
    expect(joined).toHaveLength(2)
  })

  it('becomes a case at once, with the code for the client shown this once', async () => {
    const page = await desk.maijaAt.post('/desk/contacts/new', {
      ...CALL,
      form: 'f6',
      nature: 'dissatisfaction',
      name: 'Uuno Uusi',
      note: 'Haluaa tehdä muistutuksen.',
      // biome-ignore lint/suspicious/noThenProperty: the name of a button
      then: 'case',
    })
    expect(page.path).toMatch(/^\/desk\/cases\/[0-9a-f-]{36}\?done=turned$/)
    expect(page.text).toContain('Epäkohta')
    expect(page.text).toContain('Uuno Uusi')
    expect(page.text).toContain('Haluaa tehdä muistutuksen.')
    expect(page.text).toMatch(/\d{4} \d{4} \d{4} \d{4}/)
    const again = await desk.maijaAt.get(page.path)
    expect(again.text).not.toMatch(/\d{4} \d{4} \d{4} \d{4}/)
  })

  it('asks for the municipality only when a case is to be made', async () => {
    const bare = { form: 'f7', channel: 'email' }
    // biome-ignore lint/suspicious/noThenProperty: the name of a button
    const asked = await desk.maijaAt.post('/desk/contacts/new', { ...bare, then: 'case' })
    expect(asked.html).toContain('href="#municipality"')
    expect((await desk.maijaAt.post('/desk/contacts/new', bare)).status).toBe(200)
  })

  it('can become a case afterwards, once', async () => {
    const saved = await desk.maijaAt.post('/desk/contacts/new', { ...CALL, form: 'f8' })
    const id = /logged=([0-9a-f-]{36})/.exec(saved.path)![1]!
    const first = await desk.maijaAt.post(`/desk/contacts/${id}/case`, { kind: 'advice' })
    expect(first.path).toContain('/desk/cases/')
    const second = await desk.pekkaAt.post(`/desk/contacts/${id}/case`, { kind: 'advice' })
    expect(second.path).toBe(first.path.split('?')[0])
  })

  it('is logged on a case with the details of the case filled in', async () => {
    const { caseId, caseNumber } = await desk.submit()
    const form = await desk.maijaAt.get(`/desk/contacts/new?case=${caseId}`)
    expect(form.text).toContain(caseNumber)
    expect(form.html).toMatch(/<option value="disability" selected/)
    const page = await desk.maijaAt.post('/desk/contacts/new', { ...CALL, form: 'f9', caseId })
    expect(page.text).toContain('Yhteydenotto on kirjattu asialle')
    expect((await contacts()).filter((row) => row.case_id === caseId)).toHaveLength(2)
  })
})
