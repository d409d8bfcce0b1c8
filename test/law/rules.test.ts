import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/language/lang.ts'
import { clockAt } from '../../src/law/clock.ts'
import { computeDeadline } from '../../src/law/compute-deadline.ts'
import { explain } from '../../src/law/explain.ts'
import type { Rule } from '../../src/law/rule.ts'
import { RULES, ruleOn, rulesOf } from '../../src/law/rules.ts'

describe('the rules', () => {
  it('hold every clock of the notes on the law, and the office’s three targets', () => {
    const codes =
      'MUI OIK VAL KAN TT1 TT7 TTK TTO PTA PTL LS7 TAY IAK VAM TIE GDP KEH SFI OFFICE_ACK OFFICE_CONTACT OFFICE_ANSWER'
    for (const code of codes.split(' ')) expect(rulesOf(code), code).toHaveLength(1)
  })

  it('say everything in three languages', () => {
    for (const rule of RULES) {
      for (const text of [rule.act, rule.name, rule.duty, rule.start, rule.broken]) {
        for (const lang of LANGS) expect(text[lang], `${rule.code} ${lang}`).toMatch(/\S/)
      }
      for (const lang of LANGS) {
        if (rule.unit !== 'none' && rule.code !== 'TT1' && rule.code !== 'OFFICE_ACK') {
          expect(rule.duty[lang].split('{period}'), `${rule.code} ${lang}`).toHaveLength(2)
        }
      }
    }
  })

  it('call nothing verified that is known with less than 80 %', () => {
    for (const code of ['TTK', 'IAK', 'VAM', 'VAM_START', 'TT1', 'SFI']) {
      expect(rulesOf(code)[0]?.verified, code).toBe(false)
    }
    for (const rule of RULES) {
      const confidence = Number(/known with (\d+) %/.exec(rule.source)?.[1] ?? 100)
      if (confidence < 90) expect(rule.verified, rule.code).toBe(false)
    }
  })

  it('keep statute, guidance and target apart', () => {
    for (const rule of RULES) {
      expect(rule.kind === 'target', rule.code).toBe(rule.owner === 'office')
      if (rule.kind === 'statutory') expect(rule.statute, rule.code).toMatch(/\d/)
      if (rule.kind === 'target') expect(rule.statute, rule.code).toBe('')
    }
    expect(RULES.filter((rule) => rule.kind === 'guidance').map((rule) => rule.code)).toEqual(['MUI', 'TTO'])
  })

  it('never stand two of one code on the same day', () => {
    for (const rule of RULES) {
      const versions = rulesOf(rule.code)
      versions.slice(1).forEach((later, index) => {
        expect(((versions[index] as Rule).validTo ?? '9999') < (later.validFrom ?? '0000')).toBe(true)
      })
    }
  })

  it('are chosen by the day of the event', () => {
    const base = rulesOf('TIE')[0] as Rule
    const rules = [
      { ...base, length: 3, validFrom: '2027-01-01' },
      { ...base, validTo: '2026-12-31' },
    ]
    expect(ruleOn('TIE', '2026-12-31', rules)?.length).toBe(2)
    expect(ruleOn('TIE', '2027-01-01', rules)?.length).toBe(3)
    expect(rulesOf('TIE', rules).map((rule) => rule.length)).toEqual([2, 3])
    expect(ruleOn('NONE', '2027-01-01', rules)).toBeUndefined()
  })
})

describe('an office’s own list of rules', () => {
  const tt7 = rulesOf('TT7')[0] as Rule
  const longer: Rule = { ...tt7, length: 10, pause: 'continue', name: { ...tt7.name, fi: 'Oma nimi' } }

  it('is what a code is looked up in, in every reckoning', () => {
    const own = [...RULES.filter(({ code }) => code !== 'TT7'), longer]
    expect(computeDeadline({ rule: 'TT7', from: '2026-11-02', rules: own }).due).toBe('2026-11-16')
    expect(computeDeadline({ rule: 'TT7', from: '2026-11-02' }).due).toBe('2026-11-11')
    const events = [
      { type: 'start', on: '2026-11-02' },
      { type: 'pause', on: '2026-11-04' },
      { type: 'resume', on: '2026-11-06' },
    ] as const
    // Two of ten days had passed, so eight are counted on; the built-in rule begins its seven anew.
    expect(clockAt('TT7', events, { rules: own }).deadline?.due).toBe('2026-11-18')
    expect(clockAt('TT7', events).deadline?.due).toBe('2026-11-17')
    const own2 = [{ ...longer, duty: { ...longer.duty, fi: 'Oma velvollisuus, {period}.' } }]
    const deadline = computeDeadline({ rule: 'TT7', from: '2026-11-02', rules: own2 })
    expect(explain(deadline, 'fi', { rules: own2 })[0]).toBe('Oma velvollisuus, 10 arkipäivän.')
    expect(() => computeDeadline({ rule: 'OIK', from: '2026-11-02', rules: own2 })).toThrow(/unknown-rule/)
  })

  it('restarts by the version in force on the day of resuming', () => {
    const own = [
      { ...tt7, validTo: '2026-11-04' },
      { ...tt7, length: 2, validFrom: '2026-11-05' },
    ]
    const events = [
      { type: 'start', on: '2026-11-02' },
      { type: 'pause', on: '2026-11-04' },
      { type: 'resume', on: '2026-11-06' },
    ] as const
    expect(clockAt('TT7', events, { rules: own }).deadline).toMatchObject({ length: 2, due: '2026-11-10' })
  })

  it('may say itself what counts as a working day, and the explanation tells it', () => {
    const eves: Rule = { ...tt7, eveCounts: true }
    const both: Rule = { ...tt7, eveCounts: true, saturdayCounts: true }
    const from = '2026-12-18'
    expect(computeDeadline({ rule: eves, from }).due).toBe('2026-12-30')
    expect(explain(computeDeadline({ rule: eves, from }), 'fi', { rule: eves }).join(' ')).toContain(
      'Joulu- ja juhannusaatto lasketaan arkipäiviksi.',
    )
    const counted = computeDeadline({ rule: both, from })
    expect(counted).toMatchObject({
      due: '2026-12-29',
      workingDays: { saturdayCounts: true, eveCounts: true },
    })
    // Whoever asks knows better than the rule.
    expect(computeDeadline({ rule: both, from, workingDays: { eveCounts: false } }).due).toBe('2026-12-30')
    expect(
      computeDeadline({ rule: both, from, workingDays: { eveCounts: false, saturdayCounts: false } }).due,
    ).toBe('2026-12-31')
  })

  it('tells the range of a guidance time', () => {
    const text = explain(computeDeadline({ rule: 'MUI', from: '2026-11-24' }), 'fi')
    expect(text).toContain(rulesOf('MUI')[0]?.range?.fi)
  })
})
