import type { BodyCode } from '../../classification/bodies.ts'
import type { Text3 } from '../../language/lang.ts'

/** What a person can have in hand, as the deadline finder asks for it. */
export interface Situation {
  readonly id: string
  /** `paper`: something came. `waiting`: something was asked for. `happened`: something was done or left undone. */
  readonly group: 'paper' | 'waiting' | 'happened'
  readonly label: Text3
  readonly hint?: Text3
  /** The clock; absent where none is known well enough to name a date. */
  readonly rule?: string
  /** Why no date is named; only without a rule. */
  readonly unknown?: Text3
  /** How the paper came matters, since the day it counts as known depends on it. */
  readonly served?: boolean
  readonly date: Text3
  readonly dateHint?: Text3
  /** What has to be done by the day, where it is something else than an answer to the person. */
  readonly due?: Text3
  /** What to do, in order. */
  readonly steps: readonly Text3[]
  /** Whom to ask, the nearest first; the ombudsman's own office always comes besides. */
  readonly ask: readonly BodyCode[]
}
