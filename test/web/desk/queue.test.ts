import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent } from '../../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse()
  desk = await openDesk(house)
})
afterAll(() => house?.close())

describe('the queue', () => {
  it('tells an empty desk what to do next', async () => {
    const { text, status, headers } = await desk.maijaAt.get('/desk')
    expect(status).toBe(200)
    expect(text).toContain('Sinulla ei ole avoimia asioita')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
  })

  it('shows each view its cases, and no name on any', async () => {
    const mine = await desk.submit({ urgent: true })
    const free = await desk.submit({ kind: 'advice', municipality: '536' })
    await desk.as(desk.maija, (t) => applyEvent(t, mine.caseId, { type: 'TAKE' }, 'office'))
    const own = await desk.maijaAt.get('/desk')
    expect(own.text).toContain(mine.caseNumber)
    expect(own.text).toContain('Kiireellinen')
    expect(own.text).toContain('1 kiireellinen asia')
    expect(own.text).not.toContain(free.caseNumber)
    expect(own.html).not.toContain('Aino')
    const unassigned = await desk.maijaAt.get('/desk?view=unassigned')
    expect(unassigned.text).toContain(free.caseNumber)
    expect(unassigned.text).not.toContain(mine.caseNumber)
    const all = await desk.maijaAt.get('/desk?view=open')
    expect(all.text).toContain('Ei käsittelijää')
    expect(all.text).toContain('Sinä')
  })

  it('narrows by what the address says, and tells so', async () => {
    const { text } = await desk.maijaAt.get('/desk?view=open&municipality=536')
    expect(text).toContain('Rajaus on käytössä')
    expect(text).toMatch(/AV-\d{4}-\d{6}-\d/)
    const none = await desk.maijaAt.get('/desk?view=open&municipality=020')
    expect(none.text).toContain('Rajauksella ei löytynyt asioita')
  })

  it.each(['open', 'all'])(
    'leads on by key: no case of the view %s is skipped or shown twice',
    async (view) => {
      const municipality = view === 'open' ? '980' : '211'
      for (let n = 0; n < 55; n++) await desk.submit({ municipality })
      const numbers = (html: string) => [...html.matchAll(/>(AV-\d{4}-\d{6}-\d)</g)].map((match) => match[1])
      const first = await desk.maijaAt.get(`/desk?view=${view}&municipality=${municipality}`)
      const next = /rel="next" href="([^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
      const second = await desk.maijaAt.get(next)
      const seen = [...numbers(first.html), ...numbers(second.html)]
      expect(seen).toHaveLength(55)
      expect(new Set(seen).size).toBe(55)
      expect(second.html).not.toContain('rel="next"')
    },
  )
})

describe('the search', () => {
  it('finds by number, name, telephone and e-mail, and puts none of them in an address', async () => {
    const { caseId, caseNumber } = await desk.submit({
      person: { name: 'Väinö Etsittävä', email: 'vaino@example.fi', phone: '050 765 4321' },
    })
    for (const q of [caseNumber, 'Väinö Etsittävä', 'etsittävä väinö', '+358507654321', 'VAINO@example.fi']) {
      const found = await desk.maijaAt.post('/desk/search', { q })
      expect(found.path, q).toBe(`/desk/cases/${caseId}`)
    }
  })

  it('tells when nothing is found or asked', async () => {
    const none = await desk.maijaAt.post('/desk/search', { q: 'Olematon Henkilö' })
    expect(none.text).toContain('Mitään ei löytynyt')
    expect(none.html).toContain('value="Olematon Henkilö"')
    const empty = await desk.maijaAt.post('/desk/search', { q: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.title).toContain('Virhe')
  })

  it('shows persons whose contacts never became a case', async () => {
    const values = { channel: 'phone', name: 'Soittaja Ilman', phone: '0401112223' }
    await desk.maijaAt.post('/desk/contacts/new', values)
    const { text } = await desk.maijaAt.post('/desk/search', { q: '040 111 2223' })
    expect(text).toContain('Yhteydenotot samalta henkilöltä')
  })
})
