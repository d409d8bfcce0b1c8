import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/language/lang.ts'
import {
  BENEFIT_AMOUNTS,
  BENEFIT_LIMITS,
  benefitAmountOn,
  benefitLimitOn,
  HOUSEHOLDS,
} from '../../src/law/index.ts'

describe('benefit amounts', () => {
  it('know the basic amount of every household from 1.3.2026', () => {
    const amounts = HOUSEHOLDS.map((household) => benefitAmountOn(household, '2026-11-24')?.amount)
    expect(amounts).toEqual([578.43, 497.45, 665.19, 422.25, 417.63, 388.7, 359.78, 375.98, 347.06, 318.14])
  })

  it('are chosen by the day', () => {
    expect(benefitAmountOn('basic-assistance-alone', '2026-02-28')).toMatchObject({
      amount: 596.32,
      verified: false,
    })
    expect(benefitAmountOn('basic-assistance-alone', '2026-03-01')).toMatchObject({
      amount: 578.43,
      verified: true,
    })
    expect(benefitAmountOn('alone', '2025-12-31')).toBeUndefined()
    expect(benefitAmountOn('yleistuki', '2026-04-30')).toBeUndefined()
    expect(benefitAmountOn('yleistuki', '2026-05-01')).toMatchObject({ amount: 37.21, unit: 'eur-per-day' })
    expect(benefitAmountOn('labour-market-subsidy', '2026-04-30')?.amount).toBe(37.21)
    expect(benefitAmountOn('labour-market-subsidy', '2026-05-01')).toBeUndefined()
    expect(benefitAmountOn('nothing', '2026-05-01')).toBeUndefined()
  })

  it('give the sums of the notes: 14 days alone are 269,93 euros', () => {
    expect(Math.round(((benefitAmountOn('alone', '2026-11-24')?.amount ?? 0) / 30) * 14 * 100) / 100).toBe(
      269.93,
    )
  })

  it('know the reductions from 1.2.2026', () => {
    expect(benefitLimitOn('reduction-primary-benefit', '2026-01-31')).toBeUndefined()
    expect(benefitLimitOn('reduction-primary-benefit', '2026-02-01')?.amount).toBe(50)
    expect(benefitLimitOn('reduction-integration-plan', '2026-02-01')?.amount).toBe(20)
  })

  it('never overlap within a code, and are named in three languages', () => {
    for (const rows of [BENEFIT_AMOUNTS, BENEFIT_LIMITS]) {
      for (const row of rows) {
        for (const lang of LANGS) expect(row.name[lang], row.code).toMatch(/\S/)
        const others = rows.filter((other) => other !== row && other.code === row.code)
        for (const other of others) {
          const apart = (row.validTo ?? '9999') < other.validFrom || (other.validTo ?? '9999') < row.validFrom
          expect(apart, row.code).toBe(true)
        }
      }
    }
  })
})
