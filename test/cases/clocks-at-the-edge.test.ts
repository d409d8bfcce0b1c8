import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  applyEvent,
  changeClock,
  followCase,
  readCase,
  saveRule,
  standingRule,
  startClockByHand,
  watchClocks,
} from '../../src/cases/index.ts'

import { type Rule, rulesOf } from '../../src/law/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => house.setNow('2026-11-24T09:00:00Z'))

const change = (caseId: string, given: Parameters<typeof changeClock>[2]) =>
  office.as(office.maija, (t) => changeClock(t, caseId, given))
const begin = (caseId: string, rule: string, from: string, more = {}) =>
  office.as(office.maija, (t) =>
    startClockByHand(t, caseId, { rule, from, evidence: 'client-told', ...more }),
  )
const event = (caseId: string, type: string, fields: Record<string, string> = {}, note?: string) =>
  office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
async function clocksOf(caseId: string, rule: string) {
  const file = await office.as(office.maija, (t) => readCase(t, caseId))
  return file.clocks
    .filter((one) => one.rule === rule)
    .map(({ id, state, due }) => ({ id, state, due: due.toISOString().slice(0, 10) }))
}
const clockOf = async (caseId: string, rule: string) => (await clocksOf(caseId, rule)).at(-1)!
const rightsDue = async (caseId: string) =>
  (
    await office.rows<{ day: string | null }>(
      'select rights_due::text as day from "case" where id = $1',
      caseId,
    )
  )[0]!.day
const saveOwn = (code: string, versions: readonly Rule[]) =>
  office.as(office.lead, async (t) => {
    const { seen } = await standingRule(t, code)
    return saveRule(t, { code, versions, seen })
  })
const DECISION = { remedy: 'review', decisionFrom: '2026-10-27', served: 'handed', instructions: 'right' }

describe('a pause', () => {
  it('is refused in words when the time has run out or has not begun, and nothing is written', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TT7', '2026-11-02')
    const over = await clockOf(caseId, 'TT7')
    await expect(change(caseId, { clockId: over.id, type: 'pause' })).rejects.toMatchObject({
      code: 'clock-over',
      details: { date: over.due },
    })
    await begin(caseId, 'MUI', '2026-11-24')
    const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(events.some(({ type }) => type === 'CLOCK_PAUSED')).toBe(false)
  })
})

describe('more time', () => {
  it('is not given to a day gone by: the client is told of it', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TT7', '2026-11-02')
    const { id } = await clockOf(caseId, 'TT7')
    await expect(
      change(caseId, { clockId: id, type: 'extend', to: '2026-11-20', reason: 'wide' }),
    ).rejects.toMatchObject({ code: 'date-past' })
  })

  it('that was told stands also when the time begins anew after a pause', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TT7', '2026-11-20')
    const { id } = await clockOf(caseId, 'TT7')
    await change(caseId, { clockId: id, type: 'extend', to: '2026-12-31', reason: 'wide' })
    await change(caseId, { clockId: id, type: 'pause' })
    await change(caseId, { clockId: id, type: 'resume' })
    expect(await clockOf(caseId, 'TT7')).toMatchObject({ state: 'running', due: '2026-12-31' })
    await change(caseId, { clockId: id, type: 'extend', to: '2027-01-15', reason: 'wide' })
    const { messages } = await followCase(house, { id: caseId, organisation: '08' })
    expect(messages.at(-1)!.text).toContain('2. kerta')
  })
})

describe('a second decision', () => {
  it('leaves the time of the first running, by hand and by the chart', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'OIK', '2026-10-27', { served: 'handed' })
    await begin(caseId, 'OIK', '2026-11-20', { served: 'handed' })
    expect((await clocksOf(caseId, 'OIK')).map(({ state }) => state)).toEqual(['running', 'running'])
    expect(await rightsDue(caseId)).toBe('2026-11-26')

    const other = await office.submit()
    await event(other.caseId, 'CAPTURE_DECISION', DECISION)
    // A correction of the one just captured replaces it.
    await event(other.caseId, 'CAPTURE_DECISION', { ...DECISION, decisionFrom: '2026-10-28' })
    expect((await clocksOf(other.caseId, 'OIK')).filter(({ state }) => state === 'running')).toHaveLength(1)
    await event(other.caseId, 'GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    await event(other.caseId, 'CAPTURE_DECISION', { ...DECISION, decisionFrom: '2026-11-20' })
    const running = (await clocksOf(other.caseId, 'OIK')).filter(({ state }) => state === 'running')
    expect(running.map(({ due }) => due)).toEqual(['2026-11-27', '2026-12-21'])
    expect(await rightsDue(other.caseId)).toBe('2026-11-27')
    // Filing the second ends its own time alone.
    await event(other.caseId, 'GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    await event(other.caseId, 'FILED', { filedOn: '2026-11-24' })
    expect(await rightsDue(other.caseId)).toBe('2026-11-27')
  })
})

