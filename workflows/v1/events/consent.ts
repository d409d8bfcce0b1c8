import type { EventDescription } from '../../workflow.ts'

/** The client's consent to the office talking with the unit, and how urgent the matter is. */
export const consentEvents = {
  ASK_CONSENT: { by: ['office'], track: 'office', note: 'optional', noteTo: 'client' },
  GIVE_CONSENT: { by: ['client'], track: 'office' },
  RECORD_CONSENT: {
    by: ['office'],
    track: 'office',
    fields: [
      { name: 'consentHow', kind: 'choice', options: ['signed', 'written', 'spoken'], required: true },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  REFUSE_CONSENT: { by: ['client', 'office'], track: 'office' },
  WITHDRAW_CONSENT: { by: ['client', 'office'], track: 'office', danger: true },
} as const satisfies Record<string, EventDescription>

export const priorityEvents = {
  SET_URGENT: {
    by: ['office'],
    track: 'priority',
    fields: [
      {
        name: 'urgentReason',
        kind: 'choice',
        options: ['food', 'medicine', 'home', 'child', 'safety', 'deadline'],
        required: true,
      },
    ],
  },
  CLEAR_URGENT: { by: ['office'], track: 'priority' },
} as const satisfies Record<string, EventDescription>
