import type { MovedDay, Unit } from './period.ts'
import type { Service } from './presumed-service.ts'
import type { RuleKind } from './rule.ts'
import type { WorkingDayParameters } from './working-day.ts'

/** Days on which a clock stood still: from the day it was stopped to the day it went on. */
export interface Pause {
  readonly from: string
  readonly to: string
}

/** More time than the rule gives: given on a day, from one end to another, with a code of why. */
export interface Extension {
  readonly on: string
  readonly from: string
  readonly to: string
  readonly reason?: string
}

/** A computed end with everything needed to explain it. Dates are ISO days; it can be stored as JSON. */
export interface Deadline {
  readonly rule: string
  readonly statute: string
  readonly unit: Exclude<Unit, 'none'>
  readonly length: number
  /** The event: posting, message, request, arrival. */
  readonly from: string
  /** The day it counts as known. */
  readonly served: string
  /** The end before it moves. */
  readonly raw: string
  /** The end. */
  readonly due: string
  /** The blocked days it moved over. */
  readonly moved: readonly MovedDay[]
  readonly verified: boolean
  readonly kind: RuleKind
  /** How the document came. */
  readonly service: Service
  /** What counted as a working day; only where working days were counted. */
  readonly workingDays?: WorkingDayParameters
  /** Only on a clock that was paused. */
  readonly pauses?: readonly Pause[]
  /** Only on a clock that was given more time; the ends above are those after it. */
  readonly extensions?: readonly Extension[]
}

/** Why no date could be computed. `unknown-rule`, `bad-date`: wrong words; the others: the facts do not allow it. */
export type DeadlineErrorCode =
  | 'unknown-rule'
  | 'bad-date'
  | 'out-of-range'
  | 'no-length'
  | 'before-rule'
  | 'after-rule'

export class DeadlineError extends Error {
  readonly code: DeadlineErrorCode
  /** The value that was refused, or for `before-rule` and `after-rule` the limit. */
  readonly value: string

  constructor(code: DeadlineErrorCode, value: string) {
    super(`${code}: ${value}`)
    this.name = 'DeadlineError'
    this.code = code
    this.value = value
  }
}
