import { Temporal } from 'temporal-polyfill'
import { computeDeadline } from './compute-deadline.ts'
import { type Deadline, DeadlineError, type Pause } from './deadline.ts'
import { moveEnd } from './period.ts'
import type { Service } from './presumed-service.ts'
import { readDate } from './read-date.ts'
import { resumedEnd } from './resume.ts'
import type { Rule } from './rule.ts'
import { ruleOn } from './rules.ts'
import type { WorkingDayParameters } from './working-day.ts'

/** What happened to a clock, oldest first. `on` is an ISO day. */
export interface ClockEvent {
  readonly type: 'start' | 'pause' | 'resume' | 'extend' | 'stop'
  readonly on: string
  /** Of `extend`: the new end, an ISO day, before it moves; and a code of why. */
  readonly to?: string
  readonly reason?: string
}

export interface ClockState {
  readonly state: 'not-started' | 'running' | 'paused' | 'stopped'
  /** The end as it stands. While paused: the end if the wait were over on the day it began. */
  readonly deadline?: Deadline
  readonly stoppedOn?: string
}

export interface ClockOptions {
  readonly served?: Service
  readonly workingDays?: Partial<WorkingDayParameters>
  /** The rules a code is looked up in: an office's own list; absent: RULES. */
  readonly rules?: readonly Rule[]
}

/** The deadline of a clock that stood still from one day to another. */
function shifted(deadline: Deadline, pause: Pause): Deadline {
  const raw = resumedEnd(
    Temporal.PlainDate.from(deadline.raw),
    Temporal.PlainDate.from(pause.from),
    Temporal.PlainDate.from(pause.to),
    deadline.unit,
    deadline.workingDays,
  )
  const { due, moved } = moveEnd(raw)
  const pauses = [...(deadline.pauses ?? []), pause]
  return { ...deadline, raw: raw.toString(), due: due.toString(), moved, pauses }
}

/** The deadline of a clock that was given more time. An end that is not later than the one it has changes nothing. */
function extended(deadline: Deadline, { on, to, reason }: ClockEvent): Deadline {
  const raw = readDate(to ?? '')
  const { due, moved } = moveEnd(raw)
  if (due.toString() <= deadline.due) return deadline
  const extension = { on, from: deadline.due, to: due.toString(), ...(reason && { reason }) }
  return {
    ...deadline,
    raw: raw.toString(),
    due: due.toString(),
    moved,
    extensions: [...(deadline.extensions ?? []), extension],
  }
}

/** A time that begins anew takes no day away that was promised already. */
function stillExtended(before: Deadline, anew: Deadline): Deadline {
  if (!before.extensions || before.due <= anew.due) return anew
  const { raw, due, moved, extensions } = before
  return { ...anew, raw, due, moved, extensions }
}

/**
 * Where a clock stands after its events. How a pause works is the rule's: `continue` adds the rest of the time
 * after it, `restart` begins the whole time on the day of resuming, `never` takes no notice (a statutory time does
 * not wait because somebody waits for a reply). A clock that has already run out is not saved by a pause. A second
 * pause, or a resume without one, changes nothing; after `stop` nothing does.
 * Throws DeadlineError, also `bad-date` for events out of order.
 */
export function clockAt(
  rule: Rule | string,
  events: readonly ClockEvent[],
  options: ClockOptions = {},
): ClockState {
  let clock: ClockState = { state: 'not-started' }
  let policy: Rule['pause'] = 'never'
  let pausedOn: string | undefined
  let last = ''
  for (const event of events) {
    const { type, on } = event
    readDate(on)
    if (on < last) throw new DeadlineError('bad-date', on)
    last = on
    if (clock.state === 'stopped') break
    if (type === 'start' && clock.state === 'not-started') {
      const deadline = computeDeadline({ rule, from: on, ...options })
      policy =
        (typeof rule === 'string' ? ruleOn(rule, deadline.served, options.rules) : rule)?.pause ?? 'never'
      clock = { state: 'running', deadline }
    } else if (clock.deadline === undefined) {
    } else if (type === 'stop') {
      clock = { ...clock, state: 'stopped', stoppedOn: on }
    } else if (type === 'extend') {
      clock = { ...clock, deadline: extended(clock.deadline, event) }
    } else if (type === 'pause' && clock.state === 'running') {
      if (policy !== 'never' && on >= clock.deadline.served && on <= clock.deadline.due) {
        pausedOn = on
        clock = { ...clock, state: 'paused' }
      }
    } else if (type === 'resume' && clock.state === 'paused' && pausedOn !== undefined) {
      const deadline =
        policy === 'restart'
          ? stillExtended(
              clock.deadline,
              computeDeadline({
                rule,
                from: on,
                rules: options.rules,
                ...(options.workingDays && { workingDays: options.workingDays }),
              }),
            )
          : shifted(clock.deadline, { from: pausedOn, to: on })
      pausedOn = undefined
      clock = { state: 'running', deadline }
    }
  }
  return clock
}
