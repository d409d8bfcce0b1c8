import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { blockedBy } from '../../src/law/calendar.ts'
import { computeDeadline } from '../../src/law/compute-deadline.ts'
import { DeadlineError } from '../../src/law/deadline.ts'
import { SERVICES, type Service } from '../../src/law/presumed-service.ts'
import { RULES } from '../../src/law/rules.ts'
import { slowDeadline } from './slow-deadline.ts'

const due = (rule: string, from: string, served?: Service) => computeDeadline({ rule, from, served }).due

const day = fc
  .integer({ min: 0, max: 40_541 })
  .map((n) => new Temporal.PlainDate(1990, 1, 1).add({ days: n }).toString())
const countable = fc.constantFrom(...RULES.filter((rule) => rule.unit !== 'none'))
const service = fc.constantFrom(...SERVICES)
/** Without its dates of validity a rule can be counted on any day of the calendar. */
const always = (rule: (typeof RULES)[number]) => ({ ...rule, validFrom: undefined, validTo: undefined })

describe('the vectors worked out by hand', () => {
  it('count 30 days from a letter over the New Year', () => {
    expect(computeDeadline({ rule: 'OIK', from: '2026-11-25', served: 'letter' })).toEqual({
      rule: 'OIK',
      statute: '434/2003 49 c §',
      unit: 'days',
      length: 30,
      from: '2026-11-25',
      served: '2026-12-02',
      raw: '2027-01-01',
      due: '2027-01-04',
      moved: [
        { date: '2027-01-01', why: 'new-years-day' },
        { date: '2027-01-02', why: 'saturday' },
        { date: '2027-01-03', why: 'sunday' },
      ],
      verified: true,
      kind: 'statutory',
      service: 'letter',
    })
  })

  it('move over Independence Day and Midsummer', () => {
    expect(due('OIK', '2026-11-06')).toBe('2026-12-07')
    expect(due('VAL', '2026-05-20')).toBe('2026-06-22')
    expect(computeDeadline({ rule: 'VAL', from: '2026-05-20' }).moved).toEqual([
      { date: '2026-06-19', why: 'midsummer-eve' },
      { date: '2026-06-20', why: 'midsummer-day' },
      { date: '2026-06-21', why: 'sunday' },
    ])
  })

  it('count 30 days from an electronic notice', () => {
    expect(computeDeadline({ rule: 'OIK', from: '2026-11-24', served: 'e-notice' })).toMatchObject({
      served: '2026-11-27',
      raw: '2026-12-27',
      due: '2026-12-28',
    })
    expect(due('OIK', '2026-11-24', 'handed')).toBe(due('OIK', '2026-11-24', 'none'))
  })

  it('count 7 working days over Christmas: the 31st when eves do not count, the 30th when they do', () => {
    const question = { rule: 'TT7', from: '2026-12-18' }
    expect(computeDeadline(question).due).toBe('2026-12-31')
    expect(computeDeadline({ ...question, workingDays: { eveCounts: true } }).due).toBe('2026-12-30')
    expect(computeDeadline(question).workingDays).toEqual({ saturdayCounts: false, eveCounts: false })
  })

  it('count 7 working days over Easter', () => {
    expect(due('TT7', '2026-03-31')).toBe('2026-04-13')
    expect(
      computeDeadline({ rule: 'TT7', from: '2026-03-31', workingDays: { saturdayCounts: true } }).due,
    ).toBe('2026-04-10')
  })

  it('end months on the last day a month has', () => {
    expect(computeDeadline({ rule: 'TAY', from: '2026-11-30' })).toMatchObject({
      raw: '2027-02-28',
      due: '2027-03-01',
      moved: [{ date: '2027-02-28', why: 'sunday' }],
    })
  })

  it('count two weeks and a month into Christmas', () => {
    expect(due('TIE', '2026-12-11')).toBe('2026-12-28')
    expect(computeDeadline({ rule: 'MUI', from: '2026-11-24' })).toMatchObject({
      kind: 'guidance',
      raw: '2026-12-24',
      due: '2026-12-28',
    })
  })

  it('set the office its targets', () => {
    expect(due('OFFICE_ACK', '2026-11-24')).toBe('2026-11-24')
    expect(due('OFFICE_ACK', '2026-11-29')).toBe('2026-11-30')
    expect(due('OFFICE_CONTACT', '2026-11-27')).toBe('2026-12-01')
    expect(due('OFFICE_ANSWER', '2026-11-24')).toBe('2026-12-01')
    expect(computeDeadline({ rule: 'OFFICE_ANSWER', from: '2026-11-24' }).kind).toBe('target')
  })
})

