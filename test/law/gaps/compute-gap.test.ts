import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { blockedBy } from '../../../src/law/calendar.ts'
import {
  checkGapDays,
  computeGap,
  type GapFacts,
  type HandOff,
  inOrder,
  oddDays,
  RULES,
  type Rule,
  readHandOffs,
} from '../../../src/law/index.ts'

const today = '2027-02-01'
const alone = { adults: 'alone', children10to17: 0, childrenUnder10: 0 } as const
const of = (facts: GapFacts, on = today) => computeGap(facts, { today: on })

describe('a benefit gap', () => {
  it('knows the vector: applied on Friday 18.12.2026, due on 31.12., paid on 20.1.2027', () => {
    const { time, daysWithoutIncome } = of({
      appliedAt: '2026-12-18',
      paidAt: '2027-01-20',
      lastIncomeAt: '2026-12-15',
      rule: 'TT7',
    })
    expect(time?.deadline.due).toBe('2026-12-31')
    // 4, 5, 7, 8, 11 to 15, 18 to 20 January; the first and the sixth are holidays.
    expect(time).toMatchObject({ workingDaysOver: 12, late: true, kept: true, until: '2027-01-20' })
    expect(daysWithoutIncome).toBe(36)
  })

  it('counts working days as the office does', () => {
    const facts: GapFacts = { appliedAt: '2026-12-18', paidAt: '2027-01-20', rule: 'TT7' }
    const { time } = computeGap(facts, { today, workingDays: { eveCounts: true, saturdayCounts: true } })
    // The seventh, with the eve and one Saturday, is 29.12.; then also 30 and 31 and the Saturdays 2, 9 and 16 January.
    expect(time?.deadline.due).toBe('2026-12-29')
    expect(time?.workingDaysOver).toBe(2 + 12 + 3)
  })

  it('goes by the rule of the office, its length and its working days', () => {
    const own: Rule = { ...RULES.find(({ code }) => code === 'TT7')!, length: 3, saturdayCounts: true }
    const facts: GapFacts = { appliedAt: '2026-12-18', paidAt: '2027-01-02', rule: 'TT7' }
    const { time } = computeGap(facts, { today, rules: [own] })
    // 19, 21 and 22 December; then 23, 28 to 31 and Saturday 2 January.
    expect(time).toMatchObject({ deadline: { due: '2026-12-22' }, workingDaysOver: 6 })
  })

  it('runs to today while nothing was paid, and is not late before the end', () => {
    const facts: GapFacts = { appliedAt: '2026-12-18', lastIncomeAt: '2026-12-18', rule: 'TT7' }
    expect(of(facts, '2026-12-31').time).toMatchObject({ late: false, workingDaysOver: 0, kept: false })
    expect(of(facts, '2027-01-04').time).toMatchObject({ late: true, workingDaysOver: 1 })
    expect(of(facts, '2027-01-04')).toMatchObject({ daysWithoutIncome: 17, ended: false })
  })

  it('ends the time of a decision with the decision, and that of carrying it out with what came of it', () => {
    const facts: GapFacts = { appliedAt: '2026-08-03', decidedAt: '2026-08-10', paidAt: '2026-12-20' }
    expect(of({ ...facts, rule: 'TT7' }).time).toMatchObject({ late: false, until: '2026-08-10' })
    expect(of({ ...facts, rule: 'TAY' }).time).toMatchObject({ late: true, until: '2026-12-20' })
  })

  it('begins the time anew when the supplement arrives, or when its time runs out', () => {
    const asked = { askedAt: '2026-10-05', dueAt: '2026-10-12' }
    const facts: GapFacts = { appliedAt: '2026-10-01', rule: 'TT7' }
    const due = (round: object, on = today) =>
      of({ ...facts, supplements: [{ ...asked, ...round }] }, on).time
    expect(due({ at: '2026-10-09' })?.deadline.due).toBe('2026-10-20')
    expect(due({ at: '2026-10-30' })?.deadline.due).toBe('2026-10-21')
    expect(due({})?.rule.start.fi).toMatch(/lisäselvityksen/)
    expect(of(facts).time?.rule.start.fi).not.toMatch(/lisäselvityksen/)
    expect(due({})?.deadline.due).toBe('2026-10-21')
    expect(due({}, '2026-10-08')).toMatchObject({ waiting: true, late: false })
    // A supplement that was asked for after the end saves nobody.
    expect(due({ askedAt: '2026-10-13', dueAt: '2026-10-20', at: '2026-10-20' })?.deadline.due).toBe(
      '2026-10-12',
    )
  })

  it('takes several rounds, also one asked for before the one before had come', () => {
    const supplements = [
      { askedAt: '2026-10-05', at: '2026-10-09' },
      { askedAt: '2026-10-08', at: '2026-10-14' },
    ]
    const { time } = of({ appliedAt: '2026-10-01', rule: 'TT7', supplements })
    expect(time?.deadline.due).toBe('2026-10-23')
  })

  it("never calls a client's own time anybody's delay", () => {
    const { time } = of({ appliedAt: '2026-03-02', ruleFrom: '2026-04-01', rule: 'KEH' })
    expect(time).toMatchObject({ ofClient: true, late: false, workingDaysOver: 0 })
    expect(time?.deadline.from).toBe('2026-04-01')
  })

  it('estimates fourteen days of somebody alone at 269.93, and takes off what bridged them', () => {
    const facts: GapFacts = { lastIncomeAt: '2026-11-01', paidAt: '2026-11-15', household: alone }
    expect(of(facts).estimate).toMatchObject({ gross: 26993, bridged: 0, net: 26993, verified: true })
    expect(of(facts).estimate?.parts).toMatchObject([{ days: 14, rate: 57843, from: '2026-11-02' }])
    const bridging = [{ kind: 'preventive', cents: 10000 }, { kind: 'parish' }]
    expect(of({ ...facts, bridging }).estimate).toMatchObject({ bridged: 10000, net: 16993 })
    expect(of({ ...facts, bridging: [{ kind: 'debt', cents: 99900 }] }).estimate?.net).toBe(0)
  })

  it('estimates a daily benefit by five days a week, with 37.21 a day', () => {
    const facts: GapFacts = { lastIncomeAt: '2026-11-01', paidAt: '2026-11-15', estimate: 'daily-benefit' }
    // Monday 2 to Sunday 15 November: ten benefit days.
    expect(of(facts).estimate).toMatchObject({ gross: 37210, basis: 'daily-benefit' })
  })

  it('takes the amounts of each day, for a household with its children from the eldest', () => {
    const household = { adults: 'couple', children10to17: 1, childrenUnder10: 3 } as const
    const { estimate } = of({ lastIncomeAt: '2026-02-26', paidAt: '2026-03-02', household })
    const before = 2 * 50687 + 41742 + 34587 + 31605 + 31605
    const since = 2 * 49745 + 41763 + 34706 + 31814 + 31814
    expect(estimate?.parts.map(({ days, rate }) => [days, rate])).toEqual([
      [2, before],
      [2, since],
    ])
    expect(estimate?.gross).toBe(Math.round((2 * before + 2 * since) / 30))
    expect(estimate?.verified).toBe(false)
  })

  it('says for how many days no amount is known, and estimates nothing without a start or a household', () => {
    expect(of({ lastIncomeAt: '2025-12-29', paidAt: '2026-01-02', household: alone }).estimate).toMatchObject(
      {
        daysWithoutAmount: 2,
      },
    )
    expect(of({ paidAt: '2026-01-02', household: alone }).estimate).toBeUndefined()
    expect(of({ lastIncomeAt: '2026-05-02' }).estimate).toBeUndefined()
    expect(of({ lastIncomeAt: '2026-05-02', household: alone, estimate: 'none' }).estimate).toBeUndefined()
  })

  it('is urgent for food, medicine, home and children, with an answer due the next working day', () => {
    const friday = '2026-11-27'
    expect(of({ effects: ['rent-arrears', 'no-food'] }, friday)).toMatchObject({
      urgent: ['no-food'],
      urgentAnswerBy: { rule: 'TT1', due: '2026-11-30' },
    })
    expect(of({ effects: ['rent-arrears'] }, friday).urgent).toEqual([])
    expect(of({ effects: ['no-food'], paidAt: '2026-11-26' }, friday).urgentAnswerBy).toBeUndefined()
  })

  it('finds the loop of three authorities, each loop once', () => {
    const way: HandOff[] = [
      { from: 'kela', to: 'county' },
      { from: 'county', to: 'employment' },
      { from: 'employment', to: 'kela' },
    ]
    expect(readHandOffs(way)).toEqual({
      count: 3,
      bounces: 1,
      loops: [{ authorities: ['kela', 'county', 'employment', 'kela'] }],
      authorities: ['kela', 'county', 'employment'],
    })
    const on = readHandOffs([...way, { from: 'kela', to: 'county' }, { from: 'county', to: 'kela' }])
    expect(on).toMatchObject({ count: 5, bounces: 3 })
    expect(on.loops.map(({ authorities }) => authorities.join(' '))).toEqual([
      'kela county employment kela',
      'county employment kela county',
      'kela county kela',
    ])
    expect(readHandOffs(way.slice(0, 2))).toMatchObject({ count: 2, bounces: 0, loops: [] })
    // Sent twice the same way is a bounce but closes no loop.
    expect(readHandOffs([way[0]!, way[0]!])).toMatchObject({ bounces: 1, loops: [] })
  })

  it('puts hand-offs in the order of their days', () => {
    const { loops } = readHandOffs([
      { from: 'county', to: 'kela', on: '2026-10-09' },
      { from: 'kela', to: 'county', on: '2026-10-01' },
    ])
    expect(loops).toEqual([{ authorities: ['kela', 'county', 'kela'] }])
  })

  it('leaves hand-offs as they were written where a day is missing', () => {
    const written: HandOff[] = [
      { from: 'kela', to: 'county', on: '2026-10-09' },
      { from: 'county', to: 'employment-area' },
      { from: 'employment-area', to: 'kela', on: '2026-10-01' },
    ]
    expect(inOrder(written)).toEqual(written)
    expect(readHandOffs(written).loops).toEqual([
      { authorities: ['kela', 'county', 'employment-area', 'kela'] },
    ])
  })

  it('points at hand-offs whose days are odd, and refuses none of them', () => {
    const facts = {
      lastIncomeAt: '2026-10-02',
      appliedAt: '2026-10-05',
      handOffs: [
        { from: 'kela', to: 'county', on: '2026-10-09' },
        { from: 'county', to: 'kela' },
        { from: 'kela', to: 'county', on: '2026-10-01' },
        { from: 'county', to: 'kela', on: '2026-10-09' },
      ],
    }
    expect(oddDays(facts)).toEqual([
      { on: '2026-10-01', why: 'backwards', than: '2026-10-09' },
      { on: '2026-10-01', why: 'appliedAt', than: '2026-10-05' },
      { on: '2026-10-01', why: 'lastIncomeAt', than: '2026-10-02' },
    ])
    expect(checkGapDays(facts, '2026-11-24')).toEqual([])
  })

  it('takes no day of a year nobody counts', () => {
    const wrong = checkGapDays(
      {
        appliedAt: '1066-01-01',
        lastIncomeAt: '1989-12-31',
        decidedAt: '1066-02-01',
        supplements: [{ askedAt: '1066-01-01', dueAt: '9999-01-01' }],
        handOffs: [{ from: 'kela', to: 'county', on: '1066-01-01' }],
      },
      '2026-11-24',
    )
    expect(wrong.map(({ field, why }) => `${field} ${why}`)).toEqual([
      'appliedAt early',
      'lastIncomeAt early',
      'supplement-0-askedAt early',
      'supplement-0-dueAt far',
      'decidedAt early',
      'handOff-0-on early',
    ])
    expect(checkGapDays({ appliedAt: '1990-01-01' }, '2026-11-24')).toEqual([])
  })

  it('tells what cannot be in its days', () => {
    const wrong = (facts: GapFacts) => checkGapDays(facts, '2026-11-24')
    expect(wrong({ appliedAt: '2026-11-25' })).toEqual([{ field: 'appliedAt', why: 'future' }])
    expect(wrong({ appliedAt: '2026-11-20', paidAt: '2026-11-19' })).toEqual([
      { field: 'paidAt', why: 'before', than: 'appliedAt' },
    ])
    expect(
      wrong({
        appliedAt: '2026-11-01',
        supplements: [{ askedAt: '2026-11-05', dueAt: '2026-12-05', at: '2026-11-04' }],
      }),
    ).toEqual([{ field: 'supplement-0-at', why: 'before', than: 'supplement-0-askedAt' }])
    expect(wrong({ appliedAt: '2026-11-01', decidedAt: '2026-11-24', paidAt: '2026-11-24' })).toEqual([])
  })
})

