import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  changeFigures,
  changeOf,
  closeFeedbackBatches,
  followChange,
  giveFeedback,
  goalAttainment,
  rate,
  setGoals,
  tellChange,
} from '../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse({ now: '2026-11-24T09:00:00Z' })
  office = await openOffice(house)
})
afterAll(() => house.close())

const change = (caseId: string) =>
  office.as(office.maija, async (t) =>
    changeOf(t, await t.sql.case.findUniqueOrThrow({ where: { id: caseId } })),
  )
const close = (caseId: string) =>
  office.as(office.maija, (t) =>
    applyEvent(t, caseId, { type: 'CLOSE', fields: { outcome: 'advised' } }, 'office'),
  )
const opened = (id: string) => ({ id, organisation: '08' })

describe('goal attainment', () => {
  it('is the published vector', () => {
    const goals = [
      { weight: 1, level: 1 },
      { weight: 1, level: 0 },
    ]
    expect(goalAttainment(goals)!.toFixed(2)).toBe('56.20')
  })
  it('is 50 where all went as hoped, and none without goals', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(weights, (all) => {
        expect(goalAttainment(all.map((weight) => ({ weight, level: 0 })))).toBe(50)
      }),
    )
    expect(goalAttainment([])).toBeUndefined()
  })
  it('grows with every goal that goes better, and does not mind by how much all weights are multiplied', () => {
    const goal = fc.record({ weight: fc.integer({ min: 1, max: 3 }), level: fc.integer({ min: -2, max: 1 }) })
    fc.assert(
      fc.property(fc.array(goal, { minLength: 1, maxLength: 3 }), fc.nat(2), (goals, which) => {
        const score = goalAttainment(goals)!
        const better = goals.map((one, i) =>
          i === which % goals.length ? { ...one, level: one.level + 1 } : one,
        )
        expect(goalAttainment(better)!).toBeGreaterThan(score)
        const heavier = goals.map((one) => ({ ...one, weight: one.weight * 7 }))
        expect(goalAttainment(heavier)!).toBeCloseTo(score, 9)
      }),
    )
  })
})

describe('goals and ratings', () => {
  it('are in the client’s words, and both judgements stay', async () => {
    const { caseId } = await office.submit()
    const words = 'Saan <b>apua</b> joka aamu *varmasti*'
    const ratings = { situation: 2, income: 3 }
    await tellChange(house, opened(caseId), { goals: [words, ''], phase: 'start', ratings })
    await office.as(office.maija, (t) =>
      rate(t, caseId, { by: 'office', phase: 'start', ratings: { situation: 4 } }),
    )
    const seen = await change(caseId)
    expect(seen.goals).toEqual([{ n: 1, text: words, weight: 1, setBy: 'client' }])
    expect(seen.value('client', 'start', 'situation')).toBe(2)
    expect(seen.value('office', 'start', 'situation')).toBe(4)
    const [row] = await office.rows<{ all: string }>(
      `select coalesce(json_agg(g)::text, '') || (select json_agg(e.fields)::text from case_event e where e.case_id = $1) as all
       from goal g where case_id = $1`,
      caseId,
    )
    expect(row!.all).not.toContain('apua')
  })
  it('keep their place when a goal is worded anew, and go with a goal that is emptied', async () => {
    const { caseId } = await office.submit()
    const set = (...texts: string[]) =>
      office.as(office.maija, (t) =>
        setGoals(
          t,
          caseId,
          texts.map((text) => ({ text, weight: 2 })),
          'office',
        ),
      )
    await set('Yksi', 'Kaksi')
    await office.as(office.maija, (t) =>
      rate(t, caseId, { by: 'client', phase: 'start', ratings: { 'goal:1': 1, 'goal:2': 2 } }),
    )
    await set('Ykkönen', '')
    const seen = await change(caseId)
    expect(seen.goals.map(({ text }) => text)).toEqual(['Ykkönen'])
    expect(seen.value('client', 'start', 'goal:1')).toBe(1)
    expect(seen.value('client', 'start', 'goal:2')).toBeUndefined()
  })
  it.each([
    { situation: 11 },
    { situation: -1 },
    { situation: 1.5 },
    { mood: 5 },
    { 'gas:1': 1 },
    { 'goal:4': 5 },
  ])('refuse %j at the start', async (ratings) => {
    const { caseId } = await office.submit()
    const rated = office.as(office.maija, (t) =>
      rate(t, caseId, {
        by: 'office',
        phase: 'start',
        ratings: ratings as unknown as Record<string, number>,
      }),
    )
    await expect(rated).rejects.toMatchObject({ code: 'field-invalid' })
  })
  it('of the end are the client’s to give once the case has ended', async () => {
    const { caseId } = await office.submit()
    await tellChange(house, opened(caseId), { goals: ['Uusi päätös'], phase: 'start', ratings: {} })
    expect((await followChange(house, opened(caseId))).ended).toBe(false)
    await close(caseId)
    const { ended, change: seen } = await followChange(house, opened(caseId))
    expect([ended, seen.goals.length]).toEqual([true, 1])
  })
})

describe('the figures of a year', () => {
  it('count cases with both a start and an end, each judgement apart, and goals by attainment', async () => {
    house.setNow('2025-03-03T09:00:00Z')
    const one = async (start: number, end: number, office_: number, gas: number) => {
      const { caseId } = await office.submit()
      await tellChange(house, opened(caseId), {
        goals: ['Apu'],
        phase: 'start',
        ratings: { situation: start },
      })
      await close(caseId)
      await tellChange(house, opened(caseId), { goals: [], phase: 'end', ratings: { situation: end } })
      await office.as(office.maija, (t) =>
        rate(t, caseId, { by: 'office', phase: 'end', ratings: { situation: office_, 'gas:1': gas } }),
      )
      return caseId
    }
    const ids = [await one(2, 8, 8, 1), await one(4, 4, 7, 0), await one(6, 3, 3, -1)]
    const onlyStart = await office.submit()
    await tellChange(house, opened(onlyStart.caseId), {
      goals: [],
      phase: 'start',
      ratings: { situation: 9 },
    })
    await close(onlyStart.caseId)
    for (const id of ids) await giveFeedback(house, opened(id), { heard: 'yes', trust: 'no' })
    const figures = await office.as(office.maija, (t) => changeFigures(t, 2025))
    expect(figures.closed).toBe(4)
    expect(figures.lines).toEqual([
      {
        subject: 'situation',
        by: 'client',
        n: 3,
        startMedian: 4,
        endMedian: 4,
        better: 1,
        same: 1,
        worse: 1,
      },
    ])
    expect(figures.disagree).toEqual({ n: 3, apart: 1 })
    expect(figures.attainment.find(({ by }) => by === 'office')).toEqual({
      by: 'office',
      n: 3,
      below: 1,
      as: 1,
      above: 1,
    })
    // Three answers are too few to be opened.
    await closeFeedbackBatches(house)
    expect(figures.feedback).toMatchObject({ answers: 0, asked: 0, closedAt: null })
    const other = await office.as(office.maija, (t) => changeFigures(t, 2024))
    expect(other).toMatchObject({ closed: 0, lines: [] })
    house.setNow('2026-11-24T09:00:00Z')
  })
})
