import { describe, expect, it } from 'vitest'
import { compareTables, definitionOf, perThousand } from '../../src/statistics/index.ts'
import { tableFromGroups } from '../../src/statistics/table.ts'

const table = (year: string, counts: Record<string, number>) =>
  tableFromGroups({
    name: `channel ${year}`,
    unit: 'contact',
    rowDimension: 'channel',
    filter: { year },
    cells: Object.entries(counts).map(([row, n]) => ({ row, n })),
    rowOrder: ['phone', 'email'],
  })

describe('year comparison', () => {
  it('is computed, and a code of one year only has zero in the other', () => {
    const { rows, total } = compareTables(
      table('2025', { email: 6, phone: 30 }),
      table('2024', { phone: 20 }),
    )
    expect(rows).toEqual([
      { code: 'phone', now: 30, before: 20, change: 10, percent: 50 },
      { code: 'email', now: 6, before: 0, change: 6, percent: null },
    ])
    expect(total).toMatchObject({ now: 36, before: 20, change: 16, percent: 80 })
  })

  it('says nothing of a figure that is not shown', () => {
    const before = { ...table('2024', { phone: 20 }), rowTotals: [null], cells: [[null]] }
    const { rows } = compareTables(table('2025', { phone: 30 }), before)
    expect(rows).toEqual([{ code: 'phone', now: 30, before: null, change: null, percent: null }])
  })

  it('refuses to compare different things', () => {
    const cases = { ...table('2024', { phone: 1 }), unit: 'case' as const }
    expect(() => compareTables(table('2025', { phone: 1 }), cases)).toThrow(RangeError)
  })

  it('gives a rate only where both figure and population are known', () => {
    expect(perThousand(12, 6000)).toBe(2)
    expect(perThousand(null, 6000)).toBeNull()
    expect(perThousand(12, 0)).toBeNull()
  })
})

describe('definition', () => {
  it.each(['fi', 'sv', 'en'] as const)('names unit, time and place in %s', (lang) => {
    const of = { unit: 'case' as const, filter: { year: '2025', municipality: '837' }, multiple: true }
    const text = definitionOf(of, lang, 5)
    expect(text).toContain('2025')
    expect(text).toMatch(/Tampere|Tammerfors/)
    expect(text).toMatch(/asioita|ärenden|cases/)
    expect(text).toContain('5')
    expect(text).not.toContain('{')
    expect(definitionOf({ ...of, multiple: false }, lang)).not.toBe(text)
  })
})
