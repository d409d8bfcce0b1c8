import type { BenefitAmount } from '../benefits/amount.ts'
import { benefitAmountOn } from '../benefits.ts'
import { countedTo } from './days-without-income.ts'
import type { GapFacts, GapHousehold } from './facts.ts'

export type AmountOn = (code: string, date: string) => BenefitAmount | undefined

/** Days over which the same amounts were in force. */
export interface EstimatePart {
  /** First and last day (ISO). */
  readonly from: string
  readonly to: string
  /** Calendar days of the basic amount, benefit days (Monday to Friday) of a daily benefit. */
  readonly days: number
  /** The amounts that were added up, with how many times each; cents a month or a day. */
  readonly amounts: readonly { readonly amount: BenefitAmount; readonly times: number }[]
  /** Cents a month (basic amount) or a day (daily benefit) of the whole household. */
  readonly rate: number
  /** Thirtieths of a cent, exact, before anything is rounded. */
  readonly thirtieths: number
}

/** A reference for what the wait was worth, in whole cents. It is not what anybody is entitled to. */
export interface Estimate {
  readonly basis: 'basic-amount' | 'daily-benefit'
  readonly parts: readonly EstimatePart[]
  /** The sum of the parts, rounded half up to the cent, once. */
  readonly gross: number
  readonly bridged: number
  /** Gross minus what was given to bridge the wait; never negative. */
  readonly net: number
  /** Calendar days for which no amount is known; they are not in the sum. */
  readonly daysWithoutAmount: number
  /** Every amount used was read at its source. */
  readonly verified: boolean
}

/** The daily benefits of unemployment, of which one is in force on a day. */
const DAILY = ['yleistuki', 'labour-market-subsidy'] as const

/** Which amounts a household is made of. Children are counted from the eldest, as the amounts are. */
export function amountCodes({ adults, children10to17, childrenUnder10 }: GapHousehold): string[] {
  const adult = adults === 'couple' ? ['shared-18', 'shared-18'] : [adults]
  const children = Array.from({ length: children10to17 + childrenUnder10 }, (_, index) => {
    const age = index < children10to17 ? '10-17' : 'under-10'
    return `child-${age}-${Math.min(index + 1, 3)}`
  })
  return [...adult, ...children].map((household) => `basic-assistance-${household}`)
}

const cents = (euros: number): number => Math.round(euros * 100)

/** The amounts of a day, or undefined when one of them is not known. */
function amountsOn(
  codes: readonly string[],
  date: string,
  amountOn: AmountOn,
): EstimatePart['amounts'] | undefined {
  const found = new Map<string, { amount: BenefitAmount; times: number }>()
  for (const code of codes) {
    const amount = amountOn(code, date)
    if (!amount) return undefined
    found.set(code, { amount, times: (found.get(code)?.times ?? 0) + 1 })
  }
  return [...found.values()]
}

/** The one daily benefit that is in force, as a list of codes. */
const dailyCode = (date: string, amountOn: AmountOn): string[] =>
  DAILY.filter((code) => amountOn(code, date)).slice(0, 1)

const DAY = 86_400_000
/** A day as a number and back: quick, for the sums of a year go over many gaps. */
const numberOf = (iso: string): number => Date.parse(iso) / DAY
const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
/** 1.1.1970 was a Thursday. */
const isBenefitDay = (day: number): boolean => (day + 3) % 7 < 5

/**
 * The reference of a gap in euros: the basic amount of the household / 30 for each day without income, or a daily
 * benefit for each of five benefit days a week, with the amounts of each day, minus what was given to bridge it.
 * Days are those after the last income up to the day the money came. Counted in thirtieths of a cent and rounded
 * half up to the cent once, at the end. Undefined when there is nothing to count from.
 * Basis: 1412/1997 (basic amount); section 7 of the domain brief names the formula.
 */
export function estimateGap(
  facts: GapFacts,
  today: string,
  amountOn: AmountOn = benefitAmountOn,
): Estimate | undefined {
  const basis = facts.estimate ?? 'basic-amount'
  if (basis === 'none' || facts.lastIncomeAt === undefined) return undefined
  if (basis === 'basic-amount' && facts.household === undefined) return undefined
  const household = basis === 'basic-amount' ? amountCodes(facts.household!) : []
  const end = numberOf(countedTo(facts, today))
  const parts: EstimatePart[] = []
  let daysWithoutAmount = 0
  for (let day = numberOf(facts.lastIncomeAt) + 1; day <= end; ) {
    const date = isoOf(day)
    const codes = basis === 'basic-amount' ? household : dailyCode(date, amountOn)
    const amounts = codes.length > 0 ? amountsOn(codes, date, amountOn) : undefined
    if (amounts) {
      const last = lastDay(day, end, amounts)
      parts.push(partOf(day, last, amounts, basis))
      day = last + 1
    } else {
      daysWithoutAmount += 1
      day += 1
    }
  }
  const gross = Math.floor((parts.reduce((sum, { thirtieths }) => sum + thirtieths, 0) * 2 + 30) / 60)
  const bridged = (facts.bridging ?? []).reduce((sum, { cents: given = 0 }) => sum + given, 0)
  return {
    basis,
    parts,
    gross,
    bridged,
    net: Math.max(0, gross - bridged),
    daysWithoutAmount,
    verified: parts.every(({ amounts }) => amounts.every(({ amount }) => amount.verified)),
  }
}

/** The last day, up to the end, on which every one of the amounts is in force. */
const lastDay = (day: number, end: number, amounts: EstimatePart['amounts']): number =>
  Math.max(
    day,
    Math.min(end, ...amounts.flatMap(({ amount }) => (amount.validTo ? [numberOf(amount.validTo)] : []))),
  )

function partOf(
  first: number,
  last: number,
  amounts: EstimatePart['amounts'],
  basis: Estimate['basis'],
): EstimatePart {
  const rate = amounts.reduce((sum, { amount, times }) => sum + cents(amount.amount) * times, 0)
  const all = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const days = basis === 'basic-amount' ? all.length : all.filter(isBenefitDay).length
  const thirtieths = rate * days * (basis === 'basic-amount' ? 1 : 30)
  return { from: isoOf(first), to: isoOf(last), days, amounts, rate, thirtieths }
}
