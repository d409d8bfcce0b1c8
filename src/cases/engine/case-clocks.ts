import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case, Clock } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import {
  type ClockEvent,
  type ClockState,
  clockAt,
  closesForGood,
  type Deadline,
  DeadlineError,
  presumedService,
  RULES,
  type Rule,
  readDate,
  ruleOn,
  rulesOf,
  type Service,
} from '../../law/index.ts'
import { tellNear } from '../clocks/tell-near.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import type { CaseAtWork } from './case-row.ts'
import { dies } from './dies.ts'

export interface ClockStart {
  rule: string
  /** ISO date of the starting event; absent: today in Finland */
  from?: string
  /** how a decision came */
  served?: Service
  /** the field of the event that holds the day, for a refusal */
  field?: string
  /** what the day is known from, where somebody said so */
  evidence?: string
  /** it begins with a further decision: what runs of earlier ones goes on */
  beside?: boolean
}

/** Kept with the clock: everything its date can be recomputed and explained from. */
export interface ClockComputation {
  events: ClockEvent[]
  served: Service
  deadline: Deadline
  evidence?: string
  /** the client's own way closes for good with it: it tops every queue */
  dies?: boolean
}

const asDate = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** The row of a clock that starts now, or null where the rule sets no length. */
export function clockRow(
  t: Pick<OfficeTransaction, 'organisation' | 'now'>,
  caseId: string,
  start: ClockStart,
  rules: readonly Rule[],
): Clock | null {
  const from = start.from ?? dateInFinland(t.now).toString()
  const served = start.served ?? 'none'
  const known = servedOn(start, from, served)
  const rule = ruleOn(start.rule, known, rules)
  if (!rule) {
    const versions = rulesOf(start.rule, rules)
    // What begins by itself does not stop a person's step because its rule is not in force; neither does a target.
    const told = start.from !== undefined && versions.some(({ kind }) => kind !== 'target')
    // A code whose rules begin or end on other days has no time for this one: better said than left uncounted.
    if (told) throw notInForce(start, known, rules)
    return null
  }
  if (rule.unit === 'none') return null
  const events: ClockEvent[] = [{ type: 'start', on: from }]
  const deadline = clockAt(start.rule, events, { served, rules }).deadline!
  return {
    id: newId(t.now),
    organisation: t.organisation,
    caseId,
    rule: start.rule,
    kind: deadline.kind,
    state: 'running',
    startedOn: asDate(from),
    due: asDate(deadline.due),
    computation: {
      events,
      served,
      deadline,
      ...(start.evidence && { evidence: start.evidence }),
      ...(closesForGood(rule) && { dies: true }),
    } satisfies ClockComputation as never,
    pausedOn: null,
    stoppedOn: null,
  }
}

/** The day the event counts as known. Throws Refusal "field-invalid" for a day no time is counted from. */
function servedOn({ field }: ClockStart, from: string, served: Service): string {
  try {
    return presumedService(readDate(from), served).toString()
  } catch (error) {
    if (error instanceof DeadlineError) throw new Refusal('field-invalid', { ...(field && { field }) })
    throw error
  }
}

function notInForce({ rule, field }: ClockStart, from: string, rules: readonly Rule[]): Refusal {
  const versions = rulesOf(rule, rules)
  const first = versions[0]!
  const early = first.validFrom !== undefined && from < first.validFrom
  return new Refusal(early ? 'before-rule' : 'after-rule', {
    ...(field && { field }),
    rule,
    date: early ? first.validFrom! : (versions.at(-1)?.validTo ?? from),
  })
}

/**
 * Starts the clock of a rule; one of the same rule that the case's own steps began ends and starts anew. What a person
 * started by hand (with evidence) is another matter of the client's, such as a second decision: it runs beside.
 */
export async function startClock(t: OfficeTransaction, work: CaseAtWork, start: ClockStart): Promise<void> {
  if (start.beside) await letGo(t, work)
  if (!start.evidence) await stopClock(t, work, start.rule)
  const row = clockRow(t, work.row.id, start, await officeRules(t))
  if (!row) return
  t.insert('clock', { ...row, computation: row.computation as object })
  work.clocks.push(row)
  // One that begins with few days left is not left to wait for the daily look.
  await tellNear(t, work, row)
}

