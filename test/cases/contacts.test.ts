import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  type ContactLog,
  contactLog,
  logContact,
  readCase,
  recodeCase,
  samePersons,
  turnIntoCase,
} from '../../src/cases/index.ts'
import { ErasedError } from '../../src/custody/data-key.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const call = (given: Partial<ContactLog> = {}): ContactLog => contactLog.parse({ channel: 'phone', ...given })
const log = (given: Partial<ContactLog> = {}, actor = office.maija) =>
  office.as(actor, (t) => logContact(t, call(given)))
const contactsOf = (caseId: string) =>
  office.rows<Record<string, unknown>>('select * from contact where case_id = $1 order by at, id', caseId)

describe('a contact', () => {
  it('is logged with its codes open and everything else sealed', async () => {
    const { contactId } = await log({
      municipality: '837',
      serviceTask: 'kela',
      reasons: ['waiting-time', 'information'],
      actions: ['advice'],
      outcome: 'advised',
      language: 'se',
      note: 'Soitti päätöksestä.',
    })
    const [row] = await office.rows<Record<string, unknown>>('select * from contact where id = $1', contactId)
    expect(row).toMatchObject({
      channel: 'phone',
      municipality: '837',
      service_task: 'kela',
      reasons: ['waiting-time', 'information'],
      actions: ['advice'],
      outcome: 'advised',
      language: 'se',
      case_id: null,
      source: 'desk',
      logged_by: office.maija.id,
      year: 2026,
      month: 11,
    })
    expect(row!.note_sealed).not.toBeNull()
  })
  it('without a word or a name needs no key', async () => {
    const { contactId } = await log()
    const keys = await office.rows('select 1 from data_key where id = $1', contactId)
    expect(keys).toEqual([])
  })
  it('belongs to the month it was made in Finland', async () => {
    const { contactId } = await log({ contactAt: new Date('2026-10-31T22:30:00Z') })
    const [row] = await office.rows('select year, month from contact where id = $1', contactId)
    expect(row).toEqual({ year: 2026, month: 11 })
  })
  it('with a code of no list is not taken', () => {
    expect(() => call({ reasons: ['bad luck'] })).toThrow()
    expect(() => call({ channel: 'pigeon' })).toThrow()
    expect(() => call({ municipality: '999' })).toThrow()
  })
  it('on a case tells the case, counts as its contact and belongs to its person', async () => {
    const { caseId } = await office.submit()
    const { caseUnit } = await log({ caseId, note: 'Soitti takaisin.' })
    expect(caseUnit).toBe(caseId)
    const file = await office.as(office.pekka, (t) => readCase(t, caseId))
    expect(file.case).toMatchObject({ state: ['open.office.triage'], handlerId: office.maija.id })
    expect(file.clocks.find(({ rule }) => rule === 'OFFICE_CONTACT')!.state).toBe('stopped')
    expect(file.contacts.map(({ note }) => note)).toEqual([null, 'Soitti takaisin.'])
    expect(new Set(file.contacts.map(({ personUnit }) => personUnit)).size).toBe(1)
  })
  it('logged with the case’s own button counts once when the client was reached, and not when nobody answered', async () => {
    const { caseId } = await office.submit()
    const press = (reached: boolean) =>
      office.as(office.maija, (t) =>
        applyEvent(
          t,
          caseId,
          { type: 'LOG_CONTACT', fields: { channel: 'phone', reached }, note: 'soitin' },
          'office',
        ),
      )
    await press(false)
    expect(await contactsOf(caseId)).toHaveLength(1)
    await press(true)
    expect((await contactsOf(caseId)).map(({ channel }) => channel)).toEqual(['web-form', 'phone'])
  })
  it('on a case that has ended is counted and leaves it ended; on an unknown case it is not taken', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'CLOSE', fields: { outcome: 'advised' } }, 'office'),
    )
    await log({ caseId })
    expect(await contactsOf(caseId)).toHaveLength(2)
    await expect(log({ caseId: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the same person as before', () => {
  it('is found by phone, e-mail or name, however it is written, and only within the office', async () => {
    const { contactId } = await log({
      person: { name: 'Veikko Vaari', phone: '+358 45 678 9012', email: 'Veikko@Example.fi' },
      serviceTask: 'older-people',
    })
    const [kept] = await office.rows<{ unit: string }>(
      'select person_unit as unit from contact where id = $1',
      contactId,
    )
    const find = (given: Parameters<typeof samePersons>[1]) =>
      office.as(office.pekka, (t) => samePersons(t, given))
    for (const given of [
      { phone: '045 6789012' },
      { phone: '00358456789012' },
      { email: 'veikko@example.FI ' },
      { name: 'vaari, veikko' },
      { name: 'nobody', phone: '0456789012' },
    ])
      expect(await find(given)).toMatchObject([
        { personUnit: kept!.unit, contacts: 1, caseId: null, serviceTask: 'older-people' },
      ])
    for (const given of [{ phone: '0456789013' }, { name: 'Veikko Vieras' }, { name: '' }, {}])
      expect(await find(given)).toEqual([])
    const { inOffice } = await import('../../src/custody/transaction.ts')
    expect(await inOffice(house, '90', office.pekka, (t) => samePersons(t, { phone: '0456789012' }))).toEqual(
      [],
    )
    await log({ person: { phone: '0456789012' }, personUnit: kept!.unit })
    expect(await find({ phone: '0456789012' })).toMatchObject([{ contacts: 2 }])
  })
})

describe('turning a contact into a case', () => {
  it('keeps its codes, its person, its units and its note, and gives it to the one who did it', async () => {
    const { contactId, caseUnit } = await log({
      municipality: '837',
      serviceTask: 'kela',
      reasons: ['waiting-time'],
      person: { name: 'Tyyne Tuuri', phone: '0401112222' },
      note: 'Odottanut kolme viikkoa.',
    })
    const { caseId, receipt } = await office.as(office.pekka, (t) =>
      turnIntoCase(t, contactId, { kind: 'complaint' }),
    )
    expect(caseId).toBe(caseUnit)
    expect(receipt).toMatch(/^\d{4}( \d{4}){3}$/)
    const file = await office.as(office.pekka, (t) => readCase(t, caseId))
    expect(file.case).toMatchObject({
      handlerId: office.pekka.id,
      serviceTask: 'kela',
      reasons: ['waiting-time'],
      municipality: '837',
    })
    // They have just talked: nobody is to be reminded that the case is untaken or the client not contacted.
    expect(file.case.state).toEqual(['open.office.triage'])
    expect(file.clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule)).toEqual([
      'OFFICE_ANSWER',
    ])
    expect(file.person).toEqual({ name: 'Tyyne Tuuri', phone: '0401112222' })
    expect(file.messages).toEqual([])
    expect(file.contacts).toMatchObject([
      { id: contactId, note: 'Odottanut kolme viikkoa.', caseUnit: caseId },
    ])
    expect(file.contacts).toHaveLength(1)
  })
  it('works for one without a word, and makes one case of two presses', async () => {
    const { contactId } = await log({ municipality: '837' })
    const press = () => office.as(office.maija, (t) => turnIntoCase(t, contactId, { kind: 'advice' }))
    const results = await Promise.allSettled([press(), press()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const cases = await office.rows('select 1 from contact where id = $1 and case_id is not null', contactId)
    expect(cases).toHaveLength(1)
  })
  it('of a letter leaves the client to be contacted', async () => {
    const { contactId } = await log({ channel: 'letter', municipality: '837' })
    const { caseId } = await office.as(office.maija, (t) => turnIntoCase(t, contactId, { kind: 'advice' }))
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.case).toMatchObject({ state: ['open.office.received'], handlerId: office.maija.id })
    expect(file.clocks.find(({ rule }) => rule === 'OFFICE_CONTACT')!.state).toBe('running')
    expect(file.contacts).toHaveLength(1)
  })
  it('asks for the municipality when it is not known, and does not know a contact of nobody', async () => {
    const { contactId } = await log()
    const turn = (id: string, municipality?: string) =>
      office.as(office.maija, (t) => turnIntoCase(t, id, { kind: 'advice', municipality }))
    await expect(turn(contactId)).rejects.toMatchObject({
      code: 'field-missing',
      details: { field: 'municipality' },
    })
    await expect(turn('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' })
    await turn(contactId, '837')
  })
})

describe('the statistics of a case', () => {
  it('follow when its codes are corrected, where a contact carried the old ones', async () => {
    const { caseId } = await office.submit()
    await log({ caseId, serviceTask: 'kela', reasons: ['fees'] })
    await office.as(office.maija, (t) =>
      recodeCase(t, caseId, {
        municipality: '536',
        contactPerson: 'client',
        ageBand: '75+',
        serviceTask: 'older-people',
        service: 'home-care',
        providerMode: null,
        nature: 'dissatisfaction',
        reasons: ['access'],
      }),
    )
    const [first, call] = await contactsOf(caseId)
    expect(first).toMatchObject({
      municipality: '536',
      service_task: 'older-people',
      service: 'home-care',
      reasons: ['access'],
    })
    // This contact was about something else and says so still.
    expect(call).toMatchObject({ service_task: 'kela', reasons: ['fees'] })
    const [row] = await office.rows('select service_task, reasons, version from "case" where id = $1', caseId)
    expect(row).toMatchObject({ service_task: 'older-people', reasons: ['access'] })
  })
  it('get the outcome when the case ends, lose it when it is opened again, and keep what a contact had of its own', async () => {
    const { caseId } = await office.submit()
    await log({ caseId, outcome: 'not-resolved' })
    const outcomes = async () => (await contactsOf(caseId)).map(({ outcome }) => outcome)
    const send = (type: string, fields: Record<string, string>) =>
      office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields }, 'office'))
    await send('CLOSE', { outcome: 'advised' })
    expect(await outcomes()).toEqual(['advised', 'not-resolved'])
    await send('REOPEN', { reopenReason: 'new-information' })
    expect(await outcomes()).toEqual([null, 'not-resolved'])
    await send('CLOSE', { outcome: 'resolved' })
    expect(await outcomes()).toEqual(['resolved', 'not-resolved'])
  })
  it('count what the office did on the latest contact, once', async () => {
    const { caseId } = await office.submit()
    for (let n = 0; n < 2; n++)
      await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'ANSWER', note: 'Neuvo' }, 'office'))
    expect((await contactsOf(caseId)).map(({ actions }) => actions)).toEqual([['advice']])
  })
  it('stay when the key of the case is deleted, and nobody can open its texts any more', async () => {
    const { caseId } = await office.submit({ account: { text: 'Erittäin salaista' } })
    await office.rows('delete from data_key where id = $1', caseId)
    await expect(office.as(office.maija, (t) => readCase(t, caseId))).rejects.toBeInstanceOf(ErasedError)
    await expect(
      office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'ANSWER', note: 'Hei' }, 'office')),
    ).rejects.toBeInstanceOf(ErasedError)
    expect(await contactsOf(caseId)).toMatchObject([{ reasons: ['waiting-time'], case_unit: caseId }])
    const [row] = await office.rows('select service_task from "case" where id = $1', caseId)
    expect(row).toEqual({ service_task: 'disability' })
  })
})
