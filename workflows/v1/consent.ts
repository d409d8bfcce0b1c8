import { chart } from './chart.ts'
import { remind } from './effects.ts'

/** What happens with the memory of consent, whichever state hears of it. */
export const consentActions = {
  asked: [
    { type: 'rememberConsent', params: { consent: 'asked' } },
    { type: 'consent', params: { state: 'asked' } },
  ],
  given: [
    { type: 'rememberConsent', params: { consent: 'given' } },
    { type: 'consent', params: { state: 'given', how: 'portal' } },
    remind('consent-given'),
  ],
  refused: [
    { type: 'rememberConsent', params: { consent: 'refused' } },
    { type: 'consent', params: { state: 'refused' } },
    remind('consent-refused'),
  ],
  withdrawn: [
    { type: 'rememberConsent', params: { consent: 'withdrawn' } },
    { type: 'consent', params: { state: 'withdrawn' } },
    remind('consent-withdrawn'),
  ],
} as const

/** Consent recorded by the office; how the client gave it comes with the event. */
export const recordConsent = chart.enqueueActions(({ enqueue, event }) => {
  enqueue({ type: 'rememberConsent', params: { consent: 'given' } })
  enqueue({ type: 'consent', params: { state: 'given', how: event.consentHow ?? 'written' } })
})
