import type { EventDescription } from '../../workflow.ts'

/** After the end: that the client has said what the help was like, and opening the case again. */
export const endedEvents = {
  // Only that feedback was given: what was said in it belongs to no case.
  FEEDBACK: { by: ['client'], track: 'ended' },
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
