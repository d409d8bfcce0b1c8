import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../../house.ts'
import { answerAll, NUMBER, portalOn, RECEIPT, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>

beforeAll(async () => {
  house = await testHouse()
  app = portalOn(house)
})
afterAll(() => house.close())

const visitor = () => new Visitor(app)
const cases = async () =>
  Number((await house.database.owner.query('select count(*) from "case"')).rows[0].count)
const notices = async () =>
  (await house.database.owner.query('select template, state from notice order by planned_at desc')).rows

describe('sending', () => {
  it('makes one case of a double click and shows the code to the window that stays', async () => {
    const person = visitor()
    await answerAll(person)
    const before = await cases()
    const pages = await Promise.all([
      person.twin().post('/fi/ask/check', { go: 'send' }),
      person.twin().post('/fi/ask/check', { go: 'send' }),
    ])
    const numbers = new Set(pages.map((page) => NUMBER.exec(page.text)?.[0]))
    expect(numbers.size).toBe(1)
    expect(await cases()).toBe(before + 1)
    // The first answer was thrown away by the browser before it was read; the second press still gets the code.
    const late = await person.post('/fi/ask/check', { go: 'send' })
    expect(late.text).toMatch(RECEIPT)
    expect(await cases()).toBe(before + 1)
  })

  it('shows the code once: the page read again says so', async () => {
    const person = visitor()
    await answerAll(person)
    const first = await person.post('/fi/ask/check', { go: 'send' })
    expect(first.text).toMatch(RECEIPT)
    expect(first.headers.get('Cache-Control')).toContain('no-store')
    const again = await person.get('/fi/receipt')
    expect(again.text).not.toMatch(RECEIPT)
    expect(again.text).toContain('näytettiin sinulle jo')
    expect(again.text).toMatch(NUMBER)
    house.setNow(new Date(house.now().getTime() + 120_000))
    expect((await person.post('/fi/ask/check', { go: 'send' })).text).not.toMatch(RECEIPT)
  })

  it('keeps nothing of the content once it is sent', async () => {
    const person = visitor()
    await answerAll(person)
    await person.post('/fi/ask/check', { go: 'send' })
    expect((await person.get('/fi/ask/story')).path).toBe('/fi/receipt')
    expect((await person.get('/fi')).text).not.toContain('keskeneräinen')
  })

  it('plans a confirmation when an address was given, and none otherwise', async () => {
    const before = (await notices()).length
    const silent = visitor()
    await answerAll(silent)
    expect((await silent.post('/fi/ask/check', { go: 'send' })).text).toContain('Emme lähetä siitä viestiä')
    expect((await notices()).length).toBe(before)
    const person = visitor()
    await answerAll(person, { reach: { reachBy: 'email', email: 'aino@example.org' } })
    const receipt = await person.post('/fi/ask/check', { go: 'send' })
    expect(receipt.text).toContain('Lähetämme sähköpostiisi vahvistuksen')
    expect((await notices())[0]).toMatchObject({ template: 'received' })
  })

  it('promises an urgent client no call that cannot be made', async () => {
    const silent = visitor()
    await answerAll(silent, { urgent: { needs: 'food' } })
    const receipt = await silent.post('/fi/ask/check', { go: 'send' })
    expect(receipt.text).toContain('Asiasi on kiireellinen, mutta emme voi tavoittaa sinua')
    expect(receipt.text).not.toContain('kahden arkipäivän')
  })

  it('stops at the limit of an address with a page that loses nothing', async () => {
    const limited = portalOn(house, { intakeLimit: 1, addressOf: () => '198.51.100.7' })
    const first = new Visitor(limited)
    await answerAll(first)
    expect((await first.post('/fi/ask/check', { go: 'send' })).text).toMatch(RECEIPT)
    const second = new Visitor(limited)
    await answerAll(second)
    const before = await cases()
    const seen = await second.post('/fi/ask/check', { go: 'send' })
    expect(seen.status).toBe(429)
    expect(Number(seen.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(seen.text).toContain('Vastauksesi ovat tallessa')
    expect(await cases()).toBe(before)
    house.setNow(new Date(house.now().getTime() + 3_601_000))
    expect((await second.post('/fi/ask/check', { go: 'send' })).text).toMatch(RECEIPT)
  })
})

describe('saving', () => {
  it('gives a code once, forgets the answers on this device, and goes on elsewhere with the code', async () => {
    const person = visitor()
    await person.post('/sv/start', { kind: 'advice' })
    await person.post('/sv/ask/whose', { contactPerson: 'client' })
    const saved = await person.post('/sv/ask/story', { go: 'later', text: 'Halvfärdig text.' })
    expect(saved.path).toBe('/sv/saved')
    const code = /\b([2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/.exec(saved.text)![0]
    expect(saved.path).not.toContain(code)
    expect((await person.get('/sv/saved')).text).not.toContain(code)
    expect((await person.get('/sv/ask/story')).html).not.toContain('Halvfärdig text.')
    const other = visitor()
    const resumed = await other.post('/sv/continue', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })
    expect(resumed.path).toBe('/sv/ask/where')
    expect((await other.get('/sv/ask/story')).html).toContain('Halvfärdig text.')
  })

  it('comes back to the question one saved at, though its answer held', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    await person.post('/fi/ask/whose', { contactPerson: 'client' })
    const saved = await person.post('/fi/ask/where', { go: 'later', place: 'Tampere' })
    await house.database.owner.query(`update organisation set phone = '03 123 4567' where code = '08'`)
    expect(saved.text).not.toMatch(/Soita meille: \./)
    const code = /\b([2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/.exec(saved.text)![0]
    const other = visitor()
    expect((await other.post('/fi/continue', { code })).path).toBe('/fi/ask/where')
    expect((await other.post('/fi/ask/where', { place: 'Tampere' })).path).toBe('/fi/ask/topic')
    const again = await other.post('/fi/ask/topic', { go: 'later', topic: 'home-care' })
    expect(again.text).toContain('Soita meille: 03 123 4567.')
  })

  it('says of a wrong code that it is wrong', async () => {
    const seen = await visitor().post('/en/continue', { code: 'ABCD-EFGH-JKMN-PQRS' })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('There are no answers with that code')
  })

  it('says that answers have expired, gives back what was just typed, and tells what to do', async () => {
    const person = visitor()
    await answerAll(person)
    house.setNow(new Date(house.now().getTime() + 31 * 86_400_000))
    const seen = await person.post('/fi/ask/story', { text: 'Tätä tekstiä en halua kirjoittaa uudelleen.' })
    expect(seen.status).toBe(410)
    expect(seen.text).toContain('Vastauksesi ovat vanhentuneet')
    expect(seen.text).toContain('Asiaasi ei ole lähetetty')
    expect(seen.text).toContain('Tätä tekstiä en halua kirjoittaa uudelleen.')
    expect(seen.html).toContain('action="/fi/start"')
  })

  it('asks before a matter begun is replaced by another', async () => {
    const person = visitor()
    await person.post('/fi/start', { kind: 'advice' })
    await person.post('/fi/ask/whose', { contactPerson: 'guardian' })
    const asked = await person.post('/fi/start', { kind: 'complaint' })
    expect(asked.text).toContain('keskeneräinen yhteydenotto')
    expect((await person.get('/fi/ask/whose')).html).toMatch(/value="guardian" checked/)
    await person.post('/fi/start', { kind: 'complaint', anew: 'yes' })
    expect((await person.get('/fi/ask/whose')).html).not.toMatch(/value="guardian" checked/)
  })
})
