import { Temporal } from 'temporal-polyfill'
import type { GapFacts } from './facts.ts'

/** The day to which a gap is counted: paid, else closed, else today (ISO). */
export const countedTo = ({ paidAt, closedAt }: GapFacts, today: string): string =>
  paidAt ?? closedAt ?? today

/**
 * Calendar days without income: from the last income to the day the money came, else to today. Undefined when the
 * last income is not known. Never negative: who was paid before the last income ended has no such days.
 */
export function daysWithoutIncome(facts: GapFacts, today: string): number | undefined {
  if (facts.lastIncomeAt === undefined) return undefined
  const last = Temporal.PlainDate.from(facts.lastIncomeAt)
  return Math.max(0, last.until(countedTo(facts, today)).days)
}
