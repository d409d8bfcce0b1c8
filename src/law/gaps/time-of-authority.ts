import { Temporal } from 'temporal-polyfill'
import { type ClockEvent, clockAt } from '../clock.ts'
import type { Deadline } from '../deadline.ts'
import type { Rule } from '../rule.ts'
import { STARTS } from '../rules/starts.ts'
import { ruleOn } from '../rules.ts'
import { isWorkingDay, type WorkingDayParameters } from '../working-day.ts'
import { countedTo } from './days-without-income.ts'
import type { GapFacts } from './facts.ts'

/** Rules that are kept with the decision; the others are kept when the money comes or the service begins. */
const KEPT_BY_DECISION: readonly string[] = ['TT1', 'TT7', 'TTO']

/** The time an authority had, and how far it went over it. */
export interface TimeOfAuthority {
  /** The end with everything that explains it. */
  readonly deadline: Deadline
  /** The rule to explain it with: of a time that began anew the start is the supplement. */
  readonly rule: Rule
  /** The supplement is still waited for: the end is not fixed before it comes or its time runs out. */
  readonly waiting: boolean
  /** The client's own time (Kela's notice): never counted as anybody's lateness. */
  readonly ofClient: boolean
  /** The day it was kept, or to which the delay is counted (ISO). */
  readonly until: string
  /** The duty has been done. */
  readonly kept: boolean
  /** Working days after the end; 0 when it was kept in time. */
  readonly workingDaysOver: number
  readonly late: boolean
}

/** Working days after a day up to another, that one included; 0 when it does not come after (ISO). */
export function workingDaysAfter(
  due: string,
  until: string,
  workingDays?: Partial<WorkingDayParameters>,
): number {
  const end = Temporal.PlainDate.from(until)
  let count = 0
  for (let day = Temporal.PlainDate.from(due); Temporal.PlainDate.compare(day, end) < 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, workingDays)) count += 1
  }
  return count
}

const later = (one: string, other: string): string => [one, other].sort()[1]!

/** When a supplement was asked for the clock waits; it goes on when it arrives or its time runs out, whichever is first. */
function eventsOf(start: string, facts: GapFacts, today: string): ClockEvent[] {
  const events: ClockEvent[] = [{ type: 'start', on: start }]
  let last = start
  for (const { askedAt, at, dueAt } of facts.supplements ?? []) {
    // Asked for again before the first one was there: it waits on.
    last = later(last, askedAt)
    events.push({ type: 'pause', on: last })
    const [over] = [at, dueAt !== undefined && dueAt <= today ? dueAt : undefined]
      .filter((day) => day !== undefined)
      .sort()
    if (over === undefined) break
    last = later(last, over)
    events.push({ type: 'resume', on: last })
  }
  return events
}

export interface TimeOptions {
  /** Comes before what the rule says of working days. */
  readonly workingDays?: Partial<WorkingDayParameters>
  /** The office's own list of rules; absent: RULES. */
  readonly rules?: readonly Rule[]
}

/** What the rule counts as a working day, as far as it says. */
const workingDaysOf = (rule: Rule): Partial<WorkingDayParameters> => ({
  ...(rule.saturdayCounts !== undefined && { saturdayCounts: rule.saturdayCounts }),
  ...(rule.eveCounts !== undefined && { eveCounts: rule.eveCounts }),
})

/**
 * The authority's time in a gap, by its rule: when it ends, and the working days it has gone over. Undefined when no
 * rule sets a time or its start is not known. A supplement that was asked for after the end saves nobody.
 * Statutes: those of the rules; working days as the office counts them.
 * Throws DeadlineError for a rule that is not known or not in force on its start.
 */
export function timeOfAuthority(
  facts: GapFacts,
  today: string,
  { workingDays, rules }: TimeOptions = {},
): TimeOfAuthority | undefined {
  const start = facts.ruleFrom ?? facts.appliedAt
  if (facts.rule === undefined || start === undefined) return undefined
  const clock = clockAt(facts.rule, eventsOf(start, facts, today), {
    ...(workingDays && { workingDays }),
    ...(rules && { rules }),
  })
  const deadline = clock.deadline!
  const rule = typeof facts.rule === 'string' ? ruleOn(facts.rule, deadline.served, rules)! : facts.rule
  const waiting = clock.state === 'paused'
  const byDecision = KEPT_BY_DECISION.includes(deadline.rule)
  const done = byDecision ? (facts.decidedAt ?? facts.paidAt) : facts.paidAt
  const until = done ?? countedTo(facts, today)
  const ofClient = rule.owner === 'client'
  const late = !ofClient && !waiting && until > deadline.due
  return {
    deadline,
    rule: deadline.from === start ? rule : { ...rule, start: STARTS.supplement },
    waiting,
    ofClient,
    until,
    kept: done !== undefined,
    workingDaysOver: late
      ? workingDaysAfter(deadline.due, until, { ...workingDaysOf(rule), ...workingDays })
      : 0,
    late,
  }
}
