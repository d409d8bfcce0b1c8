import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  changeClock,
  followCase,
  listCases,
  readCase,
  startClockByHand,
  watchClocks,
} from '../../src/cases/index.ts'
import { explain } from '../../src/law/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse({ now: '2026-11-24T09:00:00Z' })
  office = await openOffice(house)
})
afterAll(() => house.close())

type Change = Parameters<typeof changeClock>[2]
const change = (caseId: string, given: Change) =>
  office.as(office.maija, (t) => changeClock(t, caseId, given))
const begin = (caseId: string, rule: string, from: string, more = {}) =>
  office.as(office.maija, (t) =>
    startClockByHand(t, caseId, { rule, from, evidence: 'client-told', ...more }),
  )
async function clockOf(caseId: string, rule: string) {
  const file = await office.as(office.maija, (t) => readCase(t, caseId))
  const clock = file.clocks.filter((one) => one.rule === rule).at(-1)!
  const computation = clock.computation as unknown as {
    deadline: Parameters<typeof explain>[0]
    evidence?: string
  }
  return { ...clock, due: clock.due.toISOString().slice(0, 10), ...computation }
}
const notices = (caseId: string) =>
  office.rows<{ template: string; staff: string | null; reminder: string }>(
    `select template, staff_id as staff, variables->>'reminder' as reminder from notice where case_id = $1 order by planned_at, id`,
    caseId,
  )

describe('a clock of the case', () => {
  it('starts by hand, with what its day is known from', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TT7', '2026-11-20', { evidence: 'document' })
    expect(await clockOf(caseId, 'TT7')).toMatchObject({
      state: 'running',
      due: '2026-12-01',
      evidence: 'document',
    })
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.events.at(-1)).toMatchObject({
      type: 'CLOCK_STARTED',
      fields: { rule: 'TT7', on: '2026-11-20' },
    })
  })
  it('begins anew after a pause where the rule says so, and goes on where it stood elsewhere', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TT7', '2026-11-20')
    const { id } = await clockOf(caseId, 'TT7')
    await change(caseId, { clockId: id, type: 'pause', on: '2026-11-23' })
    expect((await clockOf(caseId, 'TT7')).state).toBe('paused')
    await change(caseId, { clockId: id, type: 'resume' })
    // Seven working days from the 24th.
    expect(await clockOf(caseId, 'TT7')).toMatchObject({ state: 'running', due: '2026-12-03' })
  })
  it('is not paused where the rule knows no pause', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'TIE', '2026-11-20')
    const { id } = await clockOf(caseId, 'TIE')
    await expect(change(caseId, { clockId: id, type: 'pause' })).rejects.toMatchObject({
      code: 'clock-never-pauses',
    })
    await expect(change(caseId, { clockId: id, type: 'resume' })).rejects.toMatchObject({
      code: 'clock-not-paused',
    })
  })
  it('is extended with a reason and a count, off a holiday, and the client is told each time', async () => {
    const { caseId } = await office.submit()
    const answer = await clockOf(caseId, 'OFFICE_ANSWER')
    const more = (to: string) =>
      change(caseId, { clockId: answer.id, type: 'extend', to, reason: 'awaits-others' })
    await more('2026-12-06')
    expect(await clockOf(caseId, 'OFFICE_ANSWER')).toMatchObject({ due: '2026-12-07' })
    await more('2026-12-25')
    const clock = await clockOf(caseId, 'OFFICE_ANSWER')
    expect(clock.due).toBe('2026-12-28')
    expect(clock.deadline.extensions).toHaveLength(2)
    const said = explain(clock.deadline, 'fi', { audience: 'office' }).join(' ')
    expect(said).toContain(
      'Aikaa on jatkettu (2. kerta): 7.12.2026 → 28.12.2026. Syy: asiassa odotetaan toisen tahon vastausta.',
    )
    const { messages } = await followCase(house, { id: caseId, organisation: '08' })
    expect(messages.filter(({ from }) => from === 'system').map(({ text }) => text)).toEqual([
      expect.stringContaining('maanantaina 7. joulukuuta 2026'),
      expect.stringContaining('Tämä on 2. kerta'),
    ])
    const told = (await notices(caseId)).filter(({ template }) => template === 'message-waiting')
    expect(told).toHaveLength(2)
  })
  it.each([
    [
      { to: '2026-11-25', reason: 'wide' },
      { code: 'date-not-later', details: { field: 'to' } },
    ],
    [{ to: '2026-12-10' }, { code: 'field-missing', details: { field: 'reason' } }],
    [{ reason: 'wide' }, { code: 'field-missing', details: { field: 'to' } }],
    [
      { to: '2026-02-30', reason: 'wide' },
      { code: 'field-invalid', details: { field: 'to' } },
    ],
    [
      { to: '2026-12-10', reason: 'wide', on: '2026-11-25' },
      { code: 'date-future', details: { field: 'on' } },
    ],
    [
      { to: '2026-12-10', reason: 'wide', on: '2026-11-01' },
      { code: 'date-before', details: { field: 'on' } },
    ],
  ])('is not extended by %j', async (given, error) => {
    const { caseId } = await office.submit()
    const { id, due } = await clockOf(caseId, 'OFFICE_ANSWER')
    await expect(change(caseId, { clockId: id, type: 'extend', ...given })).rejects.toMatchObject(error)
    expect((await clockOf(caseId, 'OFFICE_ANSWER')).due).toBe(due)
  })
  it('of the client’s own cannot be given more of, and ended ones stay ended', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'OIK', '2026-11-20', { served: 'handed' })
    const { id } = await clockOf(caseId, 'OIK')
    const extend = { clockId: id, type: 'extend', to: '2027-02-01', reason: 'other' } as const
    await expect(change(caseId, extend)).rejects.toMatchObject({ code: 'clock-own-time' })
    await change(caseId, { clockId: id, type: 'stop' })
    await expect(change(caseId, extend)).rejects.toMatchObject({ code: 'clock-ended' })
  })
  it('is changed by one of two who press at once; the other is told', async () => {
    const { caseId } = await office.submit()
    const { id } = await clockOf(caseId, 'OFFICE_ANSWER')
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    const given = { clockId: id, type: 'stop', seenVersion: file.case.version } as const
    const both = await Promise.allSettled([change(caseId, given), change(caseId, given)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed-meanwhile' },
    })
  })
  it.each([
    [
      { rule: 'VAM', from: '2024-12-31' },
      { code: 'before-rule', details: { date: '2025-01-01' } },
    ],
    [{ rule: 'OIK', from: '2026-11-25' }, { code: 'date-future' }],
    [
      { rule: 'XYZ', from: '2026-11-20' },
      { code: 'field-invalid', details: { field: 'rule' } },
    ],
    [
      { rule: 'OFFICE_ANSWER', from: '2026-11-20' },
      { code: 'field-invalid', details: { field: 'rule' } },
    ],
    [
      { rule: 'OIK', from: '' },
      { code: 'field-missing', details: { field: 'from' } },
    ],
  ])('does not start from %j', async ({ rule, from }, error) => {
    const { caseId } = await office.submit()
    await expect(begin(caseId, rule, from)).rejects.toMatchObject(error)
  })
})

