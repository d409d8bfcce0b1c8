import type { Text3 } from '../language/lang.ts'
import type { Unit } from './period.ts'

/** statutory: an act sets the time. guidance: a supervisor's advice. target: the office's own promise. */
export type RuleKind = 'statutory' | 'guidance' | 'target'

/** One clock of the law, as data. A new wording or length is a new rule with its own dates. */
export interface Rule {
  /** Code of the clock; rules of one code must not overlap in time. */
  readonly code: string
  readonly kind: RuleKind
  /** Who has to act in time. A client's own time is never declared lost by the machine. */
  readonly owner: 'client' | 'authority' | 'office'
  readonly unit: Unit
  /** Number of units; 0 with `none`. */
  readonly length: number
  /** `notice`: begins when a document counts as known, so the way it came matters; otherwise the given day. */
  readonly startsFrom: 'notice' | 'arrival' | 'request' | 'contact' | 'decision' | 'event'
  /** What waiting for the client does: the rest goes on afterwards, a new time begins, or nothing. */
  readonly pause: 'continue' | 'restart' | 'never'
  /** Whether Saturdays that are not holidays count, where working days are counted; absent: no. */
  readonly saturdayCounts?: boolean
  /** Whether Christmas Eve and Midsummer Eve count, where working days are counted; absent: no. */
  readonly eveCounts?: boolean
  /** Number of the act and section, e.g. "434/2003 49 c §"; empty where no statute sets the time. */
  readonly statute: string
  /** Name of the act, or of what the time rests on. */
  readonly act: Text3
  /** Short name of the clock. */
  readonly name: Text3
  /** The duty as a sentence; `{period}` stands for the length ("30 päivän", "30 dagar", "30 days"). */
  readonly duty: Text3
  /** The starting event as a noun phrase. */
  readonly start: Text3
  /** What the client can do when the time has run out. */
  readonly broken: Text3
  /** Where the length is one of a range: the range in a sentence, told with the date. */
  readonly range?: Text3
  /** First and last day (ISO) of starting events it applies to; absent: no limit known here. */
  readonly validFrom?: string
  readonly validTo?: string
  /**
   * True when the length and the section were read on a stored page or are known with at least 90 % confidence.
   * Anything less is false: it is shown to staff as unverified and never asserted to a client.
   */
  readonly verified: boolean
  /** A page a reader can look up, named alike in every language; absent where none was read. */
  readonly page?: string
  /** Where it was read, or how well it is known; for those who keep the rules, not for the reader. */
  readonly source: string
}
