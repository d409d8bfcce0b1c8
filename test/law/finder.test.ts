import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { bodyKind } from '../../src/classification/index.ts'
import { FindError, findDeadline, RULES, SITUATIONS, situation, WAYS } from '../../src/law/index.ts'
import { slowDeadline } from './slow-deadline.ts'

const TODAY = '2026-11-24'
const find = (id: string, from: string, served: (typeof WAYS)[number] = 'handed') =>
  findDeadline(situation(id)!, from, served, TODAY)
const due = (...args: Parameters<typeof find>) => {
  const found = find(...args)
  return found.kind === 'none' ? undefined : found.deadline.due
}
const refused = (id: string, from: string) => {
  try {
    find(id, from)
  } catch (error) {
    if (error instanceof FindError) return error.code
    throw error
  }
  return undefined
}

describe('the finder', () => {
  it('gives the dates that were computed independently', () => {
    expect(due('decision', '2026-11-06')).toBe('2026-12-07')
    expect(due('decision', '2026-05-20')).toBe('2026-06-22')
    expect(due('decision', '2026-11-24', 'e-notice')).toBe('2026-12-28')
    expect(due('objection', '2026-11-24')).toBe('2026-12-28')
    expect(due('assistance', '2026-03-31')).toBe('2026-04-13')
    expect(due('kela-request', '2026-11-24', 'letter')).toBe('2026-12-28')
    expect(due('event', '2024-11-25')).toBe('2026-11-25')
  })

  it('refuses what cannot be counted, and says why', () => {
    expect(refused('decision', '2026-11-25')).toBe('future')
    expect(refused('decision', '2150-01-01')).toBe('future')
    expect(refused('decision', '2026-02-30')).toBe('bad-date')
    expect(refused('decision', '1989-12-31')).toBe('too-old')
    expect(refused('kela-request', '2026-01-31')).toBe('before-rule')
    expect(refused('disability', '2024-12-31')).toBe('before-rule')
  })

  it('names a date only by a verified rule, and by the day a slow reckoning finds', () => {
    // Every rule is in force on these days.
    const days = fc
      .integer({ min: 0, max: 290 })
      .map((n) => Temporal.PlainDate.from(TODAY).subtract({ days: n }).toString())
    fc.assert(
      fc.property(fc.constantFrom(...SITUATIONS), days, fc.constantFrom(...WAYS), (what, from, served) => {
        const found = findDeadline(what, from, served, TODAY)
        expect(found.kind === 'none').toBe(what.rule === undefined)
        if (found.kind === 'none') return
        const { deadline } = found
        const rule = RULES.find(({ code }) => code === what.rule)
        expect(found.kind).toBe(rule?.verified ? 'date' : 'estimate')
        const counted = what.served && served !== 'unknown' ? served : 'none'
        expect(deadline.due).toBe(slowDeadline(from, deadline.unit, deadline.length, counted).due)
        // Whoever does not know how it came is never told a later day than anybody else.
        const unknown = findDeadline(what, from, 'unknown', TODAY)
        expect(unknown.kind !== 'none' && unknown.deadline.due <= deadline.due).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each(SITUATIONS.map((each) => [each.id, each] as const))('tells %s in full', (_, each) => {
    const texts = [each.label, each.date, ...each.steps]
    for (const text of [...texts, each.hint, each.dateHint, each.unknown])
      if (text) for (const lang of ['fi', 'sv', 'en'] as const) expect(text[lang].trim()).not.toBe('')
    expect(each.steps.length).toBeGreaterThan(0)
    expect(Boolean(each.rule)).toBe(!each.unknown)
    expect(each.ask.length).toBeGreaterThan(0)
    for (const body of each.ask) expect(bodyKind(body)).toBeDefined()
  })
})
