import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RULES, SITUATIONS } from '../../../src/law/index.ts'
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
const decision = '/deadline?what=decision&date-day=25&date-month=11&date-year=2026&served=letter'

describe('the deadline finder', () => {
  it.each([
    ['fi', 'maanantaina 4. tammikuuta 2027', 'Aikaa on 40 päivää.', 'uudenvuodenpäivä'],
    ['sv', 'måndagen den 4 januari 2027', 'Du har 40 dagar på dig.', 'nyårsdagen'],
    ['en', 'Monday, 4 January 2027', 'You have 40 days left.', 'New Year’s Day'],
  ])('counts a decision posted on 25.11.2026, in %s', async (lang, day, left, why) => {
    house.setNow('2026-11-25T09:00:00Z')
    const seen = await get(`/${lang}${decision}`)
    house.setNow('2026-11-24T09:00:00Z')
    expect(seen.status).toBe(200)
    for (const text of [day, left, why]) expect(seen.text).toContain(text)
  })

  it('knows that it is tomorrow in Finland before it is at Greenwich', async () => {
    house.setNow('2026-11-24T22:30:00Z')
    expect((await get(`/fi${decision}`)).text).toContain('Aikaa on 40 päivää.')
    house.setNow('2026-11-24T21:30:00Z')
    expect((await get(`/fi${decision}`)).status).toBe(422)
    house.setNow('2026-11-24T09:00:00Z')
  })

  it('keeps nothing: no cookie, and the answer stays in no store', async () => {
    const visitor = new Visitor(app)
    const seen = await visitor.get('/fi/deadline?what=kela-request&date=2026-11-03')
    expect(seen.text).toContain('torstaina 3. joulukuuta 2026')
    expect(visitor.cookies.size).toBe(0)
    expect(seen.headers.get('Cache-Control')).toBe('private, no-store')
    expect(seen.html).toContain('noindex')
  })

  it.each([
    ['fi', 'Päivä on vielä edessäpäin'],
    ['sv', 'Dagen har inte kommit ännu'],
    ['en', 'The day is still to come'],
  ])('tells in %s of a day to come, and keeps what was typed', async (lang, text) => {
    const seen = await get(
      `/${lang}/deadline?what=decision&date-day=1&date-month=2&date-year=2030&served=handed`,
    )
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(text)
    expect(seen.html).toMatch(/name="date-year" value="2030"/)
    expect(seen.html).toMatch(/value="handed" checked/)
  })

  it.each([
    ['fi', 'Sellaista päivää ei ole'],
    ['sv', 'En sådan dag finns inte'],
    ['en', 'There is no such day'],
  ])('tells in %s that there is no such day', async (lang, text) => {
    const seen = await get(`/${lang}/deadline?what=objection&date-day=31&date-month=2&date-year=2026`)
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(text)
    expect(seen.html).toMatch(/name="date-day" value="31"/)
    expect((await get(`/${lang}/deadline?what=objection&date=9999-99-99`)).status).toBe(422)
  })

  it.each([
    ['fi', '1.2.2026'],
    ['sv', '1.2.2026'],
    ['en', '1 February 2026'],
  ])('tells in %s when an event is older than the rule', async (lang, first) => {
    const seen = await get(`/${lang}/deadline?what=kela-request&date=2026-01-31`)
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(first)
    expect((await get(`/${lang}/deadline?what=objection&date=1989-12-31`)).text).toContain('1990')
  })

  it.each([
    ['fi', 'Emme tunne tätä asiaa'],
    ['sv', 'Vi känner inte till det ärendet'],
    ['en', 'We do not know this matter'],
  ])('shows the list in %s where it does not know what is asked', async (lang, text) => {
    const seen = await get(`/${lang}/deadline?what=zzz&date=2026-11-01`)
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(text)
    expect(seen.html).toContain(`href="/${lang}/deadline?what=decision"`)
  })

  it('asks for the way it came only where it matters, and takes "I do not know" for the earliest day', async () => {
    expect((await get('/fi/deadline?what=decision&date=2026-11-06')).status).toBe(422)
    expect((await get('/fi/deadline?what=objection')).html).not.toContain('name="served"')
    const seen = await get('/fi/deadline?what=decision&date=2026-11-06&served=unknown')
    expect(seen.text).toContain('maanantaina 7. joulukuuta 2026')
    expect(seen.text).toContain('et tiennyt, miten päätös tuli')
  })

  it.each([
    ['fi', 'ota yhteyttä sosiaaliasiavastaavaan tänään', /menetit|myöhästy/i],
    ['sv', 'kontakta socialombudet i dag', /du har förlorat/i],
    ['en', 'contact the social ombudsman today', /too late|is lost/i],
  ])('never calls a passed time lost, in %s', async (lang, text, never) => {
    const seen = await get(`/${lang}/deadline?what=decision&date=2026-09-01&served=handed`)
    expect(seen.text).toContain(text)
    expect(seen.text).not.toMatch(never)
  })

  it('asserts no date where the rule is not verified, and gives no calendar file of it', async () => {
    for (const what of ['assistance-urgent', 'disability']) {
      const seen = await get(`/fi/deadline?what=${what}&date=2026-11-20`)
      expect(seen.text).toContain('Tämä aika ei ole varma')
      expect(seen.html).not.toContain('av-theday')
      expect((await new Visitor(app).get(`/fi/deadline.ics?what=${what}&date=2026-11-20`)).status).toBe(404)
    }
    for (const what of ['fee', 'kela-benefit', 'early-education']) {
      const seen = await get(`/fi/deadline?what=${what}&date=2026-11-20`)
      expect(seen.text).toContain('Tätä aikaa emme laske puolestasi')
      expect(seen.html).not.toMatch(/<time/)
    }
  })

  it('answers in every situation and language, with somebody to ask', async () => {
    for (const lang of ['fi', 'sv', 'en'])
      for (const { id, served } of SITUATIONS) {
        const form = await get(`/${lang}/deadline?what=${id}`)
        expect([id, form.status]).toEqual([id, 200])
        const seen = await get(
          `/${lang}/deadline?what=${id}&date=2026-11-10${served ? '&served=handed' : ''}`,
        )
        expect([id, seen.status]).toEqual([id, 200])
        expect(seen.html.match(/<h1/g)).toHaveLength(1)
        expect(seen.html).toContain('av-bodies')
      }
  })

  it('gives the day as a calendar file that names nobody', async () => {
    const answer = await app.request(`/sv/deadline.ics?what=decision&date=2026-11-20&served=handed`)
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const file = await answer.text()
    expect(file).toContain('DTSTART;VALUE=DATE:20261221\r\n')
    expect(file).toContain('DTEND;VALUE=DATE:20261222\r\n')
    expect(file).toContain('SUMMARY:Viktig dag\r\n')
    expect(file.match(/BEGIN:VALARM/g)).toHaveLength(2)
    expect(file).toContain('TRIGGER:-P6DT15H')
    expect(file).toContain('CLASS:PRIVATE')
    expect(file).not.toMatch(/ATTENDEE|ORGANIZER/)
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('counts by the rule of the office, and names no date once the office has doubts about it', async () => {
    const own = await testHouse({ organisations: ['08'] })
    const [rule] = RULES.filter(({ code }) => code === 'VAL')
    const put = (data: object) =>
      own.database.owner.query(
        `insert into law_rule (id, organisation, code, data, created_at, created_by)
         values (gen_random_uuid(), '08', 'VAL', $1, now(), gen_random_uuid())`,
        [JSON.stringify(data)],
      )
    const at = (path: string) => new Visitor(portalOn(own)).get(path)
    const finder = '/fi/deadline?what=review-decision&date=2026-11-20&served=handed'
    const way =
      '/fi/help-me?role=client&what=decision&who=county&decision=review&day=2026-11-20&served=handed&tried=nothing'
    expect((await at(finder)).text).toContain('maanantaina 21. joulukuuta 2026')
    await put({ ...rule, length: 14 })
    for (const path of [finder, way])
      expect((await at(path)).text).toContain('perjantaina 4. joulukuuta 2026')
    await own.database.owner.query('delete from law_rule')
    await put({ ...rule, verified: false })
    const seen = await at(finder)
    expect(seen.text).toContain('Tämä aika ei ole varma')
    for (const path of [finder, way]) expect((await at(path)).html).not.toContain('av-theday')
    await own.close()
  })
})
