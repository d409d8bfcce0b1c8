import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  applyEvent,
  beginLetter,
  giveAskedConsent,
  notCovered,
  RECIPIENTS,
  Refusal,
  readAgreement,
  readCase,
  readConsents,
  readLetters,
  recordAgreement,
  recordKept,
  recordSent,
  TOPICS,
  writeConsent,
} from '../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

const SCOPE = {
  recipients: ['unit'],
  topics: ['service', 'treatment'],
  units: 'Hervannan kotihoito',
  text: 'Käynneistä saa puhua, terveydestä ei.',
  expiresOn: '2026-12-31',
} as const
const SENDING = {
  sentOn: '2026-11-24',
  sentTo: 'unit',
  sentHow: 'post',
  sentBy: 'office',
  topics: ['service'],
} as const

const maija = <T>(work: Parameters<Office['as']>[1]) => office.as(office.maija, work) as Promise<T>
const act = (caseId: string, type: string, fields = {}, note?: string) =>
  office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
const stateOf = async (caseId: string) =>
  (await office.rows<{ state: string[] }>('select state from "case" where id = $1', caseId))[0]!.state.find(
    (path) => path.includes('mediation'),
  )
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Refusal ? (error.details.reason ?? error.code) : Promise.reject(error)),
  )

/** A mediation whose consent the client gave on the portal, with a request ready to go. */
async function consented() {
  const { caseId } = await office.submit()
  await maija((t) => writeConsent(t, caseId, { ...SCOPE, note: 'Saammeko kertoa?' }))
  await office.as(CLIENT, (t) => giveAskedConsent(t, caseId))
  const letter = await office.as(office.maija, (t) =>
    beginLetter(t, caseId, {
      kind: 'mediation',
      language: 'fi',
      parts: { sender: { name: 'Maija' }, addressee: 'Hervannan kotihoito', client: 'Aino Asiakas' },
      points: ['Käynnit jäävät väliin.'],
    }),
  )
  const send = (more: object = {}) =>
    office.as(office.maija, (t) => recordSent(t, caseId, letter, { ...SENDING, ...more }, 'office'))
  return { caseId, letter, send }
}

describe('a consent', () => {
  it('covers nothing it does not say, on no day after its last', () => {
    const some = <T extends string>(list: readonly T[]) => fc.subarray([...list])
    fc.assert(
      fc.property(
        some(RECIPIENTS),
        some(TOPICS),
        fc.constantFrom(...RECIPIENTS),
        some(TOPICS),
        fc.constantFrom(null, '2026-11-23', '2026-11-24'),
        (recipients, topics, recipient, told, expiresOn) => {
          const scope = { recipients, topics, expiresOn, given: true, withdrawn: false }
          const asked = { recipient, topics: told, on: '2026-11-24' }
          const covered =
            recipients.includes(recipient) &&
            told.every((topic) => topics.includes(topic)) &&
            expiresOn !== '2026-11-23'
          expect(notCovered(scope, asked) === undefined).toBe(covered)
          expect(notCovered({ ...scope, withdrawn: true }, asked)).toBe('consent-withdrawn')
          expect(notCovered({ ...scope, given: false }, asked)).toBe('consent-none')
        },
      ),
    )
  })

  it('is asked with its scope, given by the client, and moves the mediation', async () => {
    const { caseId } = await office.submit()
    await maija((t) => writeConsent(t, caseId, { ...SCOPE, note: 'Saammeko kertoa?' }))
    expect(await stateOf(caseId)).toBe('open.mediation.consentAsked')
    expect(await maija((t) => readConsents(t, caseId))).toMatchObject([
      { units: 'Hervannan kotihoito', expiresOn: '2026-12-31', givenAt: null, askedAt: house.now() },
    ])
    await office.as(CLIENT, (t) => giveAskedConsent(t, caseId))
    expect(await stateOf(caseId)).toBe('open.mediation.active.consentGiven')
    expect(await maija((t) => readConsents(t, caseId))).toMatchObject([
      { how: 'portal', givenAt: house.now() },
    ])
    const raw = await office.rows('select scope_sealed::text from consent where case_id = $1', caseId)
    expect(JSON.stringify(raw)).not.toContain(Buffer.from('Hervannan').toString('hex'))
  })

  it('is given, refused and withdrawn in the table by the case’s own buttons too', async () => {
    const { caseId } = await office.submit()
    await maija((t) => writeConsent(t, caseId, { ...SCOPE, note: 'Saammeko kertoa?' }))
    await act(caseId, 'RECORD_CONSENT', { consentHow: 'signed' })
    expect(await maija((t) => readConsents(t, caseId))).toMatchObject([
      { how: 'signed', givenAt: house.now() },
    ])
    await office.as(CLIENT, (t) => applyEvent(t, caseId, { type: 'WITHDRAW_CONSENT' }, 'client'))
    expect(await maija((t) => readConsents(t, caseId))).toMatchObject([{ withdrawnAt: house.now() }])
    expect(await stateOf(caseId)).toBe('open.mediation.stopped')
    const other = await office.submit()
    await maija((t) => writeConsent(t, other.caseId, { ...SCOPE, note: 'Saammeko kertoa?' }))
    await office.as(CLIENT, (t) => applyEvent(t, other.caseId, { type: 'REFUSE_CONSENT' }, 'client'))
    expect(await maija((t) => readConsents(t, other.caseId))).toMatchObject([
      { refusedAt: house.now(), givenAt: null },
    ])
  })

  it('needs somebody to tell, something to tell, and a last day that is still to come', async () => {
    const { caseId } = await office.submit()
    const write = (more: object) =>
      reasonOf(maija((t) => writeConsent(t, caseId, { ...SCOPE, how: 'signed', ...more })))
    expect(await write({ recipients: [] })).toBe('consent-scope')
    expect(await write({ topics: [] })).toBe('consent-scope')
    expect(await write({ units: ' ' })).toBe('consent-scope')
    expect(await write({ expiresOn: '2026-11-23' })).toBe('consent-past')
    expect(await write({})).toBe('done')
  })
})

