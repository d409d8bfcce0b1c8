import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  gapConsent,
  gapInput,
  giveGapConsent,
  makeGapSheet,
  recordGap,
  sendToClient,
} from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { newId } from '../../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { answerAll, NUMBER, portalOn, RECEIPT, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>
let address = '192.0.2.1'
const staff = newId(new Date())

beforeAll(async () => {
  house = await testHouse()
  app = portalOn(house, { addressOf: () => address })
  await house.database.owner.query(
    `insert into staff (id, organisation, email, name, role, password_hash)
     values ($1, '08', 'oma@example.org', 'Oili Ombudsman', 'ombudsman', '')`,
    [staff],
  )
})
afterAll(() => house.close())

async function sent(answers = {}) {
  const person = new Visitor(app)
  await answerAll(person, answers)
  const page = await person.post('/fi/ask/check', { go: 'send' })
  const number = NUMBER.exec(page.text)![0]
  const { rows } = await house.database.owner.query('select id from "case" where number = $1', [number])
  return { number, receipt: RECEIPT.exec(page.text)![0], id: rows[0].id as string }
}
const opened = async (answers = {}) => {
  const matter = await sent(answers)
  const person = new Visitor(app)
  const page = await person.post('/fi/follow', { number: matter.number, receipt: matter.receipt })
  return { ...matter, person, page }
}
const asStaff = <T>(work: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(house, '08', { kind: 'staff', id: staff }, work)
const act = (id: string, type: string, fields = {}, note?: string) =>
  asStaff((t) => applyEvent(t, id, { type, fields, note }, 'office'))
/** The value that makes a message one however often it is sent. */
const once = (html: string) => /name="once" value="([^"]+)"/.exec(html)![1]!

describe('opening a case', () => {
  it('shows with number and code what was told, where it is and by when an answer comes', async () => {
    const { page, number } = await opened()
    expect(page.path).toBe('/fi/follow/case')
    expect(page.text).toContain(number)
    expect(page.text).toContain('Olemme saaneet asiasi.')
    expect(page.text).toContain('Kotihoito ei ole käynyt kolmeen päivään.')
    expect(page.text).toContain('Vastaus sinulle: tiistaina 1. joulukuuta 2026')
    expect(page.headers.get('Cache-Control')).toContain('no-store')
  })

  it('has the number filled in when the link of a mail brings it, and nothing that is not one', async () => {
    const { number } = await sent()
    const asked = async (value: string) => {
      const { html } = await new Visitor(app).get(`/fi/follow?case=${encodeURIComponent(value)}`)
      return /<input[^>]*name="number"[^>]*>/.exec(html)![0]
    }
    expect(await asked(number)).toContain(`value="${number}"`)
    expect(await asked('"><b>')).not.toContain('<b>')
    expect(await asked('AV-2026-1')).not.toContain('AV-2026-1')
  })

  it('answers an unknown number, a wrong code and nonsense alike, in words and in status', async () => {
    address = '192.0.2.10'
    const { number, receipt } = await sent()
    const page = async (form: Record<string, string>) => {
      const seen = await new Visitor(app).post('/fi/follow', form)
      return [seen.status, seen.text.replace(/AV-\S+|x/g, '')]
    }
    const wrongCode = await page({ number, receipt: '1234 5678 9012 3456' })
    expect(wrongCode[0]).toBe(422)
    expect(await page({ number: 'AV-2026-999999-1', receipt })).toEqual(wrongCode)
    expect(await page({ number: 'x', receipt })).toEqual(wrongCode)
  })

  it('stops an address after ten wrong tries in an hour, and the right code then too', async () => {
    address = '192.0.2.20'
    const { number, receipt } = await sent()
    const wrong = () => new Visitor(app).post('/fi/follow', { number, receipt: '0000 0000 0000 0000' })
    for (let i = 0; i < 10; i++) expect((await wrong()).status).toBe(422)
    const stopped = await new Visitor(app).post('/fi/follow', { number, receipt })
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('Retry-After'))).toBeGreaterThan(0)
    address = '192.0.2.21'
    expect((await new Visitor(app).post('/fi/follow', { number, receipt })).path).toBe('/fi/follow/case')
  })

  it('closes after half an hour without use, and at once when asked', async () => {
    const { person } = await opened()
    house.setNow(new Date(house.now().getTime() + 29 * 60_000))
    expect((await person.get('/fi/follow/case')).path).toBe('/fi/follow/case')
    house.setNow(new Date(house.now().getTime() + 31 * 60_000))
    expect((await person.get('/fi/follow/case')).text).toContain('Suljimme asiasi näkymän')
    const other = await opened()
    await other.person.post('/fi/follow/leave', {})
    expect((await other.person.get('/fi/follow/case')).path).toContain('/fi/follow?')
  })

  it('takes no cookie that it did not seal', async () => {
    const { person } = await opened()
    const other = new Visitor(app)
    const cookie = person.cookies.get('case')!
    other.cookies.set('case', `${cookie.slice(0, -6)}AAAAAA`)
    expect((await other.get('/fi/follow/case')).path).toContain('/fi/follow?')
  })
})

