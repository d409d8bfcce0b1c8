import { Temporal } from 'temporal-polyfill'
import type { RetentionRule } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { MarkKind, RetentionAction, RetentionKind, RetentionStart } from './codes.ts'

/** What the end of keeping is reckoned from. Days are ISO dates in Finland. */
export interface RetentionFacts {
  kind: RetentionKind
  outcome: string | null
  /** null: still open, and then nothing ends */
  closedOn: string | null
  lastActivityOn: string
  /** the office's last own step or message */
  lastMeasureOn: string
  /** the client's last sign of life */
  clientOn: string | null
  marks: readonly { kind: MarkKind; until: string | null }[]
  /** which ends were told of, and when first; null: nobody handles it, and the rule's own day counts as the telling */
  warned: readonly { dueOn: string; on: string }[] | null
}

export type Rule = Pick<
  RetentionRule,
  | 'id'
  | 'kind'
  | 'outcome'
  | 'startsFrom'
  | 'years'
  | 'quietDays'
  | 'warnDays'
  | 'source'
  | 'action'
  | 'setAt'
>

/** Why something that would have ended stays. */
export interface Hold {
  why: 'hold' | 'limit' | 'client' | 'later'
  /** last day; null: until somebody ends it */
  until: string | null
}

/**
 * no-rule: the office has set nothing. open: not closed. running: no end near. near: an end is told of. held: it would
 * be over, and something keeps it. keep: for good. review: somebody decides. told: over, and the last warning still
 * runs. due: to be destroyed.
 */
export type StandingState =
  | 'no-rule'
  | 'open'
  | 'running'
  | 'near'
  | 'held'
  | 'keep'
  | 'review'
  | 'told'
  | 'due'

export interface Standing {
  state: StandingState
  rule: Rule | null
  action: RetentionAction | null
  /** the day from which the time runs, and the day it is over */
  startedOn: string | null
  dueOn: string | null
  /** the first day on which it may be destroyed, as things stand */
  destroyOn: string | null
  holds: Hold[]
  /** the shortest distance of warning that has been reached; null: none */
  stage: number | null
}

/** The rule for a kind and an outcome: the outcome's own before the one for every other. Null: none is set. */
export const ruleFor = (
  rules: readonly Rule[],
  { kind, outcome }: { kind: string; outcome: string | null },
): Rule | null =>
  rules.find((rule) => rule.kind === kind && rule.outcome !== '' && rule.outcome === outcome) ??
  rules.find((rule) => rule.kind === kind && rule.outcome === '') ??
  null

const startOf = (facts: RetentionFacts, from: RetentionStart): string =>
  from === 'closed' ? facts.closedOn! : from === 'last-activity' ? facts.lastActivityOn : facts.lastMeasureOn

/** Where a matter stands in its keeping on a day. Nothing here knows a number of years: they are the office's. */
export function standingOf(facts: RetentionFacts, rules: readonly Rule[], today: string): Standing {
  const rule = ruleFor(rules, facts)
  const nothing = { rule, startedOn: null, dueOn: null, destroyOn: null, holds: [], stage: null }
  const marked = (kind: MarkKind) =>
    facts.marks.some((mark) => mark.kind === kind && (mark.until === null || mark.until >= today))
  if (!facts.closedOn) return { ...nothing, state: 'open', action: null }
  if (!rule) return { ...nothing, state: marked('keep') ? 'keep' : 'no-rule', action: null }
  const startedOn = startOf(facts, rule.startsFrom as RetentionStart)
  const dueOn = plus(startedOn, { years: rule.years })
  const action: RetentionAction = marked('keep')
    ? 'keep'
    : rule.action === 'review' && marked('destroy')
      ? 'destroy'
      : (rule.action as RetentionAction)
  const told = { rule, action, startedOn, dueOn, holds: holdsOf(facts, rule, today) }
  if (action === 'keep') return { ...told, state: 'keep', destroyOn: null, stage: null }
  const left = daysBetween(today, dueOn)
  const stage =
    rule.warnDays.filter((days) => left <= days).sort((a, b) => a - b)[0] ?? (left <= 0 ? 0 : null)
  const destroyOn = action === 'destroy' ? destroyDay(facts, rule, dueOn) : null
  if (left > 0) return { ...told, state: stage === null ? 'running' : 'near', destroyOn, stage }
  if (told.holds.length > 0) return { ...told, state: 'held', destroyOn, stage }
  if (action === 'review') return { ...told, state: 'review', destroyOn, stage }
  return { ...told, state: destroyOn !== null && destroyOn <= today ? 'due' : 'told', destroyOn, stage }
}

/**
 * Warning and destruction are apart: nothing is destroyed before it has been told of and the shortest warning has run
 * since, however long its time has been over. So a rule set today destroys nothing tonight.
 */
function destroyDay(facts: RetentionFacts, rule: Rule, dueOn: string): string | null {
  const warnedOn = facts.warned
    ? facts.warned.find((one) => one.dueOn === dueOn)?.on
    : dateInFinland(rule.setAt).toString()
  if (!warnedOn) return null
  const earliest = plus(warnedOn, { days: Math.min(...rule.warnDays) })
  return earliest > dueOn ? earliest : dueOn
}

function holdsOf(facts: RetentionFacts, rule: Rule, today: string): Hold[] {
  const marks = facts.marks.flatMap(({ kind, until }): Hold[] =>
    (kind === 'hold' || kind === 'limit' || kind === 'later') && (until === null || until >= today)
      ? [{ why: kind, until }]
      : [],
  )
  const quiet = facts.clientOn ? plus(facts.clientOn, { days: rule.quietDays }) : null
  return quiet && quiet > today ? [...marks, { why: 'client', until: quiet }] : marks
}

const plus = (day: string, span: { years?: number; days?: number }): string =>
  Temporal.PlainDate.from(day).add(span).toString()

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total({ unit: 'days' })
