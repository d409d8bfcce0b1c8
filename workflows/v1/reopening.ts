import { escalate, startClock, takeIfFree } from './effects.ts'

/** A reopened case is promised the same as a new one: a contact and an answer by the office's own targets. */
export const reopening = [
  'countReopening',
  { type: 'reopen', params: {} },
  takeIfFree,
  startClock('OFFICE_CONTACT', 'now'),
  startClock('OFFICE_ANSWER', 'now'),
  escalate('reopened'),
] as const
