import { type BenefitAmount, type BenefitLimit, inForce } from './benefits/amount.ts'
import { basicAssistance } from './benefits/basic-assistance.ts'
import { benefitLimits } from './benefits/limits.ts'
import { unemployment } from './benefits/unemployment.ts'

/** Every amount known, in the order it is listed to people. Dates no row covers are not known here. */
export const BENEFIT_AMOUNTS: readonly BenefitAmount[] = [...basicAssistance, ...unemployment]

/** Reductions and income limits, by date like the amounts. */
export const BENEFIT_LIMITS: readonly BenefitLimit[] = benefitLimits

/**
 * The amount of a benefit on a day (ISO), or undefined where none is known. A household's own code also finds
 * its basic social assistance: `alone` is `basic-assistance-alone`.
 */
export function benefitAmountOn(code: string, date: string): BenefitAmount | undefined {
  return inForce(BENEFIT_AMOUNTS, code, date) ?? inForce(BENEFIT_AMOUNTS, `basic-assistance-${code}`, date)
}

/** A reduction or limit on a day (ISO), or undefined. */
export function benefitLimitOn(code: string, date: string): BenefitLimit | undefined {
  return inForce(BENEFIT_LIMITS, code, date)
}
