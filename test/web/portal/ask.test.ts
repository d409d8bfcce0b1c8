import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { answerAll, NUMBER, portalOn, RECEIPT, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>

beforeAll(async () => {
  house = await testHouse()
  await house.database.owner.query(
    `update organisation set phone = '03 123 4567', hours = '{"fi": "ma–to 9–11", "sv": "må–to 9–11"}',
     email = 'sosiaaliasiavastaava@example.org' where code = '08'`,
  )
  app = portalOn(house)
})
afterAll(() => house.close())

const visitor = () => new Visitor(app)
const cases = async () =>
  Number((await house.database.owner.query('select count(*) from "case"')).rows[0].count)
const latest = async (organisation = '08') => {
  const { rows } = await house.database.owner.query(
    'select id from "case" where organisation = $1 order by opened_at desc, number desc limit 1',
    [organisation],
  )
  return inOffice(house, organisation, { kind: 'system' }, (t) => readCase(t, rows[0].id))
}

describe('the form', () => {
  it('takes a matter from the first question to a case with everything that was told', async () => {
    const person = visitor()
    const check = await answerAll(person, {
      whose: { contactPerson: 'relative', 'clientName-relative': 'Eino Esimerkki' },
      decision: {
        received: 'yes',
        'date-day': '16',
        'date-month': '11',
        'date-year': '2026',
        served: 'letter',
      },
      urgent: { needs: ['food', 'medicine'] },
      reach: {
        reachBy: ['email', 'phone'],
        email: 'aino@example.org',
        phone: '040 123 4567',
        name: 'Aino A',
      },
    })
    expect(check.text).toContain('Kotihoito ei ole käynyt kolmeen päivään.')
    expect(check.text).toContain('Tampere')
    const receipt = await person.post('/fi/ask/check', { go: 'send' })
    expect(receipt.path).toBe('/fi/receipt')
    expect(receipt.text).toMatch(NUMBER)
    expect(receipt.text).toMatch(RECEIPT)
    expect(receipt.text).toContain('tiistaina 1. joulukuuta 2026')
    const file = await latest()
    expect(file.case).toMatchObject({
      kind: 'complaint',
      language: 'fi',
      municipality: '837',
      contactPerson: 'relative',
      serviceTask: 'older-people',
      service: 'home-care',
      reasons: ['service-process', 'service-quality'],
      urgent: true,
    })
    expect(file.person).toMatchObject({
      name: 'Aino A',
      clientName: 'Eino Esimerkki',
      email: 'aino@example.org',
      phone: '040 123 4567',
      reachBy: ['email', 'phone'],
    })
    expect(file.account).toMatchObject({
      text: 'Kotihoito ei ole käynyt kolmeen päivään.',
      desiredOutcome: 'Toivon, että käynnit järjestyvät.',
      topic: 'home-care',
      decision: { received: 'yes', date: '2026-11-16', served: 'letter' },
      urgentNeeds: ['food', 'medicine'],
    })
    expect(file.contacts).toMatchObject([{ channel: 'web-form', source: 'portal' }])
  })

  it.each(['fi', 'sv', 'en'] as const)(
    'asks all of it in %s, and the case speaks that language',
    async (lang) => {
      const person = visitor()
      await answerAll(person, { lang, where: { place: lang === 'sv' ? 'Tammerfors' : 'Tampere' } })
      const receipt = await person.post(`/${lang}/ask/check`, { go: 'send' })
      expect(receipt.html).toContain(`<html lang="${lang}"`)
      expect(receipt.text).toMatch(NUMBER)
      expect((await latest()).case.language).toBe(lang)
    },
  )

  it.each([
    ['fi', 'Virhe: '],
    ['sv', 'Fel: '],
    ['en', 'Error: '],
  ])('says in %s what is missing: in the title, in a focused summary, at the field', async (lang, prefix) => {
    const person = visitor()
    await person.post(`/${lang}/start`, { kind: 'advice' })
    for (const question of ['whose', 'where', 'topic', 'decision', 'story', 'urgent', 'reach']) {
      const seen = await person.post(`/${lang}/ask/${question}`, {})
      expect(seen.status).toBe(422)
      expect(seen.title.startsWith(prefix)).toBe(true)
      expect(seen.html).toMatch(/class="ds-error-summary"[^>]* autofocus/)
      const target = /<a href="#([^"]+)">/.exec(seen.html.slice(seen.html.indexOf('ds-error-summary')))![1]
      expect(seen.html).toContain(`id="${target}"`)
      expect(seen.html).toContain(`id="${target}-error"`)
    }
  })

  it('lets a person change one answer from the last page and comes back there', async () => {
    const person = visitor()
    await answerAll(person)
    const change = await person.get('/fi/ask/wish?then=check')
    expect(change.html).toContain('Toivon, että käynnit järjestyvät.')
    const back = await person.post('/fi/ask/wish?then=check', { wish: 'Toivon anteeksipyyntöä.' })
    expect(back.path).toBe('/fi/ask/check')
    expect(back.text).toContain('Toivon anteeksipyyntöä.')
  })

  it('keeps what was typed when one goes back, right or wrong, and in another language', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    await person.post('/fi/ask/whose', { contactPerson: 'client' })
    const before = await person.post('/fi/ask/reach', { go: 'back', reachBy: 'email', email: 'aino@' })
    expect(before.path).toBe('/fi/ask/urgent')
    const again = await person.get('/sv/ask/reach')
    expect(again.html).toContain('value="aino@"')
    expect((await person.get('/sv/ask/whose')).html).toMatch(/value="client" checked/)
  })

  it('will not send what is unfinished', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    const before = await cases()
    const seen = await person.post('/fi/ask/check', { go: 'send' })
    expect(seen.path).toBe('/fi/ask/check')
    expect(seen.text).toContain('Vastaa kysymykseen: Kenen asia tämä on?')
    expect(await cases()).toBe(before)
  })

  it('does not cut a text that is too long, but says by how much', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'complaint' })
    const seen = await person.post('/fi/ask/story', { text: 'ä'.repeat(20_005) })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Lyhennä sitä 5 merkillä')
    expect(seen.html).toContain('ä'.repeat(20_005))
    expect((await person.post('/fi/ask/story', { text: 'ä'.repeat(20_000) })).path).toBe('/fi/ask/wish')
  })
})

