import { officeRules } from '../../../cases/index.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { RULES, type Rule } from '../../../law/index.ts'
import type { Web } from '../../context.ts'

/**
 * The rules to count by at the door: those of the office when this installation serves only one, which may have
 * corrected a rule or taken back that it is certain; else the built-in ones, for the person's office is not asked.
 */
export async function rulesHere({ house }: Web): Promise<readonly Rule[]> {
  const [first, second] = house.organisations
  if (!first || second) return RULES
  return inOffice(house, first, { kind: 'anonymous' }, officeRules)
}
