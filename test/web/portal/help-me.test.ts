import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ways } from '../../../src/language/catalogues/portal-ways.ts'
import { ANSWER_CODES, type AnswerName, REASONS, REMEDIES, WAYS } from '../../../src/law/index.ts'
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
const DECISION =
  'role=client&what=decision&who=county&decision=first&day=2026-11-20&served=letter&tried=nothing'

describe('the guided way', () => {
  it('asks one question a page, six at most, and keeps nothing', async () => {
    const visitor = new Visitor(app)
    const steps = [
      ['', 'Kenen asia tämä on?'],
      ['role=client&asked=role', 'Mistä on kyse?'],
      ['role=client&what=decision&asked=what', 'Kenen palvelusta'],
      ['role=client&what=decision&who=county&asked=who', 'Mitä olet saanut?'],
      ['role=client&what=decision&who=county&decision=first&asked=decision', 'Milloin sait päätöksen?'],
      [
        'role=client&what=decision&who=county&decision=first&asked=day&date-day=20&date-month=11&date-year=2026&served=letter',
        'Mitä olet jo tehnyt?',
      ],
      [`${DECISION}&asked=tried`, 'Näin voit toimia'],
    ]
    for (const [query, title] of steps) {
      const seen = await visitor.get(`/fi/help-me${query ? `?${query}` : ''}`)
      expect([seen.status, seen.text.includes(title!)]).toEqual([200, true])
      expect(seen.path).not.toContain('asked=')
      expect(seen.html.match(/<h1/g)).toHaveLength(1)
    }
    expect(visitor.cookies.size).toBe(0)
  })

  it.each([
    ['fi', 'Oikaisuvaatimus', 'maanantaina 28. joulukuuta 2026', 'Muistutus'],
    ['sv', 'Begäran om omprövning', 'måndagen den 28 december 2026', 'Anmärkning'],
    ['en', 'Request for review', 'Monday, 28 December 2026', 'Objection'],
  ])(
    'puts the review first in %s, with its day and its letter, and the objection beside it',
    async (lang, review, day, objection) => {
      const { html, text } = await get(`/${lang}/help-me?${DECISION}`)
      expect(text.indexOf(review)).toBeGreaterThan(0)
      expect(text.indexOf(review)).toBeLessThan(text.lastIndexOf(objection))
      expect(text).toContain(day)
      expect(html).toContain(
        `href="/${lang}/letters/review?to=registry&amp;day=2026-11-20&amp;served=letter"`,
      )
      expect(html).toContain(`href="/${lang}/letters/objection?`)
      expect(html).toContain(`/${lang}/deadline.ics?what=decision&amp;date=2026-11-20&amp;served=letter`)
    },
  )

  it('gives a letter that is there, and a calendar file that is there', async () => {
    for (const lang of ['fi', 'sv', 'en'])
      for (const { letter } of REMEDIES)
        if (letter) expect([letter, (await get(`/${lang}/letters/${letter}`)).status]).toEqual([letter, 200])
    for (const who of ['county', 'kela-assistance'])
      for (const decision of ['first', 'review', 'court']) {
        const query = `role=client&what=decision&who=${who}&decision=${decision}&day=2026-11-20&served=handed&tried=nothing`
        const { html } = await get(`/fi/help-me?${query}`)
        const file = /\/fi\/deadline\.ics\?[^"]+/.exec(html)?.[0].replaceAll('&amp;', '&')
        const answer = await app.request(file ?? '/')
        expect([query, (await answer.text()).includes('DTSTART;VALUE=DATE:20261221')]).toEqual([query, true])
      }
  })

  it.each([
    ['fi', 'Valitse jokin vastauksista', 'Anna päivä, tai valitse', 'Päivä on vielä edessäpäin'],
    ['sv', 'Välj något av svaren', 'Ange dagen, eller välj', 'Dagen har inte kommit ännu'],
    ['en', 'Choose one of the answers', 'Give the day, or say', 'The day is still to come'],
  ])('tells in %s what is missing or wrong, and keeps what was typed', async (lang, none, noDay, future) => {
    const missing = await get(`/${lang}/help-me?role=client&asked=what`)
    expect([missing.status, missing.text.includes(none)]).toEqual([422, true])
    const before = 'role=client&what=money&decision=first&asked=day'
    const empty = await get(`/${lang}/help-me?${before}&date-day=&date-month=&date-year=&served=letter`)
    expect([empty.status, empty.text.includes(noDay)]).toEqual([422, true])
    const late = await get(`/${lang}/help-me?${before}&date-day=1&date-month=12&date-year=2026&served=letter`)
    expect([late.status, late.text.includes(future)]).toEqual([422, true])
    expect(late.html).toMatch(/name="date-month" value="12"/)
    expect(late.html).toMatch(/value="letter" checked/)
    const both = await get(
      `/${lang}/help-me?${before}&date-day=1&date-month=11&date-year=2026&no-day=yes&served=letter`,
    )
    expect(both.status).toBe(422)
    const unknown = await get(`/${lang}/help-me?${before}&date-day=&date-month=&date-year=&no-day=yes`)
    expect([unknown.status, unknown.path.includes('day=unknown')]).toEqual([200, true])
  })

  it('opens a question again with its answer, and lets the others stand', async () => {
    const seen = await get(`/fi/help-me?${DECISION}&change=who`)
    expect(seen.html).toMatch(/value="county" checked/)
    expect(seen.html).toContain('<input type="hidden" name="day" value="2026-11-20"/>')
    const changed = await get(`/fi/help-me?${DECISION.replace('who=county', 'who=kela-benefit')}&asked=who`)
    expect(changed.text).toContain('Valitus Kelan päätöksestä')
    expect(changed.html).not.toContain('av-theday')
    expect((await get(`/fi/help-me?${DECISION}&change=day`)).html).toMatch(/name="date-day" value="20"/)
  })

  it.each([
    ['fi', 'Ota yhteyttä sosiaaliasiavastaavaan tänään'],
    ['sv', 'Kontakta socialombudet i dag'],
    ['en', 'Contact the social ombudsman today'],
  ])('calls no time lost in %s', async (lang, text) => {
    const seen = await get(`/${lang}/help-me?${DECISION.replace('2026-11-20', '2026-08-20')}`)
    expect(seen.text).toContain(text)
  })

  it('shows a number to call before anything else where food or medicine is missing', async () => {
    const { html } = await get('/sv/help-me?role=client&what=money&decision=none')
    expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf('av-way'))
  })

  it('sends a matter of health care to the patient ombudsman, and takes no complaint about it', async () => {
    const { html, text } = await get(
      '/fi/help-me?role=client&what=treatment&who=health-care&when=recent&tried=nothing',
    )
    expect(text).toContain('Tässä auttaa potilasasiavastaava')
    expect(html).not.toContain('value="complaint"')
    expect(html).not.toContain('data-variant="primary"')
  })

  it('begins a matter with the answers in it', async () => {
    const visitor = new Visitor(app)
    const form = Object.fromEntries(new URLSearchParams(DECISION))
    const begun = await visitor.post('/fi/help-me/begin', form)
    expect(begun.path).toBe('/fi/ask/where')
    expect((await visitor.get('/fi/ask/whose')).html).toMatch(/value="client" checked/)
    const decision = await visitor.get('/fi/ask/decision')
    expect(decision.html).toMatch(/value="yes" checked/)
    expect(decision.html).toMatch(/name="date-day" value="20"/)
    expect(decision.html).toMatch(/value="letter" checked/)
    // What is being written is not thrown away without asking.
    const again = await visitor.post('/fi/help-me/begin', { role: 'client', what: 'money', decision: 'none' })
    expect(again.text).toContain('Sinulla on keskeneräinen yhteydenotto')
    const anew = await visitor.post('/fi/help-me/begin', {
      role: 'client',
      what: 'money',
      decision: 'none',
      anew: 'yes',
    })
    expect(anew.path).toBe('/fi/ask/where')
    expect((await visitor.get('/fi/ask/topic')).html).toMatch(/value="money" checked/)
  })

  it('never ends without somebody to turn to, whatever is answered, in any language', async () => {
    const codes = fc.record(
      Object.fromEntries(
        (Object.keys(ANSWER_CODES) as AnswerName[]).map((name) => [
          name,
          fc.constantFrom(...(ANSWER_CODES[name] as readonly string[])),
        ]),
      ),
    )
    const day = fc.constantFrom('unknown', '2026-11-20', '2026-10-23', '2025-01-07')
    const served = fc.constantFrom(...WAYS)
    await fc.assert(
      fc.asyncProperty(
        codes,
        day,
        served,
        fc.constantFrom('fi', 'sv', 'en'),
        async (answers, on, how, lang) => {
          const query = new URLSearchParams({ ...answers, day: on, served: how })
          const seen = await get(`/${lang}/help-me?${query}`)
          expect(seen.status).toBe(200)
          expect(seen.html).toContain('class="av-way')
          expect(seen.html).toContain('class="av-bodies"')
          expect(seen.html).toContain(`action="/${lang}/help-me/begin"`)
          expect(seen.text).not.toMatch(/undefined|\[object/)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('has words for every answer and every reason', () => {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      const texts: Record<string, string> = ways.texts[lang]
      for (const name of Object.keys(ANSWER_CODES) as AnswerName[])
        for (const code of ANSWER_CODES[name]) expect(texts[`${name}.${code}`]).toBeTruthy()
      for (const reason of REASONS) expect(texts[`reason.${reason}`]).toBeTruthy()
    }
  })
})

describe('the numbers where they are needed', () => {
  it('are the office’s own, beside what to do first', async () => {
    await house.database.owner.query(`update organisation set phone = '000 100 200' where code = '08'`)
    await house.database.owner.query(
      `insert into body (id, organisation, kind, phone, checked_on, updated_at)
       values (gen_random_uuid(), '08', 'social-emergency', '000 300', '2026-11-01', now())`,
    )
    const over = await get(`/fi/help-me?${DECISION.replace('2026-11-20', '2026-08-20')}`)
    expect(over.html.indexOf('tel:000100200')).toBeGreaterThan(over.html.indexOf('av-way'))
    expect(over.html.indexOf('tel:000100200')).toBeLessThan(over.html.indexOf('av-more-ways'))
    expect(over.text).not.toContain('Milloin vain')
    const money = await get('/fi/help-me?role=client&what=money&decision=none')
    expect(money.html.indexOf('tel:000300')).toBeLessThan(money.html.indexOf('av-way'))
    expect(money.text.indexOf('ehkäisevä tai täydentävä')).toBeLessThan(
      money.text.indexOf('Pyydä kirjallinen päätös'),
    )
  })
})

describe('where several offices are served', () => {
  it('shows the numbers and counts by the rules of the area one chooses, and of no other', async () => {
    const both = await testHouse({ organisations: ['08', '90'] })
    await both.database.owner.query(`update organisation set phone = '000 908' where code = '08'`)
    await both.database.owner.query(
      `insert into body (id, organisation, kind, phone, checked_on, updated_at)
       values (gen_random_uuid(), '08', 'registry', '000 808', '2026-11-01', now())`,
    )
    const at = (path: string) => new Visitor(portalOn(both)).get(path)
    for (const path of [
      `/sv/help-me?${DECISION}`,
      '/sv/deadline?what=decision&date=2026-11-20&served=letter',
    ]) {
      const none = await at(path)
      expect(none.html).toContain('<option value="90"')
      expect(none.html).not.toContain('000908')
      const here = await at(`${path}&county=08`)
      for (const number of ['tel:000908', 'tel:000808']) expect(here.html).toContain(number)
      // The choice goes along to the other languages, the other bodies and the calendar.
      expect(here.html).toMatch(/href="\/fi\/[^"]+county=08"/)
      expect(here.html).toContain('href="/sv/bodies?county=08"')
      expect(here.html).toMatch(/deadline\.ics\?[^"]*county=08/)
      expect((await at(`${path}&county=90`)).html).not.toContain('000808')
      expect((await at(`${path}&county=zz`)).status).toBe(200)
    }
    await both.close()
  })
})
