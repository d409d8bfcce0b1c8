import type { Bridging, GapFacts, GapHousehold, HandOff, SupplementRound } from './facts.ts'

/** The columns of a stored gap from which anything is computed. Days are midnight UTC. */
export interface StoredGap {
  readonly appliedAt: Date | null
  readonly supplements: unknown
  readonly decidedAt: Date | null
  readonly paidAt: Date | null
  readonly rule: string | null
  readonly ruleFrom: Date | null
  readonly lastIncomeAt: Date | null
  readonly household: unknown
  readonly bridging: unknown
  readonly handOffs: unknown
  readonly effects: readonly string[]
}

const day = (name: string, value: Date | null): Partial<Record<string, string>> =>
  value ? { [name]: value.toISOString().slice(0, 10) } : {}

/**
 * A stored gap as facts to compute with.
 * @param closedAt ISO day in Finland on which it was closed, when it was
 */
export function factsOf(
  row: StoredGap,
  estimate: NonNullable<GapFacts['estimate']>,
  closedAt?: string,
): GapFacts {
  return {
    ...day('appliedAt', row.appliedAt),
    ...day('decidedAt', row.decidedAt),
    ...day('paidAt', row.paidAt),
    ...day('ruleFrom', row.ruleFrom),
    ...day('lastIncomeAt', row.lastIncomeAt),
    ...(closedAt !== undefined && { closedAt }),
    ...(row.rule !== null && { rule: row.rule }),
    ...(row.household ? { household: row.household as GapHousehold } : {}),
    supplements: row.supplements as SupplementRound[],
    bridging: row.bridging as Bridging[],
    handOffs: row.handOffs as HandOff[],
    effects: row.effects,
    estimate,
  }
}
