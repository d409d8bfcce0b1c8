import { assign, setup } from 'xstate'
import { daysBetween } from '../days-between.ts'
import type { Effect, Known, StartInput, Tag } from '../workflow.ts'
import type { EventName } from './events/index.ts'

/** What a case remembers besides its state: coded, impersonal, JSON. */
export interface CaseContext extends Known {
  urgent: boolean
  hasContactAddress: boolean
  consent: 'none' | 'asked' | 'given' | 'refused' | 'withdrawn'
  /** The remedy the client is guided to, a code of the list `remedy`. */
  remedy: string | null
  /** The clock by which the client must file it. */
  filingRule: string | null
  /** The clock by which the authority that was asked should act. */
  authorityRule: string | null
  /** ISO day on which the objection that awaits an answer was sent. */
  objectionSentOn: string | null
  reopened: number
}

/** The fields a guard or an effect looks at; the engine stores the rest with the event. */
export interface CaseEvent {
  type: EventName
  outcome?: string
  remedy?: string
  rule?: string
  identifiesClient?: boolean
  reached?: boolean
  sentOn?: string
  consentHow?: string
  instructions?: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Days since the objection was sent; none where the day or today is not known. */
const waited = (sentOn: string | null | undefined, { today }: CaseContext): number =>
  sentOn && today ? daysBetween(sentOn, today) : 0
/** From now until so many days after the objection was sent; what is past is now. */
const sinceSent = (context: CaseContext, days: number): number =>
  Math.max(0, days - waited(context.objectionSentOn, context)) * DAY

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
    rememberConsent: assign({ consent: (_, params: { consent: CaseContext['consent'] }) => params.consent }),
    rememberUrgent: assign({ urgent: (_, params: { urgent: boolean }) => params.urgent }),
    countReopening: assign({ reopened: ({ context }) => context.reopened + 1 }),
    rememberSent: assign({
      objectionSentOn: ({ context, event }) => event.sentOn ?? (context.today || null),
    }),
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
    claimsResolved: ({ event }) => event.outcome === 'resolved',
    sentLongAgo: ({ context, event }) => waited(event.sentOn, context) >= context.objectionLate,
    sentSomeTimeAgo: ({ context, event }) => waited(event.sentOn, context) >= context.objectionNudge,
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
    days90: 90 * DAY,
    objectionNudge: ({ context }) => sinceSent(context, context.objectionNudge),
    objectionLate: ({ context }) => sinceSent(context, context.objectionLate),
    objectionEscalate: ({ context }) => sinceSent(context, context.objectionEscalate),
  },
})

/**
 * Until an office sets its own: asked about at 14 days, late at 28, told to the lead at 60. "In reasonable time" says
 * 23 § of the Client Act (812/2000); supervisors have spoken of one to four weeks, of a month, of two at most.
 */
export const OBJECTION_DAYS = { objectionNudge: 14, objectionLate: 28, objectionEscalate: 60 } as const

/** The memory of a new case. */
export const atStart = ({ input }: { input: StartInput }): CaseContext => ({
  urgent: input.urgent,
  hasContactAddress: input.hasContactAddress,
  consent: input.consentGiven ? 'given' : 'none',
  remedy: null,
  filingRule: null,
  authorityRule: null,
  objectionSentOn: null,
  today: '',
  ...OBJECTION_DAYS,
  reopened: 0,
})
