import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case, Clock } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import {
  type ClockEvent,
  clockAt,
  type Deadline,
  diesWithItsTime,
  type Rule,
  ruleOn,
  rulesOf,
  type Service,
} from '../../law/index.ts'
import { tellNear } from '../clocks/tell-near.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import type { CaseAtWork } from './case-row.ts'

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
}

/** Kept with the clock: everything its date can be recomputed and explained from. */
export interface ClockComputation {
  events: ClockEvent[]
  served: Service
  deadline: Deadline
  evidence?: string
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
  const rule = ruleOn(start.rule, from, rules)
  // A code whose rules begin or end on other days has no time for this one: better said than left uncounted.
  if (!rule && rulesOf(start.rule, rules).length > 0) throw notInForce(start, from, rules)
  if (!rule || rule.unit === 'none') return null
  const events: ClockEvent[] = [{ type: 'start', on: from }]
  const deadline = clockAt(start.rule, events, { served, rules }).deadline!
  return {
    id: newId(t.now),
    organisation: t.organisation,
    caseId,
    rule: start.rule,
    kind: rule.kind,
    state: 'running',
    startedOn: asDate(from),
    due: asDate(deadline.due),
    computation: {
      events,
      served,
      deadline,
      ...(start.evidence && { evidence: start.evidence }),
    } satisfies ClockComputation as never,
    pausedOn: null,
    stoppedOn: null,
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

/** Starts the clock of a rule; one of the same rule that runs already ends and starts anew. */
export async function startClock(t: OfficeTransaction, work: CaseAtWork, start: ClockStart): Promise<void> {
  await stopClock(t, work, start.rule)
  const row = clockRow(t, work.row.id, start, await officeRules(t))
  if (!row) return
  t.insert('clock', { ...row, computation: row.computation as object })
  work.clocks.push(row)
  // One that begins with few days left is not left to wait for the daily look.
  await tellNear(t, work, row)
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
  for (const clock of work.clocks.filter((clock) => clock.rule === rule && clock.state !== 'stopped')) {
    // A clock may run from a day that is still to come; what happens before that happens on its first day.
    const last = (clock.computation as unknown as ClockComputation).events.at(-1)!.on
    await moveClock(t, clock, { type, on: [today, last].sort().at(-1)! })
  }
}

/** Adds what happened to a clock and writes where it stands by that. */
export async function moveClock(t: OfficeTransaction, clock: Clock, event: ClockEvent): Promise<void> {
  const kept = clock.computation as unknown as ClockComputation
  const events: ClockEvent[] = [...kept.events, event]
  const { state, deadline } = clockAt(clock.rule, events, {
    served: kept.served,
    rules: await officeRules(t),
  })
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
 * The columns by which the queue is sorted: the earliest running clock, whether a statutory one ends on that day, the
 * earliest running statutory clock, and the earliest running time of the client's own for a review or an appeal.
 */
export function dueColumns(
  clocks: readonly Clock[],
): Pick<Case, 'nextDue' | 'nextStatutory' | 'statutoryDue' | 'rightsDue'> {
  const running = clocks.filter((clock) => clock.state === 'running')
  const nextDue = earliest(running)
  const statutoryDue = earliest(running.filter((clock) => clock.kind === 'statutory'))
  const rightsDue = earliest(running.filter((clock) => diesWithItsTime(clock.rule)))
  return {
    nextDue,
    nextStatutory: statutoryDue !== null && +statutoryDue === +nextDue!,
    statutoryDue,
    rightsDue,
  }
}

const earliest = (clocks: readonly Clock[]): Date | null =>
  clocks.reduce<Date | null>((first, { due }) => (first && first <= due ? first : due), null)
