import { chart } from './chart.ts'
import { consentActions, recordConsent } from './consent.ts'
import { escalate, notice, remind } from './effects.ts'

const pause = { type: 'pauseClock', params: { rule: 'OFFICE_ANSWER' } } as const
const resume = { type: 'resumeClock', params: { rule: 'OFFICE_ANSWER' } } as const

/**
 * The client was asked something. The office's answer clock stands still meanwhile; the client is reminded after two and
 * after four weeks, and then somebody decides. A case never closes because a client is silent.
 */
export const waitingClient = chart.createStateConfig({
  initial: 'asked',
  tags: ['waiting-client'],
  entry: [pause],
  exit: [resume],
  states: {
    asked: {
      after: {
        days14: [
          { guard: 'hasContactAddress', target: 'reminded', actions: [notice('information-asked')] },
          { target: 'reminded', actions: [remind('client-unreachable')] },
        ],
      },
    },
    reminded: {
      after: {
        days14: [
          {
            guard: 'hasContactAddress',
            target: 'silent',
            actions: [notice('information-asked'), remind('client-silent')],
          },
          { target: 'silent', actions: [remind('client-silent')] },
        ],
      },
    },
    silent: {
      tags: ['needs-office'],
      after: { days30: { target: 'silent', reenter: true, actions: [escalate('client-silent')] } },
    },
  },
  on: {
    MESSAGE_FROM_CLIENT: { target: 'advising', actions: [remind('client-message')] },
    CLIENT_REPLIED: { target: 'advising' },
    GIVE_CONSENT: { guard: 'consentAsked', target: 'advising', actions: [...consentActions.given] },
    RECORD_CONSENT: { guard: 'consentMissing', target: 'advising', actions: [recordConsent] },
    REFUSE_CONSENT: { guard: 'consentAsked', target: 'advising', actions: [...consentActions.refused] },
  },
})