describe('the place', () => {
  const at = async (place: string, more: Record<string, string> = {}) => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    await person.post('/fi/ask/whose', { contactPerson: 'client' })
    return person.post('/fi/ask/where', { place, ...more })
  }

  it.each(['Tampere', 'tampere', 'Tammerfors', 'Tamper'])('knows %s at once', async (place) => {
    expect((await at(place)).path).toBe('/fi/ask/topic')
  })

  it('offers a choice where several begin as typed, and takes the chosen one', async () => {
    const choices = await at('Ta')
    expect(choices.status).toBe(422)
    expect(choices.text).toContain('Tampere (Tammerfors)')
    expect((await at('Ta', { searched: 'Ta', municipality: '837' })).path).toBe('/fi/ask/topic')
  })

  it('forgets the choices when another text is typed', async () => {
    expect((await at('Helsinki', { searched: 'Ta', municipality: '837' })).path).toBe('/fi/ask/topic')
    expect((await at('Xyz', { searched: 'Ta', municipality: '837' })).text).toContain('Emme löytäneet kuntaa')
  })

  it('leads to the right office when it is not served here, with what is known of it', async () => {
    const seen = await at('Turku')
    expect(seen.path).toBe('/fi/ask/where/office')
    expect(seen.text).toContain('Varsinais-Suomen hyvinvointialue')
    await house.database.owner.query(`update organisation set phone = '02 555 0000' where code = '05'`)
    expect((await at('Åbo')).html).toContain('href="tel:025550000"')
  })

  it('tells a person of Åland where to turn', async () => {
    expect((await at('Mariehamn')).text).toContain('www.ombudsman.ax')
  })

  it('helps those abroad or unsure by area', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    await person.post('/fi/ask/whose', { contactPerson: 'client' })
    expect((await person.get('/fi/ask/where')).html).toContain('href="/fi/ask/where/area"')
    expect((await person.get('/fi/ask/where/area')).text).toContain('Pirkanmaan hyvinvointialue')
    expect((await person.post('/fi/ask/where/area?county=08', {})).status).toBe(422)
    const on = await person.post('/fi/ask/where/area?county=08', { municipality: '837' })
    expect(on.path).toBe('/fi/ask/topic')
  })
})

