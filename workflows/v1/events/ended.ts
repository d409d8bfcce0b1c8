import type { EventDescription } from '../../workflow.ts'

/** After the end: opening the case again. What the client says of the help is no event of the case. */
export const endedEvents = {
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