/** The client's own times that still run are no longer the chart's: each ends by hand, when its matter does. */
async function letGo(t: OfficeTransaction, work: CaseAtWork): Promise<void> {
  const today = dateInFinland(t.now).toString()
  for (const clock of work.clocks) {
    const kept = clock.computation as unknown as ClockComputation
    if (!dies(clock) || clock.state !== 'running' || kept.evidence || kept.deadline.due < today) continue
    const computation = { ...kept, evidence: 'document' } satisfies ClockComputation as never
    clock.computation = computation
    await t.flush()
    await t.sql.clock.update({ where: { id: clock.id }, data: { computation } })
  }
}

export const stopClock = (t: OfficeTransaction, work: CaseAtWork, rule: string) => tell(t, work, rule, 'stop')
/** Waiting for the client: the clock stands still, where its rule lets it. */
export const pauseClock = (t: OfficeTransaction, work: CaseAtWork, rule: string) =>
  tell(t, work, rule, 'pause')
/** Goes on where it stood, or starts anew, as its rule says. */
export const resumeClock = (t: OfficeTransaction, work: CaseAtWork, rule: string) =>
  tell(t, work, rule, 'resume')

async function tell(
  t: OfficeTransaction,
  work: CaseAtWork,
  rule: string,
  type: ClockEvent['type'],
): Promise<void> {
  const today = dateInFinland(t.now).toString()
  for (const clock of work.clocks) {
    const { events, evidence } = clock.computation as unknown as ClockComputation
    // What somebody started by hand ends by hand: which decision the step meant is not known here.
    if (clock.rule !== rule || clock.state === 'stopped' || evidence) continue
    // A clock may run from a day that is still to come; what happens before that happens on its first day.
    const last = events.at(-1)!.on
    await moveClock(t, clock, { type, on: [today, last].sort().at(-1)! })
  }
}

/** Adds what happened to a clock and writes where it stands by that. */
export async function moveClock(t: OfficeTransaction, clock: Clock, event: ClockEvent): Promise<void> {
  const kept = clock.computation as unknown as ClockComputation
  const events: ClockEvent[] = [...kept.events, event]
  const { state, deadline } = standing(clock, events, await officeRules(t))
  if (state === 'not-started') return
  const data = {
    state,
    due: asDate(deadline!.due),
    pausedOn: state === 'paused' ? (clock.pausedOn ?? asDate(event.on)) : null,
    stoppedOn: state === 'stopped' ? asDate(event.on) : null,
    computation: { ...kept, events, deadline: deadline! } satisfies ClockComputation as never,
  }
  Object.assign(clock, data)
  await t.flush()
  await t.sql.clock.update({ where: { id: clock.id }, data })
}

/**
 * Where a clock stands. An office that ended or moved its rule must not make the clocks that began under it immovable:
 * they go on by the built-in rule, and can be stopped in any case.
 */
function standing(clock: Clock, events: ClockEvent[], rules: readonly Rule[]): ClockState {
  const { served, deadline } = clock.computation as unknown as ClockComputation
  for (const list of [rules, RULES])
    try {
      return clockAt(clock.rule, events, { served, rules: list })
    } catch (error) {
      if (!(error instanceof DeadlineError) || error.code === 'bad-date') throw error
    }
  return { state: events.at(-1)!.type === 'stop' ? 'stopped' : (clock.state as 'running'), deadline }
}

/**
 * The columns by which the queue is sorted: the earliest running clock, whether a statutory one ends on that day, the
 * earliest running statutory clock, and the earliest running time of the client's own for a review or an appeal.
 */
export function dueColumns(
  clocks: readonly Clock[],
): Pick<Case, 'nextDue' | 'nextStatutory' | 'statutoryDue' | 'rightsDue'> {
  const running = clocks.filter((clock) => clock.state === 'running')
  const nextDue = earliest(running)
  const statutoryDue = earliest(running.filter((clock) => clock.kind === 'statutory'))
  const rightsDue = earliest(running.filter(dies))
  return {
    nextDue,
    nextStatutory: statutoryDue !== null && +statutoryDue === +nextDue!,
    statutoryDue,
    rightsDue,
  }
}

const earliest = (clocks: readonly Clock[]): Date | null =>
  clocks.reduce<Date | null>((first, { due }) => (first && first <= due ? first : due), null)
