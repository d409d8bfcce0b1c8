import type { EventDescription } from '../../workflow.ts'

/** Guidance to a remedy: review request, appeal, complaint, damages, access to data. The client files, never the office. */
export const remedyEvents = {
  CAPTURE_DECISION: {
    by: ['office'],
    track: 'remedy',
    fields: [
      { name: 'remedy', kind: 'code', list: 'remedy', required: true },
      { name: 'decisionFrom', kind: 'date', required: true },
      { name: 'served', kind: 'choice', options: ['letter', 'e-notice', 'handed', 'none'], required: true },
      {
        name: 'instructions',
        kind: 'choice',
        options: ['right', 'missing', 'wrong', 'not-seen'],
        required: true,
      },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  GIVE_PLAN: {
    by: ['office'],
    track: 'remedy',
    fields: [{ name: 'legalAid', kind: 'boolean', required: false }],
    note: 'required',
    noteTo: 'client',
  },
  FILED: {
    by: ['office', 'client'],
    track: 'remedy',
    fields: [{ name: 'filedOn', kind: 'date', required: true }],
  },
  NOT_FILED: { by: ['office', 'client'], track: 'remedy', note: 'optional', noteTo: 'office', danger: true },
  DECIDED: {
    by: ['office', 'client'],
    track: 'remedy',
    fields: [
      { name: 'decidedOn', kind: 'date', required: true },
      {
        name: 'decision',
        kind: 'choice',
        options: ['accepted', 'partly', 'rejected', 'not-examined', 'cancelled'],
        required: true,
      },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  RECORD_RESULT: {
    by: ['office'],
    track: 'remedy',
    fields: [{ name: 'rightRealised', kind: 'code', list: 'rightRealised', required: true }],
    note: 'optional',
    noteTo: 'office',
  },
} as const satisfies Record<string, EventDescription>
