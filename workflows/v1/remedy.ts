import { chart } from './chart.ts'
import { escalate, notice, remind } from './effects.ts'
import {
  captureDecision,
  correctDecision,
  filingBegins,
  filingEnds,
  guidanceGiven,
  waitingEnds,
} from './remedy-clocks.ts'

const CAPTURE_DECISION = { target: 'captured', actions: [captureDecision] } as const
const NOT_FILED = { target: 'notFiled', actions: [filingEnds, remind('not-filed')] } as const

const captured = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days2: { actions: [remind('plan-missing')] }, days7: { actions: [escalate('plan-missing')] } },
  on: {
    CAPTURE_DECISION: { target: 'captured', reenter: true, actions: [correctDecision] },
    GIVE_PLAN: { target: 'planGiven', actions: [guidanceGiven, notice('message-waiting')] },
    NOT_FILED,
  },
})

const planGiven = chart.createStateConfig({
  tags: ['waiting-client'],
  after: { days14: { actions: [remind('ask-filed')] }, days28: { actions: [remind('ask-filed')] } },
  on: { CAPTURE_DECISION, FILED: { target: 'filed', actions: [filingEnds, filingBegins] }, NOT_FILED },
})

const filed = chart.createStateConfig({
  tags: ['waiting-authority'],
  after: { days30: { actions: [remind('ask-decision')] }, days90: { actions: [remind('ask-decision')] } },
  on: { DECIDED: { target: 'decided', actions: [waitingEnds, escalate('remedy-decided')] } },
})

/** A new decision may open a new path with a time of its own, so it is looked at without delay. */
const decided = chart.createStateConfig({
  tags: ['needs-office'],
  after: {
    days2: { actions: [remind('decision-unread')] },
    days7: { actions: [escalate('decision-unread')] },
  },
  on: { CAPTURE_DECISION, RECORD_RESULT: { target: 'settled' } },
})

/** Guidance to a remedy that the client files: a decision and its dates, a plan, what came of it. */
export const remedy = chart.createStateConfig({
  initial: 'none',
  states: {
    none: { tags: ['quiet'], on: { CAPTURE_DECISION } },
    captured,
    planGiven,
    filed,
    decided,
    settled: { on: { CAPTURE_DECISION } },
    notFiled: { on: { CAPTURE_DECISION } },
    asBefore: { type: 'history', history: 'deep', target: 'none' },
  },
})
