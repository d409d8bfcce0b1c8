import {
  computeGap,
  DeadlineError,
  type GapFacts,
  type GapFigures,
  type GapOptions,
} from '../../law/index.ts'

/**
 * What follows from a gap that is kept. Its rule may since have been changed so that none covers its start: then it has
 * no time of the authority, and everything else is told all the same.
 */
export function standingFigures(facts: GapFacts, options: GapOptions): GapFigures {
  try {
    return computeGap(facts, options)
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    const { rule: _, ...rest } = facts
    return computeGap(rest, options)
  }
}
