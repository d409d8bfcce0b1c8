import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPdf } from '../../documents/read-pdf.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, deskOf, fieldOn, openDesk, ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

const on = (name: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}
const GAP = {
  form: 'f1',
  benefit: 'basic-assistance',
  authority: 'kela',
  cause: 'bounced',
  municipality: '837',
  ...on('lastIncomeAt', '2026-10-31'),
  ...on('appliedAt', '2026-11-02'),
  rule: 'TT7',
  household: 'single-parent',
  childrenUnder10: '1',
  'handOff-0-from': 'kela',
  'handOff-0-to': 'county',
  ...on('handOff-0-on', '2026-11-05'),
  'handOff-1-from': 'county',
  'handOff-1-to': 'employment-area',
  'handOff-2-from': 'employment-area',
  'handOff-2-to': 'kela',
  'bridging-0-kind': 'parish',
  'bridging-0-euros': '50,00',
  effects: ['rent-arrears'],
}
const CALL = { ...GAP, channel: 'phone', contactPerson: 'client', language: 'fi', name: 'Toini Tuttu' }
const gapRows = () =>
  desk.rows<{ id: string; case_id: string | null; contact_id: string | null }>(
    'select * from benefit_gap order by found_at, id',
  )

describe('recording a gap', () => {
  it('on a case shows what follows from it at once', async () => {
    const { caseId } = await desk.submit()
    const form = await desk.maijaAt.get(`/desk/cases/${caseId}/gaps/new`)
    expect(form.html).toMatch(/<option value="837" selected/)
    const saved = await desk.maijaAt.post(`/desk/cases/${caseId}/gaps/new`, { ...GAP, form: 'on-case' })
    expect(saved.path).toMatch(/^\/desk\/gaps\/[0-9a-f-]{36}\?done=recorded$/)
    // 24 days to 24.11.; due Wed 11.11., nine working days ago.
    expect(saved.text).toMatch(/Päiviä ilman tuloa 24 31\.10\.2026 alkaen/)
    expect(saved.text).toMatch(/Arkipäiviä yli määräajan 9 Määräaika 11\.11\.2026/)
    expect(saved.text).toContain('Kierre: Kela → Hyvinvointialue → Työllisyysalue → Kela')
    // (665.19 + 375.98) / 30 × 24 = 832.936, less 50.
    expect(saved.text).toContain('782,94 €')
    expect(saved.html).toContain('<svg')
    expect(saved.html).not.toMatch(/ style=/)
    const onCase = await desk.maijaAt.get(`/desk/cases/${caseId}`)
    expect(onCase.text).toContain('24 päivää ilman tuloa, 9 arkipäivää yli määräajan')
    expect(onCase.text).toContain('Etuusviive kirjattiin')
  })

  it('from a call logs the contact in one go, and the same form twice is one gap', async () => {
    const before = (await gapRows()).length
    const first = await desk.maijaAt.post('/desk/gaps/new', CALL)
    const second = await desk.maijaAt.post('/desk/gaps/new', CALL)
    expect(second.path).toBe(first.path)
    const rows = await gapRows()
    expect(rows).toHaveLength(before + 1)
    const contacts = await desk.rows('select * from contact where id = $1', rows.at(-1)!.contact_id)
    expect(contacts).toMatchObject([{ channel: 'phone', municipality: '837', reasons: ['income'] }])
    expect(first.text).toContain('Ei liity asiaan')
  })

  it('from a call makes a case of it when asked, with the gap on it', async () => {
    // biome-ignore lint/suspicious/noThenProperty: the name of a button
    const made = await desk.maijaAt.post('/desk/gaps/new', { ...CALL, form: 'f2', then: 'case' })
    expect(made.path).toMatch(/^\/desk\/cases\/.*\?done=turned$/)
    expect(made.text).toContain('Perustoimeentulotuki, Kela')
  })

  it('says at each field what is wrong, keeps what was typed, and saves nothing', async () => {
    const before = (await gapRows()).length
    const wrong = {
      ...CALL,
      form: 'f3',
      ...on('appliedAt', '2026-11-25'),
      cause: '',
      'handOff-2-to': '',
      'bridging-0-euros': 'paljon',
      childrenUnder10: 'kaksi',
    }
    const { status, text, html } = await desk.maijaAt.post('/desk/gaps/new', wrong)
    expect(status).toBe(422)
    for (const message of [
      'Syy: valitse luettelosta.',
      'Valitse sekä ohjaaja',
      'Kirjoita summa euroina',
      'enintään 15',
    ])
      expect(text).toContain(message)
    expect(html).toContain('value="paljon"')
    const future = await desk.maijaAt.post('/desk/gaps/new', {
      ...CALL,
      form: 'f4',
      ...on('appliedAt', '2026-11-25'),
    })
    expect(future.text).toContain('Hakemus saapui: päivä ei voi olla tulevaisuudessa.')
    expect(future.html).toContain('href="#appliedAt"')
    const early = await desk.maijaAt.post('/desk/gaps/new', {
      ...CALL,
      form: 'f5',
      ...on('paidAt', '2026-11-01'),
    })
    expect(early.text).toContain('päivä ei voi olla ennen päivää ”Hakemus saapui”')
    expect(await gapRows()).toHaveLength(before)
  })

  it('of an urgent one tells whom to telephone today', async () => {
    const saved = await desk.maijaAt.post('/desk/gaps/new', { ...CALL, form: 'f6', effects: ['no-food'] })
    expect(saved.text).toContain('Soita tänään: Kela')
    expect(saved.text).toContain('viimeistään 25.11.2026')
    const board = await desk.maijaAt.get('/desk/gaps')
    expect(board.html).toContain('data-alert="danger"')
  })
})

