import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { bodyKind } from '../../src/classification/index.ts'
import {
  ANSWER_CODES,
  type AnswerName,
  type Answers,
  citeStatute,
  daysLeft,
  nextQuestion,
  type QuestionName,
  questionsFor,
  REMEDIES,
  type RemedyCode,
  readAnswers,
  waysOpen,
} from '../../src/law/index.ts'

const TODAY = '2026-11-24'
/** A day whose time runs, one whose time is over, none. */
const DAYS = [
  { day: '2026-11-20', served: 'letter' },
  { day: '2026-11-20', served: 'unknown' },
  { day: '2026-10-24', served: 'handed' },
  { day: '2026-01-05', served: 'handed' },
  { day: 'unknown' },
] as const
const CHANGERS = ['review', 'review-kela', 'review-unsure', 'appeal', 'appeal-supreme', 'appeal-kela']

/** Every way the questions can be answered, followed to its end. */
function everyAnswer(answers: Answers = {}): Answers[] {
  const asked: QuestionName | undefined = nextQuestion(answers)
  if (!asked) return [answers]
  if (asked === 'day') return DAYS.flatMap((day) => everyAnswer({ ...answers, ...day }))
  return ANSWER_CODES[asked as AnswerName].flatMap((code) => everyAnswer({ ...answers, [asked]: code }))
}

const ALL = everyAnswer()

