import type { Rule } from '../../law/index.ts'
import { factsOfInput } from './check-gap.ts'
import type { GapInput } from './gap-input.ts'
import { standingFigures } from './standing-figures.ts'

/** Whether the authority went over its time by the day a gap was closed (ISO); null where no rule sets one. */
export function tooLate(given: GapInput, closedAt: string, rules: readonly Rule[]): boolean | null {
  const { time } = standingFigures({ ...factsOfInput(given), closedAt }, { today: closedAt, rules })
  return time && !time.ofClient ? time.late : null
}
