import { chart } from './chart.ts'
import { consentActions } from './consent.ts'
import { count, escalate, notice, remind, startClock, stopClock, takeIfFree } from './effects.ts'

const START_MEDIATION = [
  { guard: 'consentGiven', target: 'active', actions: [takeIfFree] },
  {
    target: 'consentAsked',
    actions: [takeIfFree, ...consentActions.asked, notice('message-waiting')],
  },
] as const
const AGREED = { target: 'agreed', actions: [notice('message-waiting')] } as const
const NO_AGREEMENT = { target: '#complaint.open.mediation.notAgreed' } as const
const KEPT = { target: '#complaint.open.mediation.kept' } as const
const BROKEN = { target: '#complaint.open.mediation.broken', actions: [remind('promise-broken')] } as const

/** Everything here rests on the consent; when it is withdrawn, all of it stops. */
const active = chart.createStateConfig({
  initial: 'consentGiven',
  states: {
    consentGiven: {
      tags: ['needs-office'],
      after: { days3: { actions: [remind('request-unsent')] } },
      on: {
        SEND_REQUEST: {
          guard: 'consentGiven',
          target: 'requested',
          actions: [count('mediation'), startClock('OFFICE_REPLY', 'sentOn')],
        },
      },
    },
    // The unit is asked to reply within ten working days; the hope ends with the reply, or with the mediation.
    requested: {
      exit: [stopClock('OFFICE_REPLY')],
      tags: ['waiting-authority'],
      after: { days14: { actions: [remind('unit-quiet')] }, days28: { actions: [escalate('unit-quiet')] } },
      on: { UNIT_REPLIED: { target: 'unitReplied', actions: [remind('unit-replied')] }, NO_AGREEMENT },
    },
    unitReplied: {
      tags: ['needs-office'],
      after: { days7: { actions: [remind('talk-missing')] } },
      on: { TALK_HELD: { target: 'talked' }, AGREED, NO_AGREEMENT },
    },
    talked: {
      tags: ['needs-office'],
      after: { days7: { actions: [remind('agreement-missing')] } },
      on: { AGREED, NO_AGREEMENT },
    },
    agreed: {
      after: { days30: { target: 'followUp', actions: [remind('agreement-follow-up')] } },
      on: { KEPT, BROKEN },
    },
    followUp: {
      tags: ['needs-office'],
      after: { days14: { target: 'followUp', reenter: true, actions: [remind('agreement-follow-up')] } },
      on: { KEPT, BROKEN },
    },
  },
  on: {
    WITHDRAW_CONSENT: { guard: 'consentGiven', target: 'stopped' },
    STOP_MEDIATION: { target: 'stopped' },
  },
})

/** Mediation with the unit, with the client's consent. The memory of consent itself is kept by the office's track. */
export const mediation = chart.createStateConfig({
  initial: 'none',
  states: {
    none: { tags: ['quiet'], on: { START_MEDIATION: [...START_MEDIATION] } },
    consentAsked: {
      tags: ['waiting-client'],
      after: {
        days7: { actions: [notice('message-waiting')] },
        days14: { actions: [remind('consent-waiting')] },
      },
      on: {
        GIVE_CONSENT: { guard: 'consentAsked', target: 'active' },
        RECORD_CONSENT: { guard: 'consentMissing', target: 'active' },
        REFUSE_CONSENT: { guard: 'consentAsked', target: 'stopped' },
        STOP_MEDIATION: { target: 'stopped' },
      },
    },
    active,
    kept: { on: { START_MEDIATION: [...START_MEDIATION] } },
    broken: { on: { START_MEDIATION: [...START_MEDIATION] } },
    notAgreed: { on: { START_MEDIATION: [...START_MEDIATION] } },
    stopped: { on: { START_MEDIATION: [...START_MEDIATION] } },
    asBefore: { type: 'history', history: 'deep', target: 'none' },
  },
})