describe('every deadline', () => {
  it('agrees with a second, slow implementation', () => {
    fc.assert(
      fc.property(countable, day, service, (rule, from, served) => {
        const fast = computeDeadline({ rule: always(rule), from, served })
        const slow = slowDeadline(from, rule.unit, rule.length, served)
        expect({ ...fast, moved: fast.moved.map((moved) => moved.date) }).toMatchObject(slow)
      }),
      { numRuns: 1000 },
    )
  })

  it('agrees with it also where Saturdays or eves count as working days', () => {
    const rule = always(RULES.find(({ code }) => code === 'TT7')!)
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.boolean(), (from, length, a, b) => {
        const counted = { saturdayCounts: a, eveCounts: b }
        const fast = computeDeadline({ rule: { ...rule, length, ...counted }, from })
        const slow = slowDeadline(from, 'working-days', length, 'none', counted)
        expect({ ...fast, moved: fast.moved.map((moved) => moved.date) }).toMatchObject(slow)
      }),
      { numRuns: 300 },
    )
  })

  it('never ends on a blocked day, whatever counts as a working day', () => {
    fc.assert(
      fc.property(countable, day, service, fc.boolean(), fc.boolean(), (rule, from, served, a, b) => {
        const workingDays = { saturdayCounts: a, eveCounts: b }
        const deadline = computeDeadline({ rule: always(rule), from, served, workingDays })
        expect(blockedBy(Temporal.PlainDate.from(deadline.due))).toBeUndefined()
        expect(deadline.due >= deadline.raw && deadline.raw >= deadline.served).toBe(true)
      }),
    )
  })

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(countable, day, day, service, (rule, one, other, served) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        const end = (from: string) => computeDeadline({ rule: always(rule), from, served }).due
        expect(end(early) <= end(late)).toBe(true)
      }),
    )
  })
})

describe('a date that cannot be computed', () => {
  const refused = (question: Parameters<typeof computeDeadline>[0]) => {
    try {
      computeDeadline(question)
    } catch (error) {
      if (error instanceof DeadlineError) return [error.code, error.value]
      throw error
    }
    return undefined
  }

  it('says why', () => {
    expect(refused({ rule: 'XYZ', from: '2026-01-01' })).toEqual(['unknown-rule', 'XYZ'])
    expect(refused({ rule: 'OIK', from: '2026-02-30' })).toEqual(['bad-date', '2026-02-30'])
    expect(refused({ rule: 'OIK', from: '20260101' })).toEqual(['bad-date', '20260101'])
    expect(refused({ rule: 'OIK', from: '1989-12-31' })).toEqual(['out-of-range', '1989-12-31'])
    expect(refused({ rule: 'OIK', from: '2101-01-01' })).toEqual(['out-of-range', '2101-01-01'])
    expect(refused({ rule: 'SFI', from: '2026-01-01' })).toEqual(['no-length', 'SFI'])
    expect(refused({ rule: 'VAM', from: '2024-12-31' })).toEqual(['before-rule', '2025-01-01'])
    expect(refused({ rule: 'VAM', from: '2025-01-01' })).toBeUndefined()
  })

  it('looks at the day it became known, not the day it was sent', () => {
    expect(refused({ rule: 'KEH', from: '2026-01-30', served: 'letter' })).toBeUndefined()
    expect(refused({ rule: 'KEH', from: '2026-01-30' })).toEqual(['before-rule', '2026-02-01'])
  })
})