describe('writing both ways', () => {
  it('sends a message once, however often the button is pressed', async () => {
    const { person, page } = await opened()
    const form = { text: 'Lisäys: hoitaja kävi tänään.', once: once(page.html) }
    await Promise.all([
      person.twin().post('/fi/follow/case', form),
      person.twin().post('/fi/follow/case', form),
    ])
    const seen = await person.get('/fi/follow/case')
    expect(seen.text.split('Lisäys: hoitaja kävi tänään.').length).toBe(2)
  })

  it('shows what the office writes, and says when an answer is awaited', async () => {
    const { person, id } = await opened()
    await act(id, 'TAKE')
    await asStaff((t) => sendToClient(t, id, 'Kävikö hoitaja aamulla?'))
    await act(id, 'ASK_CLIENT', {}, 'Mikä yksikkö hoitaa käynnit?')
    const asked = await person.get('/fi/follow/case')
    expect(asked.text).toContain('Kävikö hoitaja aamulla?')
    expect(asked.text).toContain('Mikä yksikkö hoitaa käynnit?')
    expect(asked.text).toContain('Odotamme sinulta vastausta')
    const answered = await person.post('/fi/follow/case', { text: 'Etelä.', once: once(asked.html) })
    expect(answered.text).toContain('Viestisi on lähetetty.')
    expect(answered.text).not.toContain('Odotamme sinulta vastausta')
  })

  it('promises no mail where none leaves', async () => {
    const { number, receipt } = await sent({ reach: { reachBy: 'email', email: 'aino@example.org' } })
    const mailless = new Visitor(portalOn(house, { mailLeaves: false }))
    const seen = await mailless.post('/fi/follow', { number, receipt })
    expect(seen.text).toContain('Sähköposti ei ole nyt käytössä')
    expect(seen.text).not.toContain('Saat sähköpostin')
  })

  it('awaits nothing where the office has answered', async () => {
    const { person, id } = await opened()
    await act(id, 'TAKE')
    await act(id, 'START_ADVICE')
    await act(id, 'ANSWER', {}, 'Voit tehdä muistutuksen yksikölle.')
    const seen = await person.get('/fi/follow/case')
    expect(seen.text).toContain('Vastauksemme Olemme vastanneet')
    expect(seen.text).not.toContain('Odotamme sinulta vastausta')
  })

  it('tells an urgent client whom nobody can reach to call, and promises no call', async () => {
    const { page } = await opened({ urgent: { needs: 'food' } })
    expect(page.text).toContain('emme voi tavoittaa sinua')
    expect(page.text).not.toContain('Yritämme tavoittaa')
    const { page: other } = await opened({
      urgent: { needs: 'food' },
      reach: { reachBy: 'phone', phone: '040 123 4567' },
    })
    expect(other.text).toContain('Yritämme tavoittaa')
  })

  it('does not take an empty message', async () => {
    const { person } = await opened()
    const seen = await person.post('/fi/follow/case', { text: '  ', once: 'x' })
    expect(seen.status).toBe(422)
    expect(seen.title.startsWith('Virhe: ')).toBe(true)
  })
})

