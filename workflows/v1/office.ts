import { chart } from './chart.ts'
import { consentActions, recordConsent } from './consent.ts'
import {
  answerGiven,
  contactMade,
  count,
  escalate,
  notice,
  remind,
  startClock,
  stopClock,
  takeIfFree,
} from './effects.ts'
import { startAuthorityClock, waitingAuthority } from './waiting-authority.ts'
import { waitingClient } from './waiting-client.ts'

const { TAKE, LOG_CONTACT, MESSAGE_TO_CLIENT } = {
  TAKE: { target: 'triage', actions: [{ type: 'assign', params: { to: 'actor' } }] },
  // Whoever talks with the client has begun: the case need not be taken separately.
  LOG_CONTACT: { guard: 'reached', target: 'triage', actions: [takeIfFree, contactMade] },
  MESSAGE_TO_CLIENT: { target: 'triage', actions: [takeIfFree, contactMade, notice('message-waiting')] },
} as const

const received = chart.createStateConfig({
  tags: ['triage', 'needs-office'],
  entry: [
    notice('received'),
    startClock('OFFICE_ACK', 'now'),
    startClock('OFFICE_CONTACT', 'now'),
    startClock('OFFICE_ANSWER', 'now'),
  ],
  exit: [stopClock('OFFICE_ACK')],
  after: { days2: { actions: [escalate('untaken')] }, days7: { actions: [escalate('untaken')] } },
  on: { TAKE, LOG_CONTACT: [LOG_CONTACT, { actions: [takeIfFree] }], MESSAGE_TO_CLIENT },
})

const reopened = chart.createStateConfig({
  tags: ['triage', 'needs-office', 'reopened'],
  after: { days2: { actions: [escalate('untaken')] } },
  on: { TAKE, LOG_CONTACT: [LOG_CONTACT, { actions: [takeIfFree] }], MESSAGE_TO_CLIENT },
})

const triage = chart.createStateConfig({
  tags: ['triage', 'needs-office'],
  after: { days3: { actions: [remind('triage-quiet')] } },
  on: { START_ADVICE: { target: 'advising', actions: [takeIfFree] } },
})

const advising = chart.createStateConfig({
  tags: ['needs-office'],
  after: {
    days14: { actions: [remind('advising-quiet')] },
    days30: { actions: [escalate('advising-quiet')] },
  },
})

const answered = chart.createStateConfig({
  tags: ['waiting-client'],
  entry: [...answerGiven],
  after: {
    days14: { actions: [remind('assess-with-client')] },
    days30: { actions: [remind('close-or-continue')] },
  },
  on: {
    MESSAGE_FROM_CLIENT: {
      target: 'advising',
      actions: [remind('client-message'), startClock('OFFICE_ANSWER', 'now')],
    },
    ASSESS: { target: 'assessed' },
  },
})

const assessed = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days14: { actions: [remind('close-or-continue')] } },
  on: {
    START_ADVICE: { target: 'advising' },
    NEXT_REMEDY: { target: 'nextRemedy', actions: [notice('message-waiting')] },
  },
})

const nextRemedy = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days7: { actions: [remind('next-remedy')] } },
  on: { START_ADVICE: { target: 'advising' } },
})

/** The office's own work with the case. What holds in every state of it is below, what holds in one is in that state. */
export const office = chart.createStateConfig({
  initial: 'received',
  states: {
    received,
    reopened,
    triage,
    advising,
    waitingClient,
    waitingAuthority,
    answered,
    assessed,
    nextRemedy,
  },
  on: {
    ANSWER: { target: '.answered', actions: [takeIfFree, count('advice'), notice('answered')] },
    ASK_CLIENT: { target: '.waitingClient', actions: [takeIfFree, contactMade, notice('information-asked')] },
    ASK_CONSENT: {
      guard: 'consentMissing',
      target: '.waitingClient',
      actions: [takeIfFree, contactMade, ...consentActions.asked, notice('information-asked')],
    },
    ASK_AUTHORITY: {
      guard: 'mayAskAuthority',
      target: '.waitingAuthority',
      actions: [takeIfFree, startAuthorityClock],
    },
    ASSIGN: { actions: [{ type: 'assign', params: { to: 'named', field: 'staff' } }] },
    RELEASE: { actions: [{ type: 'assign', params: { to: 'nobody' } }] },
    LOG_CONTACT: [{ guard: 'reached', actions: [takeIfFree, contactMade] }, { actions: [takeIfFree] }],
    MESSAGE_TO_CLIENT: { actions: [takeIfFree, contactMade, notice('message-waiting')] },
    MESSAGE_FROM_CLIENT: { actions: [remind('client-message')] },
    GIVE_CONSENT: { guard: 'consentAsked', actions: [...consentActions.given] },
    RECORD_CONSENT: { guard: 'consentMissing', actions: [recordConsent] },
    REFUSE_CONSENT: { guard: 'consentAsked', actions: [...consentActions.refused] },
    WITHDRAW_CONSENT: { guard: 'consentGiven', actions: [...consentActions.withdrawn] },
  },
})
