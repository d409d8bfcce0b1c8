import { Temporal } from 'temporal-polyfill'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Clock } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import {
  type ClockEvent,
  type ExtensionReason,
  isExtensionReason,
  type Rule,
  ruleOn,
} from '../../law/index.ts'
import { type ClockComputation, moveClock } from '../engine/case-clocks.ts'
import { type CaseStep, lockSeen, writeStep } from '../engine/case-step.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { tellOfExtension } from './tell-of-extension.ts'

export interface ClockChange {
  clockId: string
  type: 'pause' | 'resume' | 'extend' | 'stop'
  /** ISO day it happened on; absent: today in Finland. */
  on?: string
  /** Of `extend`: the new end, an ISO day, and why. */
  to?: string
  reason?: string
  seenVersion?: number
}

const STEP: Record<ClockChange['type'], CaseStep> = {
  pause: 'CLOCK_PAUSED',
  resume: 'CLOCK_RESUMED',
  extend: 'CLOCK_EXTENDED',
  stop: 'CLOCK_STOPPED',
}

/**
 * Pauses, resumes, extends or stops a clock by hand. How a pause works is the rule's own (`continue`, `restart`, `never`).
 * More time needs a reason, is counted, and the client is told of it; a client's own time for a review or an appeal
 * cannot be given more of by anybody here.
 * Throws Refusal: "not-found", "changed-meanwhile", "clock-ended", "clock-never-pauses", "clock-not-paused",
 * "clock-own-time", "clock-over", "clock-not-begun", "field-missing", "field-invalid", "date-future", "date-past",
 * "date-before", "date-not-later".
 */
export async function changeClock(t: OfficeTransaction, caseId: string, change: ClockChange): Promise<void> {
  const work = await lockSeen(t, caseId, change.seenVersion)
  const clock = work.clocks.find(({ id }) => id === change.clockId)
  if (!clock) throw new Refusal('not-found')
  const today = dateInFinland(t.now)
  const event = eventOf(change, clock, today, await officeRules(t))
  const before = dayOf(clock.due)
  await moveClock(t, clock, event)
  const due = dayOf(clock.due)
  await writeStep(t, work, STEP[change.type], {
    rule: clock.rule,
    on: event.on,
    ...(due === before ? {} : { from: before, due }),
    ...(event.reason ? { reason: event.reason } : {}),
  })
  if (change.type === 'extend') await tellOfExtension(t, work, clock, event.reason as ExtensionReason)
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

function eventOf(
  change: ClockChange,
  clock: Clock,
  today: Temporal.PlainDate,
  rules: readonly Rule[],
): ClockEvent {
  if (clock.state === 'stopped') throw new Refusal('clock-ended')
  const { events, deadline } = clock.computation as unknown as ClockComputation
  // A clock that began under a rule the office has since moved goes on by the built-in one.
  const rule = ruleOn(clock.rule, deadline.served, rules) ?? ruleOn(clock.rule, deadline.served)
  const on = dateOf(change.on ?? today.toString(), 'on')
  if (Temporal.PlainDate.compare(on, today) > 0) throw new Refusal('date-future', { field: 'on' })
  if (on.toString() < events.at(-1)!.on)
    throw new Refusal('date-before', { field: 'on', date: events.at(-1)!.on })
  const event = { type: change.type, on: on.toString() }
  if (change.type === 'pause') {
    if (clock.state === 'paused') throw new Refusal('not-now')
    if ((rule?.pause ?? 'never') === 'never') throw new Refusal('clock-never-pauses')
    // A time that has run out, or has not begun, cannot stand still: the page would say what is not so.
    if (event.on > deadline.due) throw new Refusal('clock-over', { field: 'on', date: deadline.due })
    if (event.on < deadline.served)
      throw new Refusal('clock-not-begun', { field: 'on', date: deadline.served })
  }
  if (change.type === 'resume' && clock.state !== 'paused') throw new Refusal('clock-not-paused')
  if (change.type !== 'extend') return event
  if (rule?.owner === 'client') throw new Refusal('clock-own-time')
  if (!change.to) throw new Refusal('field-missing', { field: 'to' })
  const to = dateOf(change.to, 'to')
  if (Temporal.PlainDate.compare(to, today) < 0) throw new Refusal('date-past', { field: 'to' })
  if (to.toString() <= deadline.due) throw new Refusal('date-not-later', { field: 'to', date: deadline.due })
  if (Temporal.PlainDate.compare(to, today.add({ years: 2 })) > 0)
    throw new Refusal('field-invalid', { field: 'to' })
  if (!change.reason || !isExtensionReason(change.reason))
    throw new Refusal('field-missing', { field: 'reason' })
  return { ...event, to: to.toString(), reason: change.reason }
}

function dateOf(value: string, field: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    throw new Refusal('field-invalid', { field })
  }
}