describe('the ways open', () => {
  it('are there for each of the many combinations of answers, with a hand-over', () => {
    expect(ALL.length).toBeGreaterThan(2000)
    for (const answers of ALL) {
      const ways = waysOpen(answers, TODAY)
      const codes = ways.map((way) => way.remedy.code)
      expect(ways.length, JSON.stringify(answers)).toBeGreaterThan(0)
      expect(codes, JSON.stringify(answers)).toContain('ombudsman')
      expect(new Set(codes).size).toBe(codes.length)
      // Somebody to turn to besides the ombudsman, unless the ombudsman is all there is.
      expect(ways.some((way) => way.remedy.bodies.length > 0)).toBe(true)
    }
  })

  it('ask six questions at most', () => {
    for (const answers of ALL) expect(questionsFor(answers).length).toBeLessThanOrEqual(6)
  })

  it('put first what changes the decision, whenever its time runs or may run', () => {
    let running = 0
    for (const answers of ALL) {
      const ways = waysOpen(answers, TODAY)
      const at = ways.findIndex((way) => CHANGERS.includes(way.remedy.code))
      const { decision, what, who } = answers
      const paper = decision === 'first' || decision === 'review' || decision === 'court'
      if (paper && who !== 'health-care' && what !== 'treatment')
        expect(at, JSON.stringify(answers)).toBeGreaterThanOrEqual(0)
      if (at < 0) continue
      const way = ways[at]!
      const over = way.deadline && daysLeft(way.deadline, TODAY) < 0
      if (!over) {
        running += 1
        expect(at, JSON.stringify(answers)).toBe(0)
      } else {
        expect(ways[0]!.remedy.code).toBe('ombudsman')
        expect(ways[0]!.reason).toBe('clock-over')
        expect(at).toBe(1)
      }
    }
    expect(running).toBeGreaterThan(100)
  })

  it('assert nothing unverified: no date, no act', () => {
    for (const answers of ALL)
      for (const { remedy, deadline } of waysOpen(answers, TODAY)) {
        if (deadline) expect(deadline.verified && remedy.verified).toBe(true)
        if (!remedy.verified) expect([remedy.statute, remedy.rule]).toEqual(['', undefined])
      }
  })

  it('put an objection beside a review, and a complaint after it', () => {
    const codes = (answers: Answers) => waysOpen(answers, TODAY).map((way) => way.remedy.code)
    const decision = {
      role: 'client',
      what: 'decision',
      who: 'county',
      decision: 'first',
      day: '2026-11-20',
      served: 'letter',
    } as const
    expect(codes({ ...decision, tried: 'nothing' }).slice(0, 3)).toEqual(['review', 'objection', 'complaint'])
    expect(codes({ ...decision, tried: 'objection-answered' }).slice(0, 2)).toEqual(['review', 'complaint'])
    expect(codes({ role: 'client', what: 'money', decision: 'none' }).slice(0, 3)).toEqual([
      'county-support',
      'urgent-assistance',
      'ask-decision',
    ])
    expect(
      codes({
        role: 'client',
        what: 'treatment',
        who: 'early-education',
        when: 'recent',
        tried: 'nothing',
      })[0],
    ).toBe('objection-early-education')
    expect(
      codes({
        role: 'client',
        what: 'delay',
        who: 'kela-assistance',
        when: 'recent',
        tried: 'nothing',
      }).slice(0, 3),
    ).toEqual(['ask-kela', 'complaint-ombudsman', 'county-support'])
    expect(codes({ role: 'staff', who: 'county' })[0]).toBe('staff-report')
    // The act on supervision is not about early education.
    expect(codes({ role: 'staff', who: 'early-education' })).toEqual([
      'staff-report-early-education',
      'ombudsman',
    ])
  })

  it('do not send a person where they have been, and ask first when the objection was made', () => {
    const codes = (answers: Answers) => waysOpen(answers, TODAY).map((way) => way.remedy.code)
    const ill = { role: 'client', what: 'treatment', who: 'county', when: 'not-known' } as const
    const complained = waysOpen({ ...ill, tried: 'complaint' }, TODAY)
    expect(complained[0]!.remedy.code).toBe('objection')
    expect(complained.map(({ reason }) => reason)).not.toContain('answer-did-not-help')
    expect(codes({ ...ill, tried: 'both' })[0]).toBe('ombudsman')
    expect(codes({ ...ill, tried: 'objection-new' })[0]).toBe('ombudsman')
    expect(codes({ ...ill, tried: 'objection' })[0]).toBe('complaint')
    for (const answers of ALL) {
      if (answers.tried !== 'complaint' && answers.tried !== 'both') continue
      const at = (code: RemedyCode) => codes(answers).indexOf(code)
      for (const code of ['complaint', 'complaint-ombudsman'] as const)
        if (at(code) >= 0) expect(at(code), JSON.stringify(answers)).toBeGreaterThan(at('ombudsman'))
    }
  })

  it('name Kela’s review where one is short of money and unsure of the paper', () => {
    const ways = waysOpen({ role: 'relative', what: 'money', decision: 'not-known' }, TODAY)
    expect(ways[0]!.remedy.code).toBe('review-unsure')
    expect(ways.map((way) => way.remedy.code)).toContain('review-kela')
  })

  it('ask a decision of the county that bought a private service', () => {
    for (const what of ['decision', 'delay'] as const) {
      const answers = readAnswers({
        ...{ role: 'client', what, who: 'private', decision: 'none', when: 'recent', tried: 'nothing' },
      })
      const codes = waysOpen(answers, TODAY).map((way) => way.remedy.code)
      expect(codes).toContain('ask-decision-private')
      expect(codes).not.toContain('ask-decision')
    }
  })

  it('ask no day that nothing is counted from', () => {
    for (const answers of ALL)
      if (answers.who === 'early-education' || answers.who === 'kela-benefit')
        expect(questionsFor(answers)).not.toContain('day')
  })

  it('count a day as the law does', () => {
    const [way] = waysOpen(
      {
        role: 'client',
        what: 'decision',
        who: 'county',
        decision: 'first',
        day: '2026-11-25',
        served: 'letter',
        tried: 'nothing',
      },
      '2026-11-26',
    )
    expect(way?.deadline?.due).toBe('2027-01-04')
  })

  it('leave out what no question called for, and what is no code', () => {
    for (const answers of ALL) expect(readAnswers({ ...answers, zzz: 'x' })).toEqual(answers)
    expect(readAnswers({ role: 'client', what: 'zzz', who: 'county' })).toEqual({ role: 'client' })
    expect(readAnswers({ role: 'staff', who: 'county', what: 'money' })).toEqual({
      role: 'staff',
      who: 'county',
    })
    expect(readAnswers({ role: 'client', what: 'money', decision: 'first', day: '20.11.2026' })).toEqual({
      role: 'client',
      what: 'money',
      decision: 'first',
    })
  })

  it('move with the day: what ran yesterday may be over today, and never the other way', () => {
    const answers = readAnswers({
      role: 'client',
      what: 'money',
      decision: 'first',
      day: '2026-10-01',
      served: 'handed',
    })
    let over = false
    for (let n = 0; n < 60; n++) {
      const today = Temporal.PlainDate.from('2026-10-02').add({ days: n }).toString()
      const now = waysOpen(answers, today)[0]!.remedy.code === 'ombudsman'
      if (over) expect(now).toBe(true)
      over = now
    }
    expect(over).toBe(true)
  })
})

describe('the remedies', () => {
  it.each(REMEDIES.map((each) => [each.code, each] as const))('%s is told in full', (_, each) => {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      for (const text of [each.name, each.to, each.when, each.can, each.cannot, ...each.write])
        expect(text[lang].trim()).not.toBe('')
      if (each.statute) expect(citeStatute(each.statute, lang)).toBeTruthy()
    }
    for (const body of each.bodies) expect(bodyKind(body)).toBeDefined()
  })
})
