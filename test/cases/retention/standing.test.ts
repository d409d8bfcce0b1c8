import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  generalise,
  groupSize,
  K,
  QUASI_IDENTIFIERS,
  type QuasiCodes,
} from '../../../src/cases/retention/generalise.ts'
import { type RetentionFacts, type Rule, standingOf } from '../../../src/cases/retention/standing.ts'

const rule = (given: Partial<Rule> = {}): Rule => ({
  id: '0198a000-0000-7000-8000-0000000000aa',
  kind: 'complaint',
  outcome: '',
  action: 'destroy',
  startsFrom: 'closed',
  years: 2,
  quietDays: 90,
  warnDays: [90, 30, 7],
  source: 'Päätös 1',
  setAt: new Date('2026-01-01T10:00:00Z'),
  ...given,
})
const facts = (given: Partial<RetentionFacts> = {}): RetentionFacts => ({
  kind: 'complaint',
  outcome: null,
  closedOn: '2024-03-01',
  lastActivityOn: '2024-04-01',
  lastMeasureOn: '2024-02-01',
  clientOn: null,
  marks: [],
  warned: [],
  ...given,
})

describe('where a matter stands', () => {
  it('is nowhere near an end while the office has set no rule, or the case is open', () => {
    expect(standingOf(facts(), [], '2126-01-01')).toMatchObject({ state: 'no-rule', dueOn: null })
    expect(standingOf(facts(), [rule({ kind: 'advice' })], '2126-01-01').state).toBe('no-rule')
    expect(standingOf(facts({ closedOn: null }), [rule()], '2126-01-01').state).toBe('open')
  })
  it('takes the rule of the outcome before the one for all', () => {
    const rules = [rule(), rule({ outcome: 'resolved', action: 'keep', years: 5 })]
    expect(standingOf(facts({ outcome: 'resolved' }), rules, '2026-03-01')).toMatchObject({ state: 'keep' })
    expect(standingOf(facts({ outcome: 'other' }), rules, '2026-03-01')).toMatchObject({
      dueOn: '2026-03-01',
    })
  })
  it.each([
    ['closed', '2026-03-01'],
    ['last-activity', '2026-04-01'],
    ['last-measure', '2026-02-01'],
  ] as const)('counts from %s', (startsFrom, dueOn) => {
    expect(standingOf(facts(), [rule({ startsFrom })], '2025-01-01')).toMatchObject({
      dueOn,
      state: 'running',
    })
  })
  it('ends a time that began on a leap day on the last of February', () => {
    expect(standingOf(facts({ closedOn: '2024-02-29' }), [rule()], '2025-01-01').dueOn).toBe('2026-02-28')
  })
  it('warns in steps, and destroys only after the shortest warning has run', () => {
    const at = (today: string, warned: RetentionFacts['warned'] = []) =>
      standingOf(facts({ warned }), [rule()], today)
    expect(at('2025-11-30')).toMatchObject({ state: 'running', stage: null })
    expect(at('2025-12-01')).toMatchObject({ state: 'near', stage: 90 })
    expect(at('2026-01-30')).toMatchObject({ stage: 30 })
    expect(at('2026-02-22')).toMatchObject({ stage: 7 })
    // A backlog found over its time is told of first.
    expect(at('2027-01-01')).toMatchObject({ state: 'told', destroyOn: null, stage: 7 })
    const warned = [{ dueOn: '2026-03-01', on: '2027-01-01' }]
    expect(at('2027-01-07', warned)).toMatchObject({ state: 'told', destroyOn: '2027-01-08' })
    expect(at('2027-01-08', warned)).toMatchObject({ state: 'due', destroyOn: '2027-01-08' })
    // A warning of another end does not count.
    expect(at('2027-01-08', [{ dueOn: '2026-02-01', on: '2025-12-01' }])).toMatchObject({ state: 'told' })
  })
  it('is held by a hold, a limit, a later look and a client who was there lately', () => {
    const warned = [{ dueOn: '2026-03-01', on: '2025-12-01' }]
    const at = (given: Partial<RetentionFacts>) =>
      standingOf(facts({ warned, ...given }), [rule()], '2026-06-01')
    expect(at({}).state).toBe('due')
    for (const kind of ['hold', 'limit', 'later'] as const) {
      expect(at({ marks: [{ kind, until: null }] })).toMatchObject({ state: 'held', holds: [{ why: kind }] })
      expect(at({ marks: [{ kind, until: '2026-06-01' }] }).state).toBe('held')
      expect(at({ marks: [{ kind, until: '2026-05-31' }] }).state).toBe('due')
    }
    expect(at({ clientOn: '2026-03-04' })).toMatchObject({ holds: [{ why: 'client', until: '2026-06-02' }] })
    expect(at({ clientOn: '2026-03-03' }).state).toBe('due')
    expect(at({ marks: [{ kind: 'keep', until: null }] }).state).toBe('keep')
  })
  it('waits for a person where the rule says so', () => {
    const warned = [{ dueOn: '2026-03-01', on: '2025-12-01' }]
    const review = [rule({ action: 'review' })]
    expect(standingOf(facts({ warned }), review, '2026-06-01')).toMatchObject({
      state: 'review',
      destroyOn: null,
    })
    const decided = facts({ warned, marks: [{ kind: 'destroy', until: null }] })
    expect(standingOf(decided, review, '2026-06-01').state).toBe('due')
    // Nobody's decision makes a rule's end come earlier.
    expect(standingOf(decided, review, '2026-02-01').state).toBe('near')
  })

  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
  it('never destroys before the end, while held, or untold: whatever the facts', () => {
    const anyRule = fc.record({
      action: fc.constantFrom('destroy', 'keep', 'review'),
      startsFrom: fc.constantFrom('closed', 'last-activity', 'last-measure'),
      years: fc.integer({ min: 0, max: 10 }),
      quietDays: fc.integer({ min: 0, max: 400 }),
      warnDays: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }),
    })
    const mark = fc.record({
      kind: fc.constantFrom('hold', 'limit', 'later', 'keep', 'destroy'),
      until: fc.option(days),
    })
    const anyFacts = fc.record({
      closedOn: days,
      lastActivityOn: days,
      lastMeasureOn: days,
      clientOn: fc.option(days),
      marks: fc.array(mark, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(anyRule, anyFacts, days, days, (given, found, warnedOn, today) => {
        const own = rule(given as Partial<Rule>)
        const first = standingOf(facts(found as Partial<RetentionFacts>), [own], today)
        const warned = first.dueOn ? [{ dueOn: first.dueOn, on: warnedOn }] : []
        const now = standingOf(facts({ ...(found as Partial<RetentionFacts>), warned }), [own], today)
        if (now.state !== 'due') return
        expect(now.dueOn! <= today).toBe(true)
        expect(now.holds).toEqual([])
        expect(own.action).not.toBe('keep')
        const since = (Date.parse(today) - Date.parse(warnedOn)) / 86_400_000
        expect(since).toBeGreaterThanOrEqual(Math.min(...own.warnDays))
        if (found.clientOn)
          expect((Date.parse(today) - Date.parse(found.clientOn)) / 86_400_000).toBeGreaterThanOrEqual(
            own.quietDays,
          )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('kept rows', () => {
  const row = fc.record({
    municipality: fc.option(fc.constantFrom('837', '536', '211')),
    service: fc.option(fc.constantFrom('a', 'b', 'c')),
    ageBand: fc.option(fc.constantFrom('18-29', '30-64', '65+')),
    language: fc.option(fc.constantFrom('fi', 'sv')),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    serviceTask: fc.option(fc.constantFrom('x', 'y')),
    person: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'),
  })
  it('are among at least five persons, or say nothing by which one could be known again', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const size = (one: QuasiCodes) => groupSize(one, rows)
        for (const one of rows) {
          const { row: kept } = generalise(one, size)
          expect(size(kept) >= K || QUASI_IDENTIFIERS.every((name) => kept[name] === null)).toBe(true)
          for (const name of QUASI_IDENTIFIERS) expect([null, one[name]]).toContain(kept[name])
        }
      }),
      { numRuns: 300 },
    )
  })
  it('give up no more than they must: the last code given up was needed', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const size = (one: QuasiCodes) => groupSize(one, rows)
        for (const one of rows) {
          const { row: kept, given } = generalise(one, size)
          const last = given.at(-1)
          if (last) expect(size({ ...kept, [last]: one[last] })).toBeLessThan(K)
        }
      }),
      { numRuns: 300 },
    )
  })
})
