import { Temporal } from 'temporal-polyfill'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { isService, type Rule, ruleOn } from '../../law/index.ts'
import { startClock } from '../engine/case-clocks.ts'
import { lockSeen, writeStep } from '../engine/case-step.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'

/** What the day a clock began is known from, the surest first. */
export const EVIDENCE = ['document', 'authority-told', 'client-told', 'estimate'] as const
export type Evidence = (typeof EVIDENCE)[number]
export const isEvidence = (value: string): value is Evidence =>
  (EVIDENCE as readonly string[]).includes(value)

export interface ClockByHand {
  rule: string
  /** ISO day of the starting event. */
  from: string
  served?: string
  evidence: string
  seenVersion?: number
}

/** The clocks somebody can start: those a statute or a guidance sets. The office's own targets follow the case's events. */
export const startableRules = (today: string, rules: readonly Rule[]): Rule[] =>
  [
    ...new Set(
      rules.filter(({ kind, unit }) => kind !== 'target' && unit !== 'none').map(({ code }) => code),
    ),
  ].flatMap((code) => ruleOn(code, today, rules) ?? [])

/**
 * Starts the clock of a duty or of the client's own time; one of the same rule that runs ends and starts anew.
 * Throws Refusal: "not-found", "changed-meanwhile", "field-missing", "field-invalid", "date-future", "before-rule".
 */
export async function startClockByHand(
  t: OfficeTransaction,
  caseId: string,
  given: ClockByHand,
): Promise<void> {
  const work = await lockSeen(t, caseId, given.seenVersion)
  const today = dateInFinland(t.now)
  if (!given.rule) throw new Refusal('field-missing', { field: 'rule' })
  if (!startableRules(today.toString(), await officeRules(t)).some(({ code }) => code === given.rule))
    throw new Refusal('field-invalid', { field: 'rule' })
  if (!given.from) throw new Refusal('field-missing', { field: 'from' })
  const from = dateOf(given.from)
  if (Temporal.PlainDate.compare(from, today) > 0) throw new Refusal('date-future', { field: 'from' })
  if (!isEvidence(given.evidence)) throw new Refusal('field-missing', { field: 'evidence' })
  const served = given.served && isService(given.served) ? given.served : 'none'
  await startClock(t, work, {
    rule: given.rule,
    from: from.toString(),
    served,
    evidence: given.evidence,
    field: 'from',
  })
  await writeStep(t, work, 'CLOCK_STARTED', {
    rule: given.rule,
    on: from.toString(),
    evidence: given.evidence,
  })
}

function dateOf(value: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    throw new Refusal('field-invalid', { field: 'from' })
  }
}