describe('what the client decides', () => {
  it('withdraws the matter after asking once more', async () => {
    const { person, page } = await opened()
    expect(page.html).toContain('href="/fi/follow/do/WITHDRAW"')
    const asks = await person.get('/fi/follow/do/WITHDRAW')
    expect(asks.text).toContain('Haluatko perua asiasi?')
    const done = await person.post('/fi/follow/do/WITHDRAW', { note: 'Asia selvisi.' })
    expect(done.text).toContain('Asia on peruttu.')
    expect(done.html).not.toContain('/do/WITHDRAW')
    expect((await person.post('/fi/follow/do/WITHDRAW', {})).text).toContain('Tätä ei voi nyt tehdä')
  })

  it('is asked for consent, gives it, and can take it back', async () => {
    const { person, page, id } = await opened()
    expect(page.html).not.toContain('/do/GIVE_CONSENT')
    await act(id, 'TAKE')
    await act(id, 'ASK_CONSENT')
    const asked = await person.get('/fi/follow/case')
    expect(asked.html).toContain('/do/GIVE_CONSENT')
    expect(asked.html).toContain('/do/REFUSE_CONSENT')
    const given = await person.post('/fi/follow/do/GIVE_CONSENT', {})
    expect(given.html).not.toContain('/do/GIVE_CONSENT')
    expect(given.html).toContain('/do/WITHDRAW_CONSENT')
  })

  it('sees whom the office may write to of a late benefit, and takes each back or all', async () => {
    const { person, id } = await opened()
    expect((await person.get('/fi/follow/consent')).text).not.toContain('Viivästynyt etuus')
    const gap = {
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'bounced',
      lastIncomeAt: '2026-10-31',
    }
    const { gapId } = await asStaff((t) => recordGap(t, { caseId: id }, gapInput.parse(gap)))
    const give = (authority: string) =>
      asStaff((t) =>
        giveGapConsent(
          t,
          gapId,
          gapConsent.parse({ authority, parts: ['dates', 'sums'], how: 'phone', givenOn: '2026-11-23' }),
        ),
      )
    const kela = await give('kela')
    await give('county')
    expect((await person.get('/fi/follow/case')).html).toContain('/fi/follow/consent')
    const page = await person.get('/fi/follow/consent')
    for (const part of ['Viivästynyt etuus', 'Kela', 'Hyvinvointialue', 'päivät ja määräajat, rahamäärät'])
      expect(page.text).toContain(part)
    expect(page.text).toContain('Olet antanut suostumuksen 23.11.2026 (puhelimessa).')
    const other = (await opened()).person
    const stolen = await other.post('/fi/follow/consent', { do: 'withdraw-gap', consent: kela.consentId })
    expect(stolen.path).toBe('/fi/follow')
    expect((await person.get('/fi/follow/consent')).html.split('value="withdraw-gap"')).toHaveLength(3)
    const one = await person.post('/fi/follow/consent', { do: 'withdraw-gap', consent: kela.consentId })
    expect(one.html.split('value="withdraw-gap"')).toHaveLength(2)
    expect(one.text).toContain('Peruttu 24.11.2026')
    await act(id, 'TAKE')
    await act(id, 'RECORD_CONSENT', { consentHow: 'spoken' })
    await person.post('/fi/follow/consent', { do: 'withdraw' })
    expect((await person.get('/fi/follow/consent')).html).not.toContain('value="withdraw-gap"')
    const order = { authority: 'county', parts: ['dates' as const], language: 'fi' as const }
    await expect(asStaff((t) => makeGapSheet(t, gapId, order))).rejects.toMatchObject({
      details: { reason: 'consent-withdrawn' },
    })
  })

  it('gives feedback once after the end', async () => {
    const { person, page, id } = await opened()
    expect(page.html).not.toContain('/follow/feedback')
    await act(id, 'TAKE')
    await act(id, 'ANSWER_AND_CLOSE', { outcome: 'advised' }, 'Näin voit tehdä.')
    const closed = await person.get('/fi/follow/case')
    expect(closed.text).toContain('Asiasi käsittely on päättynyt')
    expect(closed.html).toContain('/follow/feedback')
    const form = await person.get('/fi/follow/feedback')
    for (const name of ['understood', 'heard', 'knewNextStep', 'trust', 'wouldContactAgain'])
      expect(form.html).toContain(`name="${name}"`)
    const empty = await person.post('/fi/follow/feedback', {})
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Vastaa ainakin yhteen kohtaan')
    const thanks = await person.post('/fi/follow/feedback', {
      heard: 'yes',
      trust: 'partly',
      words: 'Kiitos!',
    })
    expect(thanks.text).toContain('Kiitos palautteestasi')
    expect((await person.get('/fi/follow/case')).html).not.toContain('/follow/feedback')
    const again = await person.post('/fi/follow/feedback', { heard: 'no' })
    expect(again.text).toContain('Palaute on jo annettu')
  })

  it('cannot do what only the office does', async () => {
    const { person, id } = await opened()
    await person.post('/fi/follow/do/CLOSE', { outcome: 'advised' })
    const { rows } = await house.database.owner.query('select closed_at from "case" where id = $1', [id])
    expect(rows[0].closed_at).toBeNull()
  })
})