describe('a time that dies with its end', () => {
  it('tops every queue with under five days left, before what is urgent', async () => {
    const urgent = await office.submit({ urgent: true })
    const { caseId } = await office.submit()
    const first = async () => {
      const { rows } = await office.as(office.maija, (t) => listCases(t, { view: 'open' }, { size: 1 }))
      return rows[0]!.id
    }
    // Handed on the 26th of October and thirty days: the 25th of November, tomorrow.
    await begin(caseId, 'OIK', '2026-10-26', { served: 'handed' })
    expect(await first()).toBe(caseId)
    const { id } = await clockOf(caseId, 'OIK')
    await change(caseId, { clockId: id, type: 'stop' })
    expect(await first()).not.toBe(caseId)
    expect(urgent.caseId).toBeDefined()
  })
  it('is told to the handler, the lead and the client at once when few days are left, once', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    await begin(caseId, 'OIK', '2026-10-26', { served: 'handed' })
    await watchClocks(house)
    await watchClocks(house)
    const told = (await notices(caseId)).filter(({ reminder }) =>
      /^clock:.*2026-11-25:soon$/.test(reminder ?? ''),
    )
    expect(told.map(({ staff }) => staff).sort()).toEqual([office.maija.id, office.lead.id].sort())
    const { messages } = await followCase(house, { id: caseId, organisation: '08' })
    const words = messages.filter(({ from }) => from === 'system').map(({ text }) => text)
    expect(words).toHaveLength(1)
    expect(words[0]).toContain('keskiviikkona 25. marraskuuta 2026')
    expect(words[0]).not.toMatch(/menet/)
  })
  it('is told by the daily look where it was far away at first', async () => {
    const { caseId } = await office.submit()
    await begin(caseId, 'VAL', '2026-11-24', { served: 'handed' })
    expect((await notices(caseId)).some(({ reminder }) => reminder?.startsWith('clock:'))).toBe(false)
    for (const [day, count] of [
      ['2026-12-23', 0],
      ['2026-12-24', 1],
      ['2026-12-27', 1],
    ] as const) {
      house.setNow(`${day}T09:00:00Z`)
      await watchClocks(house)
      const told = (await notices(caseId)).filter(({ reminder }) => reminder?.endsWith('2026-12-28:soon'))
      expect(
        told.map(({ staff }) => staff),
        day,
      ).toEqual(count ? [office.lead.id] : [])
    }
    house.setNow('2026-11-24T09:00:00Z')
  })
})

describe('the answer to an objection', () => {
  const sent = (caseId: string, sentOn: string) =>
    office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'OBJECTION_ALREADY_SENT', fields: { sentOn } }, 'office'),
    )
  const jobs = (caseId: string) =>
    office.rows<{ key: string; at: Date }>(
      `select key, run_at as at from graphile_worker.jobs where key like $1 order by key`,
      `case-timer:${caseId}:%objection%`,
    )
  it('is awaited from the day of sending, by the settings of the office', async () => {
    const { caseId } = await office.submit()
    await sent(caseId, '2026-11-20')
    const [nudge] = await jobs(caseId)
    expect(nudge!.key).toContain('objectionNudge')
    // Four of the fourteen days have passed.
    expect(nudge!.at.toISOString().slice(0, 10)).toBe('2026-12-04')
    await office.rows(
      `update organisation set objection_days = '{"nudge":5,"late":7,"escalate":30}' where code = '08'`,
    )
    const other = await office.submit()
    await sent(other.caseId, '2026-11-16')
    const [escalate] = await jobs(other.caseId)
    expect(escalate!.key).toContain('objectionEscalate')
    expect(escalate!.at.toISOString().slice(0, 10)).toBe('2026-12-16')
  })
})

describe('an event of the chart', () => {
  it('refuses a decision that is yet to come', async () => {
    const { caseId } = await office.submit()
    const fields = { remedy: 'review', decisionFrom: '2026-11-25', served: 'letter', instructions: 'right' }
    await expect(
      office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'CAPTURE_DECISION', fields }, 'office')),
    ).rejects.toMatchObject({ code: 'date-future', details: { field: 'decisionFrom' } })
  })
})
