import type { OfficeTransaction } from '../../custody/transaction.ts'
import {
  type AmountOn,
  BENEFIT_AMOUNTS,
  BENEFIT_LIMITS,
  type BenefitAmount,
  type BenefitLimit,
  inForce,
  type OwnAmount,
  withOwnAmounts,
} from '../../law/index.ts'

type Reader = Pick<OfficeTransaction, 'organisation' | 'ask'>

/** The amounts and limits an office counts by: the built-in ones with its own among them. */
export interface OfficeAmounts {
  amounts: readonly BenefitAmount[]
  limits: readonly BenefitLimit[]
  own: readonly (OwnAmount & { id: string })[]
}

export async function officeAmounts(t: Reader): Promise<OfficeAmounts> {
  const rows = await t.ask<{
    id: string
    code: string
    amount: string
    valid_from: string
    verified: boolean
    source: string
  }>(
    `select id, code, amount::text, valid_from::text, verified, source from own_amount
     where organisation = $1 and replaced_at is null order by code, valid_from`,
    [t.organisation],
  )
  const own = rows.map(({ valid_from: validFrom, amount, ...row }) => ({
    ...row,
    validFrom,
    amount: Number(amount),
  }))
  return { amounts: withOwnAmounts(BENEFIT_AMOUNTS, own), limits: withOwnAmounts(BENEFIT_LIMITS, own), own }
}

/** The amount of a benefit on a day, as the office counts. */
export async function amountOnOf(t: Reader): Promise<AmountOn> {
  const { amounts } = await officeAmounts(t)
  return (code, date) => inForce(amounts, code, date)
}