describe('a closed case', () => {
  it('does not silence the client’s own time: handler, lead and client are told', async () => {
    const { caseId } = await office.submit({ kind: 'advice' })
    await event(caseId, 'CAPTURE_DECISION', { ...DECISION, decisionFrom: '2026-11-04' })
    await event(caseId, 'ANSWER_AND_CLOSE', { outcome: 'advised' }, 'Tee oikaisuvaatimus.')
    house.setNow('2026-12-02T09:00:00Z')
    await watchClocks(house)
    const told = await office.rows<{ staff_id: string | null; template: string }>(
      `select staff_id, template from notice where case_id = $1 and planned_at = $2`,
      caseId,
      house.now(),
    )
    expect(
      told
        .filter(({ template }) => template === 'staff-clock')
        .map(({ staff_id }) => staff_id)
        .sort(),
    ).toEqual([office.maija.id, office.lead.id].sort())
    const { messages } = await followCase(house, { id: caseId, organisation: '08' })
    expect(messages.at(-1)).toMatchObject({ from: 'system' })
    expect(messages.at(-1)!.text).toContain('perjantaina 4. joulukuuta 2026')
  })
})

describe('days', () => {
  it('are of 1990 and later, and in an order that can be', async () => {
    const { caseId } = await office.submit()
    const invalid = (field: string) => ({ code: 'field-invalid', details: { field } })
    await expect(begin(caseId, 'TT7', '1066-01-01')).rejects.toMatchObject(invalid('from'))
    await expect(begin(caseId, 'TT7', '1989-12-31')).rejects.toMatchObject(invalid('from'))
    await expect(
      event(caseId, 'CAPTURE_DECISION', { ...DECISION, decisionFrom: '1066-01-01' }),
    ).rejects.toMatchObject(invalid('decisionFrom'))
    await event(caseId, 'OBJECTION_ALREADY_SENT', { sentOn: '2026-11-20' })
    await expect(event(caseId, 'ACKNOWLEDGED', { receivedOn: '2026-10-01' })).rejects.toMatchObject({
      ...invalid('receivedOn'),
      texts: { fi: expect.stringContaining('20.11.2026') },
    })
    await expect(event(caseId, 'OBJECTION_ANSWERED', { answeredOn: '2019-01-01' })).rejects.toMatchObject(
      invalid('answeredOn'),
    )
    await event(caseId, 'CAPTURE_DECISION', { ...DECISION, decisionFrom: '2026-11-10' })
    await event(caseId, 'GIVE_PLAN', {}, 'Tee oikaisuvaatimus.')
    await expect(event(caseId, 'FILED', { filedOn: '2020-01-01' })).rejects.toMatchObject(invalid('filedOn'))
    await event(caseId, 'FILED', { filedOn: '2026-11-12' })
    await expect(
      event(caseId, 'DECIDED', { decidedOn: '2026-11-11', decision: 'accepted' }),
    ).rejects.toMatchObject(invalid('decidedOn'))
  })

  it('of a letter decide the rule by when it counts as known, as the command does', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'KEH', '2026-01-28', { served: 'letter' })
    expect(await clockOf(caseId, 'KEH')).toMatchObject({ due: '2026-03-04' })
  })
})

describe('an office’s own rule', () => {
  it('of the client’s own time tops the queue and is told as the built-in ones are', async () => {
    const own = { ...(rulesOf('OIK')[0] as Rule), code: 'ASM', length: 14 }
    await saveOwn('ASM', [own])
    const { caseId } = await office.submit()
    await begin(caseId, 'ASM', '2026-11-12', { served: 'handed' })
    expect(await rightsDue(caseId)).toBe('2026-11-26')
    const { events } = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(events.some(({ type }) => type === 'CLOCK_NEAR')).toBe(true)
  })

  it('that is not in force yet stops neither a new case nor a step of one', async () => {
    const before = await office.submit()
    await begin(before.caseId, 'TT7', '2026-11-20')
    for (const code of ['OFFICE_ACK', 'OFFICE_CONTACT', 'OFFICE_ANSWER'])
      await saveOwn(code, [{ ...(rulesOf(code)[0] as Rule), validFrom: '2027-01-01' }])
    await saveOwn('TT7', [{ ...(rulesOf('TT7')[0] as Rule), validFrom: '2027-01-01' }])
    const { caseId } = await office.submit()
    await event(caseId, 'TAKE')
    await event(before.caseId, 'TAKE')
    const { id } = await clockOf(before.caseId, 'TT7')
    await change(before.caseId, { clockId: id, type: 'pause' })
    await change(before.caseId, { clockId: id, type: 'resume' })
    await change(before.caseId, { clockId: id, type: 'stop' })
    expect(await clockOf(before.caseId, 'TT7')).toMatchObject({ state: 'stopped' })
    await event(before.caseId, 'CLOSE', { outcome: 'advised' }, 'Asia on selvitetty.')
    // A duty of the law asked for by hand is refused with the day from which it holds.
    await expect(begin(caseId, 'TT7', '2026-11-20')).rejects.toMatchObject({ code: 'field-invalid' })
  })
})