describe('a gap that is there', () => {
  const recorded = async () => {
    const { caseId } = await desk.submit()
    const saved = await desk.maijaAt.post(`/desk/cases/${caseId}/gaps/new`, { ...GAP, form: caseId })
    return { caseId, at: saved.path.replace(/\?.*/, '') }
  }

  it('is corrected with all that stands in it, and not over what somebody else has saved', async () => {
    const { at } = await recorded()
    const form = await desk.maijaAt.get(`${at}/edit`)
    expect(fieldOn(form.html, 'appliedAt-day')).toBe('2')
    expect(form.html).toContain('value="50,00"')
    const version = fieldOn(form.html, 'version')
    const saved = await desk.pekkaAt.post(`${at}/edit`, { ...GAP, version, ...on('decidedAt', '2026-11-20') })
    expect(saved.text).toContain('Muutokset on tallennettu.')
    expect(saved.text).toMatch(/yli määräajan 7 Määräaika/)
    const late = await desk.maijaAt.post(`${at}/edit`, { ...GAP, version })
    expect(late.status).toBe(422)
  })

  it('gives its sheet only under a consent that covers it', async () => {
    const { at } = await recorded()
    const order = { 'sheet-authority': 'kela', 'sheet-parts': ['identity', 'dates'], 'sheet-language': 'fi' }
    const none = await desk.maijaAt.post(`${at}/sheet`, order)
    expect(none.status).toBe(422)
    expect(none.text).toContain('ei ole antanut suostumusta')
    const consent = {
      'consent-authority': 'kela',
      'consent-parts': ['identity', 'dates'],
      'consent-how': 'phone',
      ...on('consent-givenOn', '2026-11-24'),
    }
    const future = await desk.maijaAt.post(`${at}/consents`, {
      ...consent,
      ...on('consent-givenOn', '2026-11-25'),
    })
    expect(future.text).toContain('Suostumus annettu: päivä ei voi olla tulevaisuudessa.')
    const given = await desk.maijaAt.post(`${at}/consents`, consent)
    expect(given.text).toContain('Suostumus on kirjattu.')
    const wide = await desk.maijaAt.post(`${at}/sheet`, { ...order, 'sheet-parts': ['dates', 'sums'] })
    expect(wide.text).toContain('Puuttuu: rahamäärät')
    const answer = await ownSite(deskOf(house, signedInAs(desk.maija.id))).request(`${at}/sheet`, {
      method: 'POST',
      body: new URLSearchParams([
        ['sheet-authority', 'kela'],
        ['sheet-parts', 'identity'],
        ['sheet-parts', 'dates'],
        ['sheet-language', 'fi'],
      ]).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Aino Asiakas')
    const page = await desk.maijaAt.get(at)
    expect(page.text).toContain('Seuranta viimeistään 1.12.2026')
    expect((await desk.maijaAt.post(`${at}/followed-up`, {})).text).toContain(
      'Seuranta on merkitty tehdyksi.',
    )
    const withdraw = /href="(\/desk\/gaps\/[^"]+\/withdraw)"/.exec(page.html)![1]!
    expect((await desk.maijaAt.get(withdraw)).text).toContain('Peruuttiko asiakas')
    await desk.maijaAt.post(withdraw, {})
    const gone = await desk.maijaAt.post(`${at}/sheet`, order)
    expect(gone.text).toContain('Asiakas on peruuttanut suostumuksensa 24.11.2026')
  })

  it('is corrected only over a version that was seen, and keeps what was typed', async () => {
    const { at } = await recorded()
    const blind = await desk.maijaAt.post(`${at}/edit`, { ...GAP, cause: 'other', version: '' })
    expect(blind.status).toBe(422)
    expect(blind.text).toContain('mitä versiota korjaat')
    expect(fieldOn(blind.html, 'version')).toBe('1')
    expect(blind.html).toMatch(/<option value="other" selected/)
    expect((await desk.maijaAt.get(`${at}/edit`)).html).toMatch(/<option value="bounced" selected/)
  })

  it('asks about no consent that is not there', async () => {
    const { at } = await recorded()
    const none = '0198a000-0000-7000-8000-00000000dead'
    expect((await desk.maijaAt.get(`${at}/consents/${none}/withdraw`)).status).toBe(404)
    expect((await desk.maijaAt.get(`/desk/gaps/${none}/consents/${none}/withdraw`)).status).toBe(404)
  })

  it('warns where a sheet leaves out whom it is about, and shows which consent counts', async () => {
    const { at } = await recorded()
    const consent = (parts: string[]) =>
      desk.maijaAt.post(`${at}/consents`, {
        'consent-authority': 'kela',
        'consent-parts': parts,
        'consent-how': 'phone',
        ...on('consent-givenOn', '2026-11-24'),
      })
    await consent(['identity', 'dates'])
    const page = await consent(['dates'])
    expect(page.text).toContain('Korvattu uudemmalla')
    expect(page.text).toContain('viranomainen ei tiedä, kenen asiasta on kyse')
    await desk.maijaAt.post(`${at}/sheet`, {
      'sheet-authority': 'kela',
      'sheet-parts': ['dates'],
      'sheet-language': 'fi',
    })
    expect((await desk.maijaAt.get(at)).text).toContain('Ilman nimeä')
  })

  it('is closed with how and when it was put right', async () => {
    const { at } = await recorded()
    const missing = await desk.maijaAt.post(`${at}/close`, { close: 'yes' })
    expect(missing.text).toContain('Valitse, miten asia korjaantui.')
    const bad = await desk.maijaAt.post(`${at}/close`, {
      close: 'yes',
      corrected: 'paid',
      ...on('close-paidAt', '2026-11-30'),
    })
    expect(bad.text).toContain('päivä ei voi olla tulevaisuudessa')
    const closed = await desk.maijaAt.post(`${at}/close`, {
      close: 'yes',
      corrected: 'paid-after-contact',
      ...on('close-paidAt', '2026-11-24'),
    })
    expect(closed.text).toContain('Korjaantui myöhässä')
    const list = await desk.maijaAt.get('/desk/gaps?view=closed')
    expect(list.text).toContain('Maksettiin, kun sosiaaliasiavastaava otti yhteyttä')
    expect((await desk.maijaAt.post(`${at}/reopen`, {})).text).toContain('avattu uudelleen')
  })

  it('is found on nobody else’s desk, and unknown ones nowhere', async () => {
    const { at } = await recorded()
    const admin = ownSite(deskOf(house, signedInAs(desk.maija.id, 'admin')))
    expect((await admin.request(at, { method: 'GET' })).status).toBe(403)
    expect((await admin.request('/desk/gaps', { method: 'GET' })).status).toBe(403)
    expect((await desk.maijaAt.get('/desk/gaps/0198a000-0000-7000-8000-00000000dead')).status).toBe(404)
    expect((await desk.maijaAt.get('/desk/gaps/nonsense')).status).toBe(404)
  })
})

