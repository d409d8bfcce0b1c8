import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { blockedBy } from '../../src/law/calendar.ts'
import { type ClockEvent, clockAt } from '../../src/law/clock.ts'
import { computeDeadline } from '../../src/law/compute-deadline.ts'
import { explain } from '../../src/law/explain.ts'
import { shiftDue } from '../../src/law/resume.ts'
import { daysLeft, topsTheQueue, urgencyOf } from '../../src/law/urgency.ts'

const events = (...list: [ClockEvent['type'], string][]): ClockEvent[] =>
  list.map(([type, on]) => ({ type, on }))
const plain = (date: string) => Temporal.PlainDate.from(date)

describe('a clock', () => {
  it('runs from its start to its stop', () => {
    expect(clockAt('OFFICE_ANSWER', []).state).toBe('not-started')
    const running = clockAt('OFFICE_ANSWER', events(['start', '2026-11-24']))
    expect(running).toMatchObject({ state: 'running', deadline: { due: '2026-12-01' } })
    const stopped = clockAt(
      'OFFICE_ANSWER',
      events(['start', '2026-11-24'], ['stop', '2026-11-27'], ['pause', '2026-11-28']),
    )
    expect(stopped).toMatchObject({
      state: 'stopped',
      stoppedOn: '2026-11-27',
      deadline: { due: '2026-12-01' },
    })
  })

  it('gives the office the rest of its time after waiting for the client', () => {
    // Tuesday to Tuesday; two of five days are used by Thursday, three are left from Monday a week later.
    const paused = clockAt('OFFICE_ANSWER', events(['start', '2026-11-24'], ['pause', '2026-11-26']))
    expect(paused.state).toBe('paused')
    const resumed = clockAt(
      'OFFICE_ANSWER',
      events(['start', '2026-11-24'], ['pause', '2026-11-26'], ['resume', '2026-12-07']),
    )
    expect(resumed).toMatchObject({
      state: 'running',
      deadline: { due: '2026-12-10', pauses: [{ from: '2026-11-26', to: '2026-12-07' }] },
    })
    expect(explain(resumed.deadline!, 'fi').join(' ')).toContain('pysähdyksissä 26.11.2026–7.12.2026')
  })

  it('never ends before the day it goes on, and lets nobody win days by pausing too late', () => {
    const lastDay = events(['start', '2026-11-24'], ['pause', '2026-12-01'], ['resume', '2026-12-13'])
    expect(clockAt('OFFICE_ANSWER', lastDay).deadline?.due).toBe('2026-12-14')
    const tooLate = events(['start', '2026-11-24'], ['pause', '2026-12-02'], ['resume', '2026-12-13'])
    expect(clockAt('OFFICE_ANSWER', tooLate)).toMatchObject({
      state: 'running',
      deadline: { due: '2026-12-01' },
    })
  })

  it('begins anew when a supplement to an application for assistance arrives', () => {
    const clock = clockAt(
      'TT7',
      events(['start', '2026-12-01'], ['pause', '2026-12-04'], ['resume', '2026-12-18']),
    )
    expect(clock.deadline?.due).toBe('2026-12-31')
    expect(clock.deadline?.from).toBe('2026-12-18')
  })

  it('takes no notice of a pause where the law knows none', () => {
    const decision = events(['start', '2026-11-25'], ['pause', '2026-12-01'], ['resume', '2026-12-20'])
    expect(clockAt('OIK', decision, { served: 'letter' })).toMatchObject({
      state: 'running',
      deadline: { due: '2027-01-04' },
    })
  })

  it('bears doubled events and refuses events out of order', () => {
    const once = events(['start', '2026-11-24'], ['pause', '2026-11-26'], ['resume', '2026-12-07'])
    const twice = [...once.slice(0, 2), ...once.slice(1, 2), ...once.slice(2), ...once.slice(2)]
    expect(clockAt('OFFICE_ANSWER', twice)).toEqual(clockAt('OFFICE_ANSWER', once))
    expect(() => clockAt('OFFICE_ANSWER', [...once].reverse())).toThrow('bad-date')
  })

  const offset = fc.integer({ min: 0, max: 20 })
  it('is changed by no pause of no length, and only ever later by a longer one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('OFFICE_ANSWER', 'OFFICE_CONTACT', 'OFFICE_ACK'),
        fc.integer({ min: 0, max: 2000 }),
        offset,
        offset,
        offset,
        (rule, start, pause, short, more) => {
          const day = (n: number) => plain('2026-01-01').add({ days: n }).toString()
          const due = (length: number) =>
            clockAt(
              rule,
              events(
                ['start', day(start)],
                ['pause', day(start + pause)],
                ['resume', day(start + pause + length)],
              ),
            ).deadline!.due
          expect(due(0)).toBe(computeDeadline({ rule, from: day(start) }).due)
          expect(due(short + more) >= due(short)).toBe(true)
          expect(blockedBy(plain(due(short)))).toBeUndefined()
        },
      ),
    )
  })

  it('shifts a stored due day alike', () => {
    expect(
      shiftDue(plain('2026-12-01'), plain('2026-11-26'), plain('2026-12-07'), 'working-days').toString(),
    ).toBe('2026-12-10')
    expect(shiftDue(plain('2026-12-01'), plain('2026-11-26'), plain('2026-12-07'), 'days').toString()).toBe(
      '2026-12-14',
    )
    expect(shiftDue(plain('2026-12-01'), plain('2026-12-02'), plain('2026-12-07'), 'days').toString()).toBe(
      '2026-12-01',
    )
  })
})

describe('urgency', () => {
  it('counts the days that are left', () => {
    expect(daysLeft({ due: '2026-12-01' }, '2026-11-24')).toBe(7)
    expect(urgencyOf({ due: '2026-12-01' }, '2026-11-26')).toBe('running')
    expect(urgencyOf({ due: '2026-12-01' }, '2026-11-27')).toBe('soon')
    expect(urgencyOf({ due: '2026-12-01' }, '2026-12-01')).toBe('today')
    expect(urgencyOf({ due: '2026-12-01' }, '2026-12-02')).toBe('over')
  })

  it('puts a review or an appeal with fewer than five days on top, and nothing else', () => {
    expect(topsTheQueue({ rule: 'OIK', due: '2026-12-01' }, '2026-11-27')).toBe(true)
    expect(topsTheQueue({ rule: 'VAL', due: '2026-12-01' }, '2026-12-09')).toBe(true)
    expect(topsTheQueue({ rule: 'OIK', due: '2026-12-01' }, '2026-11-26')).toBe(false)
    expect(topsTheQueue({ rule: 'TT7', due: '2026-12-01' }, '2026-11-30')).toBe(false)
  })
})