describe('the request to the unit', () => {
  it('goes out under the consent, and moves the mediation', async () => {
    const { caseId, letter, send } = await consented()
    await send()
    expect(await stateOf(caseId)).toBe('open.mediation.active.requested')
    const sent = (await maija<Awaited<ReturnType<typeof readLetters>>>((t) => readLetters(t, caseId))).find(
      ({ id }) => id === letter,
    )
    expect(sent).toMatchObject({ state: 'sent', approvedHow: 'office', sentBy: 'office' })
    expect(sent!.text!.title).toContain('Sosiaaliasiavastaavan pyyntö')
  })

  it('is refused to another recipient, of another topic, after the last day, and after the withdrawal', async () => {
    const { caseId, send } = await consented()
    expect(await reasonOf(send({ sentTo: 'kela' }))).toBe('consent-other-recipient')
    expect(await reasonOf(send({ topics: ['service', 'health'] }))).toBe('consent-other-topic')
    // The last day runs to midnight in Finland, not in Greenwich.
    house.setNow('2026-12-31T22:30:00Z')
    expect(await reasonOf(send())).toBe('consent-expired')
    house.setNow('2026-12-31T21:30:00Z')
    await office.as(CLIENT, (t) => applyEvent(t, caseId, { type: 'WITHDRAW_CONSENT' }, 'client'))
    expect(await reasonOf(send())).toBe('consent-withdrawn')
    expect(await stateOf(caseId)).toBe('open.mediation.stopped')
    const { events } = await maija<Awaited<ReturnType<typeof readCase>>>((t) => readCase(t, caseId))
    expect(events.some(({ type }) => type === 'SEND_REQUEST')).toBe(false)
  })

  it('is refused where consent was ticked without a scope', async () => {
    const { caseId } = await office.submit()
    await act(caseId, 'RECORD_CONSENT', { consentHow: 'spoken' })
    await act(caseId, 'START_MEDIATION')
    const letter = await office.as(office.maija, (t) =>
      beginLetter(t, caseId, {
        kind: 'mediation',
        language: 'sv',
        parts: { sender: { name: 'Maija' }, addressee: 'Hemvården' },
        points: ['Besöken uteblir.'],
      }),
    )
    expect(
      await reasonOf(office.as(office.maija, (t) => recordSent(t, caseId, letter, SENDING, 'office'))),
    ).toBe('consent-none')
  })
})

