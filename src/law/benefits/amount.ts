import type { Text3 } from '../../language/lang.ts'

/** Households basic social assistance tells apart. Children are counted from the eldest; `-3` is the third and each after. */
export const HOUSEHOLDS = [
  'alone',
  'shared-18',
  'single-parent',
  'with-parents-18',
  'child-10-17-1',
  'child-10-17-2',
  'child-10-17-3',
  'child-under-10-1',
  'child-under-10-2',
  'child-under-10-3',
] as const
export type Household = (typeof HOUSEHOLDS)[number]

/** An amount of money a benefit pays, for the days it is in force. */
export interface BenefitAmount {
  /** The benefit and, for social assistance, the household: `basic-assistance-alone`, `yleistuki`. */
  readonly code: string
  readonly household?: Household
  readonly unit: 'eur-per-month' | 'eur-per-day'
  /** Euros; a month's amount for a month, a day's for each of five benefit days a week. */
  readonly amount: number
  /** First and last day (ISO). */
  readonly validFrom: string
  readonly validTo?: string
  readonly statute: string
  /** True when amount and days were both read at a source; else it is told to staff as unverified. */
  readonly verified: boolean
  readonly source: string
  readonly name: Text3
}

/** A share, a sum or a time that decides how much of a benefit is paid. */
export interface BenefitLimit {
  readonly code: string
  readonly unit: 'percent' | 'eur-per-month' | 'months'
  readonly amount: number
  readonly validFrom: string
  readonly validTo?: string
  readonly statute: string
  readonly verified: boolean
  readonly source: string
  readonly name: Text3
}

/** The row of a code in force on a day (ISO), or undefined. */
export function inForce<T extends { code: string; validFrom: string; validTo?: string }>(
  rows: readonly T[],
  code: string,
  date: string,
): T | undefined {
  return rows.find((row) => row.code === code && row.validFrom <= date && date <= (row.validTo ?? '9999'))
}
