import { benefitAmountOn } from '../benefits.ts'
import type { Deadline } from '../deadline.ts'
import { countedTo, daysWithoutIncome } from './days-without-income.ts'
import { type AmountOn, type Estimate, estimateGap } from './estimate.ts'
import type { GapFacts } from './facts.ts'
import { type HandOffs, readHandOffs } from './hand-offs.ts'
import { type UrgentEffect, urgentAnswerBy, urgentEffects } from './same-day-rule.ts'
import { type TimeOfAuthority, type TimeOptions, timeOfAuthority } from './time-of-authority.ts'

/** Everything that follows from what is known of a gap. */
export interface GapFigures {
  /** The day to which it is counted (ISO). */
  readonly countedTo: string
  /** The money came, or the matter was closed; else it still runs. */
  readonly ended: boolean
  readonly daysWithoutIncome?: number
  readonly time?: TimeOfAuthority
  readonly handOffs: HandOffs
  readonly estimate?: Estimate
  readonly urgent: readonly UrgentEffect[]
  /** By when urgent assistance asked for today has to be decided; only of an urgent gap that still runs. */
  readonly urgentAnswerBy?: Deadline
}

export interface GapOptions extends TimeOptions {
  /** ISO day in Finland. */
  readonly today: string
  readonly amountOn?: AmountOn
}

/** Computes a gap. Throws DeadlineError for a rule that is not in force on its start. */
export function computeGap(facts: GapFacts, options: GapOptions): GapFigures {
  const { today, amountOn = benefitAmountOn } = options
  const days = daysWithoutIncome(facts, today)
  const time = timeOfAuthority(facts, today, options)
  const estimate = estimateGap(facts, today, amountOn)
  const urgent = urgentEffects(facts.effects)
  const ended = facts.paidAt !== undefined || facts.closedAt !== undefined
  return {
    countedTo: countedTo(facts, today),
    ended,
    ...(days !== undefined && { daysWithoutIncome: days }),
    ...(time && { time }),
    handOffs: readHandOffs(facts.handOffs ?? []),
    ...(estimate && { estimate }),
    urgent,
    ...(urgent.length > 0 && !ended && { urgentAnswerBy: urgentAnswerBy(today, options) }),
  }
}
