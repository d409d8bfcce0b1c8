import type { EventDescription } from '../../workflow.ts'

/** Help with an objection (muistutus, anmärkning), 23 § of the Client Act or 54 § of the Early Childhood Education Act. */
export const objectionEvents = {
  START_OBJECTION: {
    by: ['office'],
    track: 'objection',
    fields: [
      {
        name: 'objectionTo',
        kind: 'choice',
        options: ['social-care', 'early-education'],
        required: true,
      },
    ],
  },
  OBJECTION_ALREADY_SENT: {
    by: ['office'],
    track: 'objection',
    fields: [{ name: 'sentOn', kind: 'date', required: true }],
  },
  OFFER_DRAFT: { by: ['office'], track: 'objection', note: 'required', noteTo: 'client' },
  APPROVE_DRAFT: { by: ['client'], track: 'objection', note: 'optional', noteTo: 'office' },
  RECORD_APPROVAL: {
    by: ['office'],
    track: 'objection',
    fields: [
      { name: 'approvalHow', kind: 'choice', options: ['signed', 'written', 'spoken'], required: true },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  REQUEST_CHANGES: { by: ['client'], track: 'objection', note: 'required', noteTo: 'office' },
  RECORD_SENT: {
    by: ['office', 'client'],
    track: 'objection',
    fields: [
      { name: 'sentOn', kind: 'date', required: true },
      { name: 'sentTo', kind: 'choice', options: ['unit', 'leading-officer', 'registry'], required: true },
      { name: 'sentHow', kind: 'choice', options: ['post', 'e-service', 'e-mail', 'handed'], required: true },
    ],
  },
  ACKNOWLEDGED: {
    by: ['office'],
    track: 'objection',
    fields: [{ name: 'receivedOn', kind: 'date', required: true }],
  },
  CHASE_ANSWER: { by: ['office'], track: 'objection', note: 'optional', noteTo: 'office' },
  OBJECTION_ANSWERED: {
    by: ['office', 'client'],
    track: 'objection',
    fields: [{ name: 'answeredOn', kind: 'date', required: true }],
    note: 'optional',
    noteTo: 'office',
  },
  ASSESS_OBJECTION: {
    by: ['office'],
    track: 'objection',
    fields: [
      { name: 'pointsAnswered', kind: 'choice', options: ['all', 'some', 'none'], required: true },
      { name: 'reasonsGiven', kind: 'boolean', required: true },
      { name: 'measuresStated', kind: 'boolean', required: true },
    ],
    note: 'optional',
    noteTo: 'office',
  },
  ASK_SUPPLEMENT: {
    by: ['office'],
    track: 'objection',
    fields: [{ name: 'sentOn', kind: 'date', required: true }],
  },
  OBJECTION_RESOLVED: {
    by: ['office'],
    track: 'objection',
    fields: [{ name: 'rightRealised', kind: 'code', list: 'rightRealised', required: true }],
  },
  OBJECTION_TO_REMEDY: {
    by: ['office'],
    track: 'objection',
    fields: [{ name: 'remedy', kind: 'code', list: 'remedy', required: true }],
    note: 'optional',
    noteTo: 'client',
  },
  GUIDE_TO_COMPLAINT: { by: ['office'], track: 'objection', note: 'required', noteTo: 'client' },
  STOP_OBJECTION: {
    by: ['office', 'client'],
    track: 'objection',
    note: 'optional',
    noteTo: 'office',
    danger: true,
  },
} as const satisfies Record<string, EventDescription>