describe('the board', () => {
  it('filters, and counts what the year holds in days and reference euros', async () => {
    const all = await desk.maijaAt.get('/desk/gaps')
    expect(all.text).toContain('Perustoimeentulotuki')
    expect((await desk.maijaAt.get('/desk/gaps?cause=housing')).text).toContain('Rajauksella ei löytynyt')
    const figures = await desk.maijaAt.get('/desk/gaps/figures?year=2026')
    const rows = await gapRows()
    expect(figures.text).toContain(`kirjattiin vuonna 2026 yhteensä ${rows.length}`)
    expect(figures.text).toMatch(new RegExp(`Kela ${rows.length} ${24 * rows.length}`))
    expect(figures.text).toContain('Summat kunnittain')
    expect((await desk.maijaAt.get('/desk/gaps/figures?year=2025')).text).toContain(
      'Vuonna 2025 ei ole kirjattu',
    )
  })
})

describe('days that are missing or odd', () => {
  it('are pointed at beside the way and not refused', async () => {
    const { caseId } = await desk.submit()
    const saved = await desk.maijaAt.post(`/desk/cases/${caseId}/gaps/new`, {
      ...GAP,
      form: 'odd',
      ...on('handOff-0-on', '2026-10-20'),
    })
    expect(saved.text).toContain('Ohjaus 20.10.2026 on ennen hakemusta 2.11.2026.')
    expect(saved.text).toContain('Ohjaus 20.10.2026 on ennen viimeistä tuloa 31.10.2026.')
  })

  it('are told in the sums, not counted as nothing', async () => {
    const { caseId } = await desk.submit()
    await desk.maijaAt.post(`/desk/cases/${caseId}/gaps/new`, {
      benefit: 'sickness-allowance',
      authority: 'kela',
      cause: 'other',
      municipality: '837',
      form: 'unknown',
    })
    const rows = await gapRows()
    const known = await desk.rows<{ n: number }>(
      'select count(*)::int as n from benefit_gap where last_income_at is not null',
    )
    const page = await desk.maijaAt.get('/desk/gaps/figures')
    expect(rows.length).toBeGreaterThan(known[0]!.n)
    expect(page.text).toContain(`tiedossa ${known[0]!.n} / ${rows.length}`)
  })
})
