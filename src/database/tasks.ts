/** Every kind of job there is. `src/worker.ts` gives each its handler. */
export const TASKS = [
  'deliver-notice',
  'case-timer',
  'clock-watch',
  'clean-up',
  'feedback-batch',
  'audit-digest',
  'index-words',
  'retention',
  'scan-attachment',
  'scan-again',
] as const
export type TaskName = (typeof TASKS)[number]
