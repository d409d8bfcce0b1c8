import type { AnyMachineSnapshot } from 'xstate'
import type { Party, Workflow, WorkflowEvent } from './workflow.ts'

/** Why an event is not taken. Every code has a text in each language. */
export const REFUSALS = [
  'unknown-event',
  'not-yours',
  'case-ended',
  'case-open',
  'consent-missing',
  'consent-given',
  'consent-not-asked',
  'approval-missing',
  'answer-awaited',
  'decision-missing',
  'not-now',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** The reason the snapshot does not take the event from this party, or undefined when it does. */
export function refusalOf(
  workflow: Workflow,
  snapshot: AnyMachineSnapshot,
  event: WorkflowEvent,
  party?: Party,
): RefusalCode | undefined {
  const description = workflow.events[event.type]
  if (!description) return 'unknown-event'
  if (party && !description.by.includes(party)) return 'not-yours'
  return snapshot.can(event) ? undefined : reason(snapshot, event, description.track === 'ended')
}

function reason(snapshot: AnyMachineSnapshot, event: WorkflowEvent, ofTheEnd: boolean): RefusalCode {
  const { consent } = snapshot.context as { consent: string }
  if (snapshot.hasTag('ended')) return 'case-ended'
  if (ofTheEnd) return 'case-open'
  switch (event.type) {
    case 'CLOSE':
    case 'ANSWER_AND_CLOSE':
      return 'answer-awaited'
    case 'ASK_CONSENT':
    case 'RECORD_CONSENT':
      return 'consent-given'
    case 'GIVE_CONSENT':
    case 'REFUSE_CONSENT':
      return 'consent-not-asked'
    case 'ASK_AUTHORITY':
    case 'CHASE_ANSWER':
    case 'SEND_REQUEST':
      return consent === 'given' ? 'not-now' : 'consent-missing'
    case 'RECORD_SENT':
      return snapshot.matches({ open: { objection: 'drafting' } } as never) ||
        snapshot.matches({ open: { objection: 'clientReview' } } as never)
        ? 'approval-missing'
        : 'not-now'
    case 'GIVE_PLAN':
    case 'FILED':
      return snapshot.matches({ open: { remedy: 'none' } } as never) ? 'decision-missing' : 'not-now'
    default:
      return 'not-now'
  }
}
