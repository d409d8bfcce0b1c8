import type { Prisma } from '../../database/client.ts'
import { computeGap, type Rule, urgentEffects } from '../../law/index.ts'
import { factsOfInput } from './check-gap.ts'
import type { GapInput } from './gap-input.ts'

/** An ISO day as a column of dates holds it. */
export const asDay = (day: string): Date => new Date(`${day}T00:00:00Z`)
const orNull = (day: string | undefined): Date | null => (day === undefined ? null : asDay(day))

/** The columns that follow from what was given. `today` and `foundOn` are ISO days in Finland. */
export function gapColumns(given: GapInput, today: string, foundOn: string, rules: readonly Rule[]) {
  const { time } = computeGap(factsOfInput(given), { today, rules })
  return {
    municipality: given.municipality ?? null,
    benefit: given.benefit,
    authority: given.authority,
    cause: given.cause,
    appliedAt: orNull(given.appliedAt),
    supplements: given.supplements,
    decidedAt: orNull(given.decidedAt),
    paidAt: orNull(given.paidAt),
    rule: given.rule ?? null,
    ruleFrom: orNull(given.ruleFrom),
    dueAt: orNull(time?.deadline.due),
    lastIncomeAt: orNull(given.lastIncomeAt),
    household: given.household,
    bridging: given.bridging,
    handOffs: given.handOffs,
    effects: given.effects,
    urgent: urgentEffects(given.effects).length > 0,
    followUpOn: orNull(given.followUpOn),
    sinceOn: asDay(given.lastIncomeAt ?? given.appliedAt ?? foundOn),
  } satisfies Partial<Prisma.BenefitGapUncheckedCreateInput>
}
