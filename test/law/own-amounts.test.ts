import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BENEFIT_AMOUNTS,
  benefitAmountOn,
  inForce,
  type OwnAmount,
  withOwnAmounts,
} from '../../src/law/index.ts'

const own = (code: string, validFrom: string, amount: number): OwnAmount => ({
  code,
  validFrom,
  amount,
  verified: true,
  source: 'Kela',
})
const CODE = 'basic-assistance-alone'

describe('an office’s own amounts', () => {
  it('hold from their day until the next, and leave the days before as they were', () => {
    const rows = withOwnAmounts(BENEFIT_AMOUNTS, [own(CODE, '2027-01-01', 590.5)])
    expect(inForce(rows, CODE, '2026-12-31')?.amount).toBe(578.43)
    expect(inForce(rows, CODE, '2027-01-01')).toMatchObject({ amount: 590.5, unit: 'eur-per-month' })
    expect(inForce(rows, 'yleistuki', '2027-01-01')?.amount).toBe(37.21)
  })

  it('take the place of a built-in amount that begins on the same day', () => {
    const rows = withOwnAmounts(BENEFIT_AMOUNTS, [own(CODE, '2026-03-01', 600)])
    expect(rows.filter(({ code, validFrom }) => code === CODE && validFrom === '2026-03-01')).toHaveLength(1)
    expect(inForce(rows, CODE, '2026-05-01')?.amount).toBe(600)
  })

  it('go on after a benefit that had ended: an amount of its own day begins it anew', () => {
    const rows = withOwnAmounts(BENEFIT_AMOUNTS, [own('labour-market-subsidy', '2027-01-01', 40)])
    expect(inForce(rows, 'labour-market-subsidy', '2026-12-31')).toBeUndefined()
    expect(inForce(rows, 'labour-market-subsidy', '2027-01-01')?.amount).toBe(40)
  })

  it('never give two amounts for a day, and the latest begun one wins', () => {
    const day = fc
      .integer({ min: 0, max: 1000 })
      .map((n) => new Date(Date.UTC(2025, 6, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ from: day, amount: fc.integer({ min: 1, max: 900 }) }), {
          selector: ({ from }) => from,
          maxLength: 6,
        }),
        day,
        (given, on) => {
          const rows = withOwnAmounts(
            BENEFIT_AMOUNTS,
            given.map(({ from, amount }) => own(CODE, from, amount)),
          )
          const found = rows.filter(
            (row) => row.code === CODE && row.validFrom <= on && on <= (row.validTo ?? '9999'),
          )
          expect(found.length).toBeLessThanOrEqual(1)
          const begun = given
            .filter(({ from }) => from <= on)
            .sort((a, b) => a.from.localeCompare(b.from))
            .at(-1)
          const builtIn = benefitAmountOn(CODE, on)
          const expected =
            begun && (!builtIn || begun.from >= builtIn.validFrom) ? begun.amount : builtIn?.amount
          expect(found[0]?.amount).toBe(expected)
        },
      ),
    )
  })
})