describe('the laws of a benefit gap', () => {
  const first = Temporal.PlainDate.from('2026-06-01')
  const day = fc.integer({ min: 0, max: 300 }).map((days) => first.add({ days }).toString())

  it('never has fewer days for waiting longer', () => {
    fc.assert(
      fc.property(day, day, day, (lastIncomeAt, one, other) => {
        const [sooner, later] = [one, other].sort()
        const facts: GapFacts = { lastIncomeAt, appliedAt: lastIncomeAt, rule: 'TT7', household: alone }
        const [a, b] = [of(facts, sooner), of(facts, later)]
        expect(b.daysWithoutIncome!).toBeGreaterThanOrEqual(a.daysWithoutIncome!)
        expect(b.estimate!.gross).toBeGreaterThanOrEqual(a.estimate!.gross)
        expect(b.time!.workingDaysOver).toBeGreaterThanOrEqual(a.time!.workingDaysOver)
      }),
    )
  })

  it('counts the working days over as slowly as one can', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [appliedAt, paidAt] = [one, other].sort() as [string, string]
        const { time } = of({ appliedAt, paidAt, rule: 'TT7' }, '2027-06-01')
        const days = Array.from({ length: 400 }, (_, n) =>
          Temporal.PlainDate.from(time!.deadline.due).add({ days: n }),
        )
        const over = days.filter((d) => `${d}` > time!.deadline.due && `${d}` <= paidAt && !blockedBy(d))
        expect(time!.workingDaysOver).toBe(over.length)
        expect(time!.late).toBe(paidAt > time!.deadline.due)
      }),
    )
  })

  it('adds up parts to the whole, within the cent that is rounded', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (start, n, m) => {
        const middle = Temporal.PlainDate.from(start).add({ days: n }).toString()
        const end = Temporal.PlainDate.from(middle).add({ days: m }).toString()
        const sum = (lastIncomeAt: string, paidAt: string) =>
          of({ lastIncomeAt, paidAt, household: alone }).estimate!.gross
        expect(Math.abs(sum(start, end) - sum(start, middle) - sum(middle, end))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('every loop begins and ends at one authority and walks along hand-offs; bounces are never fewer than loops', () => {
    const authority = fc.constantFrom('a', 'b', 'c', 'd')
    const handOff = fc.record({ from: authority, to: authority }).filter(({ from, to }) => from !== to)
    fc.assert(
      fc.property(fc.array(handOff, { maxLength: 12 }), (way) => {
        const { loops, bounces, count } = readHandOffs(way)
        expect(bounces).toBeGreaterThanOrEqual(loops.length)
        expect(count).toBe(way.length)
        const steps = new Set(way.map(({ from, to }) => `${from}${to}`))
        for (const { authorities } of loops) {
          expect(authorities[0]).toBe(authorities.at(-1))
          for (const [index, from] of authorities.slice(0, -1).entries())
            expect(steps.has(`${from}${authorities[index + 1]}`)).toBe(true)
        }
      }),
    )
  })
})