describe('advice on the way', () => {
  const upTo = async (topic: string) => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'complaint' })
    await person.post('/fi/ask/whose', { contactPerson: 'client' })
    await person.post('/fi/ask/where', { place: 'Tampere' })
    await person.post('/fi/ask/topic', { topic })
    return person
  }
  const decision = (day: string, month: string, year: string, served: string) => ({
    received: 'yes',
    'date-day': day,
    'date-month': month,
    'date-year': year,
    served,
  })

  it('counts the time for a review as the law does, and explains the day', async () => {
    const person = await upTo('home-care')
    const seen = await person.post('/fi/ask/decision', decision('20', '11', '2026', 'letter'))
    expect(seen.path).toBe('/fi/ask/decision/time')
    // Posted 20.11., known 27.11., 30 days: Sunday 27.12., which moves to Monday.
    expect(seen.text).toContain('maanantaina 28. joulukuuta 2026')
    expect(seen.text).toContain('(434/2003) 49 c §')
    expect(seen.text).not.toContain('Aikaa on vähän')
  })

  it('says that it is urgent when little time is left, and flags the case', async () => {
    const person = await upTo('home-care')
    const seen = await person.post('/fi/ask/decision', decision('26', '10', '2026', 'handed'))
    expect(seen.text).toContain('Aikaa on vähän')
    for (const [question, form] of [
      ['story', { text: 'Päätös on väärä.' }],
      ['wish', {}],
      ['urgent', { needs: 'none' }],
      ['reach', { reachBy: 'none' }],
    ] as const)
      await person.post(`/fi/ask/${question}`, form)
    await person.post('/fi/ask/check', { go: 'send' })
    expect((await latest()).case.urgent).toBe(true)
  })

  it('never calls a time lost', async () => {
    const person = await upTo('home-care')
    const seen = await person.post('/fi/ask/decision', decision('1', '9', '2026', 'letter'))
    expect(seen.text).toContain('Se ei ole varmaa')
  })

  it.each([
    ['how it came is not known', 'home-care', 'unknown'],
    ['the decision is on a benefit of Kela', 'kela-benefit', 'letter'],
    ['it is not known what it is about', 'not-known', 'letter'],
    ['it is a fee, whose time may be shorter', 'fees', 'letter'],
    ['it is a decision of a municipality on day care', 'day-care', 'letter'],
  ])('asserts no day when %s', async (_, topic, served) => {
    const person = await upTo(topic)
    const seen = await person.post('/fi/ask/decision', decision('20', '11', '2026', served))
    expect(seen.text).toContain('Emme voi laskea aikaa')
    expect(seen.text).not.toContain('2026')
  })

  it.each([
    ['31', '2', '2026', 'Tarkista päivä. Anna'],
    ['1', '1', '1989', 'vuodelta 1990'],
    ['25', '11', '2026', 'vielä edessäpäin'],
  ])('does not take %s.%s.%s for the day of a decision', async (day, month, year, told) => {
    const person = await upTo('home-care')
    const seen = await person.post('/fi/ask/decision', decision(day, month, year, 'letter'))
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(told)
    expect(seen.html).toContain(`value="${day}"`)
  })

  it('shows at once whom to call when a need is named', async () => {
    const person = await upTo('money')
    const seen = await person.post('/fi/ask/urgent', { needs: ['medicine', 'child'] })
    expect(seen.path).toBe('/fi/ask/urgent/help')
    for (const number of ['112', '116117', '031234567']) expect(seen.html).toContain(`href="tel:${number}"`)
    expect(seen.text).toContain('ma–to 9–11')
  })

  it('names the patient ombudsman, and lets one go on all the same', async () => {
    const person = await upTo('health-care')
    const seen = await person.get('/fi/ask/topic/elsewhere')
    expect(seen.text).toContain('potilasasiavastaava'.slice(1))
    expect(seen.html).toContain('href="/fi/ask/decision"')
  })
})
