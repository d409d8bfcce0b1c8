import { assign, setup } from 'xstate'
import type { Effect, StartInput, Tag } from '../workflow.ts'
import type { EventName } from './events/index.ts'

/** What a case remembers besides its state: coded, impersonal, JSON. */
export interface CaseContext {
  urgent: boolean
  hasContactAddress: boolean
  consent: 'none' | 'asked' | 'given' | 'refused' | 'withdrawn'
  /** The remedy the client is guided to, a code of the list `remedy`. */
  remedy: string | null
  /** The clock by which the client must file it. */
  filingRule: string | null
  /** The clock by which the authority that was asked should act. */
  authorityRule: string | null
  reopened: number
  feedbackGiven: boolean
}

/** The fields a guard or an effect looks at; the engine stores the rest with the event. */
export interface CaseEvent {
  type: EventName
  outcome?: string
  remedy?: string
  rule?: string
  identifiesClient?: boolean
  reached?: boolean
  waited?: string
  consentHow?: string
  instructionsGiven?: boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Params<T extends Effect['type']> = Extract<Effect, { type: T }>['params']
/** The common ground of both charts: their memory, effects, guards and delays. */
export const chart = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseEvent,
    input: {} as StartInput,
    tags: {} as Tag,
  },
  actions: {
    // The engine carries effects out; here they have a name and parameters only.
    notice: (_, _params: Params<'notice'>) => {},
    remind: (_, _params: Params<'remind'>) => {},
    startClock: (_, _params: Params<'startClock'>) => {},
    stopClock: (_, _params: Params<'stopClock'>) => {},
    pauseClock: (_, _params: Params<'pauseClock'>) => {},
    resumeClock: (_, _params: Params<'resumeClock'>) => {},
    assign: (_, _params: Params<'assign'>) => {},
    assignIfFree: (_, _params: Params<'assignIfFree'>) => {},
    close: (_, _params: Params<'close'>) => {},
    reopen: (_, _params: Params<'reopen'>) => {},
    flagUrgent: (_, _params: Params<'flagUrgent'>) => {},
    consent: (_, _params: Params<'consent'>) => {},
    action: (_, _params: Params<'action'>) => {},
    feedback: (_, _params: Params<'feedback'>) => {},
    rememberConsent: assign({ consent: (_, params: { consent: CaseContext['consent'] }) => params.consent }),
    rememberUrgent: assign({ urgent: (_, params: { urgent: boolean }) => params.urgent }),
    countReopening: assign({ reopened: ({ context }) => context.reopened + 1, feedbackGiven: false }),
    rememberFeedback: assign({ feedbackGiven: true }),
  },
  guards: {
    consentGiven: ({ context }) => context.consent === 'given',
    consentMissing: ({ context }) => context.consent !== 'given',
    consentAsked: ({ context }) => context.consent === 'asked',
    /** A question that does not tell who the client is needs no consent. */
    mayAskAuthority: ({ context, event }) => event.identifiesClient !== true || context.consent === 'given',
    reached: ({ event }) => event.reached === true,
    isUrgent: ({ context }) => context.urgent,
    notUrgent: ({ context }) => !context.urgent,
    hasContactAddress: ({ context }) => context.hasContactAddress,
    feedbackMissing: ({ context }) => !context.feedbackGiven,
    claimsResolved: ({ event }) => event.outcome === 'resolved',
    waitedOverFourWeeks: ({ event }) => event.waited === 'over-four-weeks',
    waitedOverTwoWeeks: ({ event }) => event.waited === 'two-to-four-weeks',
  },
  delays: {
    hours4: 4 * HOUR,
    day1: DAY,
    days2: 2 * DAY,
    days3: 3 * DAY,
    days7: 7 * DAY,
    days14: 14 * DAY,
    days28: 28 * DAY,
    days30: 30 * DAY,
    /** From 28 days, when an answer to an objection is late, to 60. */
    days32: 32 * DAY,
    days90: 90 * DAY,
  },
})

/** The memory of a new case. */
export const atStart = ({ input }: { input: StartInput }): CaseContext => ({
  urgent: input.urgent,
  hasContactAddress: input.hasContactAddress,
  consent: input.consentGiven ? 'given' : 'none',
  remedy: null,
  filingRule: null,
  authorityRule: null,
  reopened: 0,
  feedbackGiven: false,
})
