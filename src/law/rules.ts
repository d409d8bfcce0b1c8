import type { Rule } from './rule.ts'
import { informationRules } from './rules/information.ts'
import { objectionRules } from './rules/objection.ts'
import { officeRules } from './rules/office.ts'
import { remedyRules } from './rules/remedies.ts'
import { serviceRules } from './rules/services.ts'
import { socialAssistanceRules } from './rules/social-assistance.ts'

/** Every clock, in the order they are listed to people. */
export const RULES: readonly Rule[] = [
  ...objectionRules,
  ...remedyRules,
  ...socialAssistanceRules,
  ...serviceRules,
  ...informationRules,
  ...officeRules,
]

/** The rules of a code, oldest first; empty for an unknown code. */
export function rulesOf(code: string, rules: readonly Rule[] = RULES): readonly Rule[] {
  return rules
    .filter((rule) => rule.code === code)
    .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
}

/** The rule of a code for a starting event on a day (ISO), or undefined. */
export function ruleOn(code: string, date: string, rules: readonly Rule[] = RULES): Rule | undefined {
  return rulesOf(code, rules).find(
    (rule) => (rule.validFrom ?? '0000') <= date && date <= (rule.validTo ?? '9999'),
  )
}
