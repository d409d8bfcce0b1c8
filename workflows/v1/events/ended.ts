import type { EventDescription } from '../../workflow.ts'

const ANSWERS = ['yes', 'partly', 'no'] as const

/** After the end: what the client thought of it, and opening the case again. */
export const endedEvents = {
  FEEDBACK: {
    by: ['client'],
    track: 'ended',
    fields: [
      { name: 'understood', kind: 'choice', options: ANSWERS, required: false },
      { name: 'heard', kind: 'choice', options: ANSWERS, required: false },
      { name: 'knewNextStep', kind: 'choice', options: ANSWERS, required: false },
      { name: 'trust', kind: 'choice', options: ANSWERS, required: false },
      { name: 'wouldContactAgain', kind: 'choice', options: ANSWERS, required: false },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  REOPEN: {
    by: ['office'],
    track: 'ended',
    fields: [
      {
        name: 'reopenReason',
        kind: 'choice',
        options: ['client-asked', 'new-information', 'answer-arrived', 'promise-broken', 'closed-by-mistake'],
        required: true,
      },
    ],
    note: 'optional',
    noteTo: 'office',
  },
} as const satisfies Record<string, EventDescription>
