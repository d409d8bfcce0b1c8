import type { EventDescription } from '../../workflow.ts'

/** Mediation between the client and the unit. The unit hears nothing before the client has consented. */
export const mediationEvents = {
  START_MEDIATION: { by: ['office'], track: 'mediation', note: 'optional', noteTo: 'client' },
  SEND_REQUEST: {
    by: ['office'],
    track: 'mediation',
    fields: [{ name: 'sentOn', kind: 'date', required: true }],
    note: 'optional',
    noteTo: 'office',
  },
  UNIT_REPLIED: {
    by: ['office'],
    track: 'mediation',
    fields: [{ name: 'repliedOn', kind: 'date', required: true }],
    note: 'optional',
    noteTo: 'office',
  },
  TALK_HELD: {
    by: ['office'],
    track: 'mediation',
    fields: [{ name: 'heldOn', kind: 'date', required: true }],
    note: 'optional',
    noteTo: 'office',
  },
  AGREED: { by: ['office'], track: 'mediation', note: 'required', noteTo: 'client' },
  NO_AGREEMENT: { by: ['office'], track: 'mediation', note: 'optional', noteTo: 'office' },
  KEPT: { by: ['office'], track: 'mediation', note: 'optional', noteTo: 'office' },
  BROKEN: { by: ['office'], track: 'mediation', note: 'optional', noteTo: 'office' },
  STOP_MEDIATION: { by: ['office'], track: 'mediation', note: 'optional', noteTo: 'office', danger: true },
} as const satisfies Record<string, EventDescription>
