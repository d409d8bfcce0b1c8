import { describe, expect, it } from 'vitest'
import { faultsIn, versionShown, versionsAfter } from '../../../src/cases/index.ts'
import { RULES, type Rule, rulesOf } from '../../../src/law/index.ts'

const tt7 = rulesOf('TT7')[0] as Rule
const faults = (change: Partial<Rule>, others: readonly Rule[] = []) =>
  faultsIn({ ...tt7, ...change }, others).map(({ field, problem }) => `${field} ${problem}`)

describe('a rule that is to be saved', () => {
  it('has no fault when it is one of the built-in rules', () => {
    for (const rule of RULES) expect(faultsIn(rule, []), rule.code).toEqual([])
  })

  it('is told everything that is wrong with it', () => {
    expect(faults({ unit: 'fortnights' as never })).toEqual(['unit unknown'])
    expect(faults({ length: 1001 })).toEqual(['length length'])
    expect(faults({ length: 1.5 })).toEqual(['length length'])
    expect(faults({ unit: 'months', length: 0 })).toEqual(['length length'])
    expect(faults({ unit: 'none', length: 3 })).toEqual(['length length'])
    expect(faults({ statute: '' })).toEqual(['statute statute-missing'])
    expect(faults({ kind: 'target' })).toEqual(['owner target-owner'])
    expect(faults({ source: '' })).toEqual(['source source-missing'])
    expect(faults({ name: { fi: 'Nimi', sv: '', en: 'Name' } })).toEqual(['name-sv empty'])
    expect(faults({ range: { fi: 'Väli', sv: '', en: 'Range' } })).toEqual(['range-sv empty'])
    expect(faults({ name: { fi: 'x'.repeat(201), sv: 'x', en: 'x' } })).toEqual(['name-fi too-long'])
    expect(faults({ duty: { fi: '{aika}', sv: '{period}', en: 'x' } })).toEqual(['duty-fi placeholder'])
    expect(faults({ validFrom: '2026-02-01', validTo: '2026-01-01' })).toEqual(['validTo dates-order'])
  })

  it('shares no day with another version of its code', () => {
    const old = { ...tt7, validTo: '2026-12-31' }
    expect(faults({ validFrom: '2026-12-31' }, [old])).toEqual(['validFrom overlap'])
    expect(faults({ validFrom: '2027-01-01' }, [old])).toEqual([])
    expect(faults({}, [old])).toEqual(['validFrom overlap'])
  })
})

describe('the versions after an edit', () => {
  const next = { ...tt7, length: 9, validFrom: '2027-01-01' }
  it('end the one in force on the day before the new one begins', () => {
    expect(versionsAfter([tt7], { how: 'add', rule: next })).toEqual([
      { ...tt7, validTo: '2026-12-31' },
      next,
    ])
    const limited = { ...tt7, validTo: '2027-12-31' }
    expect(versionsAfter([limited], { how: 'add', rule: next })).toEqual([
      { ...limited, validTo: '2026-12-31' },
      { ...next, validTo: '2027-12-31' },
    ])
  })

  it('put the edited one in its place, and none when going back', () => {
    const both = versionsAfter([tt7], { how: 'add', rule: next })
    const edited = { ...next, length: 10 }
    expect(versionsAfter(both, { how: 'edit', at: '2027-01-01', rule: edited })[1]).toEqual(edited)
    expect(versionsAfter(both, { how: 'revert' })).toEqual([])
  })

  it('are shown by the day: in force, next to come, last there was', () => {
    const both = versionsAfter([tt7], { how: 'add', rule: next })
    expect(versionShown(both, '2026-11-24')?.length).toBe(7)
    expect(versionShown(both, '2027-11-24')?.length).toBe(9)
    expect(versionShown([next], '2026-11-24')?.length).toBe(9)
    expect(versionShown([{ ...tt7, validTo: '2020-01-01' }], '2026-11-24')?.length).toBe(7)
  })
})
