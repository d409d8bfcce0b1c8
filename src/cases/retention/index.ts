/** The room's door: how long matters are kept, and how they end. */

export {
  MARKS,
  type MarkKind,
  RETENTION_ACTIONS,
  RETENTION_KINDS,
  RETENTION_STARTS,
  type RetentionAction,
  type RetentionKind,
  type RetentionStart,
} from './codes.ts'
export { type KeepingNow, keepingNow } from './keeping-now.ts'
export { endMark, markCase, marksOf, type ReadMark, WHY_LONG } from './marks.ts'
export { comingUp, loneContacts, type StandingRow, standingRow } from './read-standings.ts'
export {
  endedRules,
  endRetentionRule,
  type RetentionInput,
  retentionRules,
  SOURCE_LONG,
  setRetentionRule,
} from './rules.ts'
export { type RetentionRun, runRetention, runRetentionEverywhere } from './run.ts'
export type { Hold, Standing, StandingState } from './standing.ts'
