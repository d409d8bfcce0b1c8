import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  allowedActions,
  applyEvent,
  followCase,
  openWithReceipt,
  Refusal,
  readCase,
  sendToClient,
  sendToOffice,
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

const follow = (caseId: string) => followCase(house, { id: caseId, organisation: '08' })
const contacts = (caseId: string) =>
  office.rows<{ channel: string; source: string; outcome: string | null }>(
    'select channel, source, outcome from contact where case_id = $1 order by at, id',
    caseId,
  )
const row = async (caseId: string) =>
  (await office.rows<Record<string, unknown>>('select * from "case" where id = $1', caseId))[0]!

describe('messages', () => {
  it('go both ways in one thread, wake the case, and are read when they are opened', async () => {
    const { caseId } = await office.submit()
    office.later()
    await office.as(office.maija, (t) => sendToClient(t, caseId, '  Soitan huomenna.  '))
    // Whoever writes has begun, and has made contact.
    expect(await row(caseId)).toMatchObject({ handler_id: office.maija.id, state: ['open.office.triage'] })
    office.later()
    const first = await follow(caseId)
    expect(first.messages.map(({ from, text }) => [from, text])).toEqual([
      ['client', 'Päätös viipyy.'],
      ['office', 'Soitan huomenna.'],
    ])
    expect(first.messages[1]!.readAt).toBeNull()
    expect((await follow(caseId)).messages[1]!.readAt).toEqual(house.now())
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'ASK_CLIENT', note: 'Milloin haitte?' }, 'office'),
    )
    expect((await row(caseId)).tags).toContain('waiting-client')
    office.later()
    await office.as(CLIENT, (t) => sendToOffice(t, caseId, 'Maanantaina.', 'portal'))
    expect(await row(caseId)).toMatchObject({ state: ['open.office.advising'], unread: true })
    const reminders = await office.rows(
      `select staff_id from notice where case_id = $1 and variables->>'reminder' = 'client-message'`,
      caseId,
    )
    expect(reminders).toEqual([{ staff_id: office.maija.id }])
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.messages.map(({ text }) => text)).toEqual([
      'Päätös viipyy.',
      'Soitan huomenna.',
      'Milloin haitte?',
      'Maanantaina.',
    ])
    expect(await row(caseId)).toMatchObject({ unread: false })
  })
  it('of a client are one contact a day, by the calendar of Finland', async () => {
    const { caseId } = await office.submit()
    const write = (text: string) => office.as(CLIENT, (t) => sendToOffice(t, caseId, text, 'api'))
    await write('samana päivänä kuin yhteydenotto')
    house.setNow('2026-11-24T21:59:00Z')
    await write('vielä sama päivä')
    expect(await contacts(caseId)).toHaveLength(1)
    // Midnight in Finland.
    house.setNow('2026-11-24T22:01:00Z')
    await write('uusi päivä')
    office.later()
    await write('sama uusi päivä')
    expect(await contacts(caseId)).toEqual([
      { channel: 'web-form', source: 'portal', outcome: null },
      { channel: 'secure-message', source: 'api', outcome: null },
    ])
  })
  it('are counted too when they come with an answer of the client', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, async (t) => {
      await applyEvent(
        t,
        caseId,
        { type: 'START_OBJECTION', fields: { objectionTo: 'social-care' } },
        'office',
      )
    })
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'OFFER_DRAFT', note: 'Luonnos' }, 'office'),
    )
    house.setNow('2026-11-26T09:00:00Z')
    await office.as(CLIENT, (t) =>
      applyEvent(t, caseId, { type: 'REQUEST_CHANGES', note: 'Päivä on väärin.' }, 'client'),
    )
    const followed = await follow(caseId)
    expect(followed.messages.at(-1)).toMatchObject({ from: 'client', text: 'Päivä on väärin.' })
    expect(await contacts(caseId)).toHaveLength(2)
    expect(await row(caseId)).toMatchObject({ unread: true })
  })
  it.each(['', '   \n ', 'x'.repeat(20_001)])('are refused when empty or too long', async (text) => {
    const { caseId } = await office.submit()
    const byClient = office.as(CLIENT, (t) => sendToOffice(t, caseId, text, 'portal'))
    await expect(byClient).rejects.toBeInstanceOf(Refusal)
    const byOffice = office.as(office.maija, (t) => sendToClient(t, caseId, text))
    await expect(byOffice).rejects.toBeInstanceOf(Refusal)
    expect((await row(caseId)).version).toBe(1)
  })
  it('reach a case that has ended, and do not open it by themselves', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'CLOSE', fields: { outcome: 'advised' } }, 'office'),
    )
    house.setNow('2026-12-02T09:00:00Z')
    await office.as(CLIENT, (t) => sendToOffice(t, caseId, 'Vielä yksi asia', 'portal'))
    expect(await row(caseId)).toMatchObject({ state: ['ended.closed'], unread: true })
    expect((await contacts(caseId)).map(({ outcome }) => outcome)).toEqual(['advised', 'advised'])
    const told = await office.rows(
      `select staff_id from notice where case_id = $1 and variables->>'reminder' = 'message-after-end'`,
      caseId,
    )
    expect(told.map((notice) => (notice as { staff_id: string }).staff_id).sort()).toEqual(
      [office.maija.id, office.lead.id].sort(),
    )
  })
})

describe('a client', () => {
  it('withdraws the case', async () => {
    const { caseId, caseNumber, receipt } = await office.submit()
    const opened = await openWithReceipt(house, caseNumber, receipt)
    const { case: shown } = await followCase(house, opened!)
    const action = allowedActions(shown, 'client', 'fi').find(({ type }) => type === 'WITHDRAW')!
    expect(action).toMatchObject({ label: 'Peru asia', danger: true, refusal: null })
    await office.as(CLIENT, (t) =>
      applyEvent(t, caseId, { type: 'WITHDRAW', note: 'Asia hoitui.' }, 'client'),
    )
    expect(await row(caseId)).toMatchObject({
      state: ['ended.withdrawn'],
      outcome: 'withdrawn',
      next_due: null,
    })
    expect((await follow(caseId)).messages.at(-1)!.text).toBe('Asia hoitui.')
    expect((await contacts(caseId))[0]!.outcome).toBe('withdrawn')
  })
  it('sees clocks stand still while the office waits for an answer', async () => {
    const { caseId } = await office.submit()
    house.setNow('2026-11-25T09:00:00Z')
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'ASK_CLIENT', note: 'Milloin?' }, 'office'),
    )
    const clock = async () => (await follow(caseId)).clocks.find(({ rule }) => rule === 'OFFICE_ANSWER')!
    expect(await clock()).toMatchObject({ state: 'paused', due: new Date('2026-12-01T00:00:00Z') })
    house.setNow('2026-12-02T09:00:00Z')
    await office.as(CLIENT, (t) => sendToOffice(t, caseId, 'Eilen.', 'portal'))
    const resumed = await clock()
    expect(resumed.state).toBe('running')
    // Four working days were left on Wednesday; they begin again when the answer comes.
    expect(resumed.due.getTime()).toBeGreaterThan(new Date('2026-12-02T00:00:00Z').getTime())
  })
})
