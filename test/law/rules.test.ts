import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/language/lang.ts'
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