it('hopes for the unit’s reply within ten working days, until it comes', async () => {
  const { caseId, send } = await consented()
  await send()
  const clock = () =>
    office.rows<{ due: string; state: string; kind: string }>(
      `select due::text, state, kind from clock where rule = 'OFFICE_REPLY' and case_id = $1`,
      caseId,
    )
  // 24 November and ten working days: Independence Day falls on a Sunday, so none is lost to it.
  expect(await clock()).toEqual([{ due: '2026-12-08', state: 'running', kind: 'target' }])
  await act(caseId, 'UNIT_REPLIED', { repliedOn: '2026-11-24' })
  expect(await clock()).toMatchObject([{ state: 'stopped' }])
})

describe('an agreement', () => {
  const ITEMS = [
    { what: 'Käynnit klo 8 ja 18', who: 'unit', due: '2026-12-01' },
    { what: 'Kerron muutoksista', who: 'client' },
  ] as const

  async function agreed() {
    const { caseId, send } = await consented()
    await send()
    await act(caseId, 'UNIT_REPLIED', { repliedOn: '2026-11-24' })
    await maija((t) => recordAgreement(t, caseId, { items: ITEMS, note: 'Hyvä keskustelu.' }))
    return caseId
  }

  it('says who does what by when, in the message to the client too', async () => {
    const caseId = await agreed()
    expect(await stateOf(caseId)).toBe('open.mediation.active.agreed')
    expect(await maija((t) => readAgreement(t, caseId))).toMatchObject([
      { n: 1, what: 'Käynnit klo 8 ja 18', who: 'unit', due: '2026-12-01', kept: null },
      { n: 2, what: 'Kerron muutoksista', who: 'client', due: null },
    ])
    const { messages } = await maija<Awaited<ReturnType<typeof readCase>>>((t) => readCase(t, caseId))
    expect(messages.at(-1)!.text).toBe(
      'Hyvä keskustelu.\nNäin sovittiin:\n1. Yksikkö: Käynnit klo 8 ja 18 (viimeistään 1.12.2026)\n2. Asiakas: Kerron muutoksista',
    )
  })

  it('is kept when all of it is done, broken when a part is not, and open until all is told', async () => {
    const kept = await agreed()
    await maija((t) => recordKept(t, kept, [{ n: 1, kept: 'yes' }]))
    expect(await stateOf(kept)).toBe('open.mediation.active.agreed')
    await maija((t) =>
      recordKept(t, kept, [
        { n: 1, kept: 'yes' },
        { n: 2, kept: 'yes' },
      ]),
    )
    expect(await stateOf(kept)).toBe('open.mediation.kept')
    const broken = await agreed()
    await maija((t) =>
      recordKept(t, broken, [
        { n: 1, kept: 'partly' },
        { n: 2, kept: 'yes' },
      ]),
    )
    expect(await stateOf(broken)).toBe('open.mediation.broken')
    expect((await maija<{ kept: string }[]>((t) => readAgreement(t, broken))).map((one) => one.kept)).toEqual(
      ['partly', 'yes'],
    )
  })

  it('needs something agreed on, and a unit that has replied', async () => {
    const { caseId, send } = await consented()
    const record = (items: Parameters<typeof recordAgreement>[2]['items']) =>
      reasonOf(maija((t) => recordAgreement(t, caseId, { items })))
    expect(await record([{ what: ' ', who: 'unit' }])).toBe('agreement-empty')
    await send()
    expect(await record(ITEMS)).not.toBe('done')
    expect(await maija((t) => readAgreement(t, caseId))).toEqual([])
  })
})

it('is not given to a scope the client has not read: another one was written meanwhile', async () => {
  const { caseId } = await office.submit()
  const asked = async () =>
    (
      await office.rows<{ id: string }>(
        'select id from consent where case_id = $1 and given_at is null',
        caseId,
      )
    )[0]!.id
  await maija((t) => writeConsent(t, caseId, { ...SCOPE, note: 'Saammeko kertoa?' }))
  const read = await asked()
  await maija((t) => writeConsent(t, caseId, { ...SCOPE, units: 'Kaikki yksiköt', note: 'Laajempi lupa?' }))
  await expect(office.as(CLIENT, (t) => giveAskedConsent(t, caseId, read))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  await expect(office.as(CLIENT, (t) => giveAskedConsent(t, caseId, ''))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  const now = await asked()
  await office.as(CLIENT, (t) => giveAskedConsent(t, caseId, now))
  const rows = await office.rows<{ id: string; how: string }>(
    'select id, how from consent where case_id = $1 and given_at is not null',
    caseId,
  )
  expect(rows).toEqual([{ id: now, how: 'portal' }])
})
