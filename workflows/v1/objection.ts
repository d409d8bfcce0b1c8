import { chart } from './chart.ts'
import { count, notice, remind, startClock, stopClock, takeIfFree } from './effects.ts'
import { objectionAwaiting } from './objection-awaiting.ts'

const helpBegins = [takeIfFree, count('objection-help')] as const
const START_OBJECTION = { target: 'drafting', actions: [...helpBegins] } as const
const OFFER_DRAFT = { target: 'clientReview', actions: [notice('message-waiting')] } as const
const STOP_OBJECTION = { target: 'stopped', actions: [remind('objection-stopped')] } as const
const RECORD_APPROVAL = { target: 'approved' } as const

/** Sent: the wait begins where it would stand by now had it been recorded on the day of sending. */
const sent = (before: readonly (typeof helpBegins)[number][] = []) => {
  const actions = [...before, 'rememberSent' as const, startClock('MUI', 'sentOn')]
  return [
    { guard: 'sentLongAgo', target: 'awaiting.late', actions },
    { guard: 'sentSomeTimeAgo', target: 'awaiting.nudged', actions },
    { target: 'awaiting', actions },
  ] as const
}

const none = chart.createStateConfig({
  tags: ['quiet'],
  on: {
    START_OBJECTION,
    // Many clients come when their own objection has had no answer.
    OBJECTION_ALREADY_SENT: sent(helpBegins),
  },
})

const drafting = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days7: { actions: [remind('draft-quiet')] } },
  on: { OFFER_DRAFT, RECORD_APPROVAL, STOP_OBJECTION },
})

/** The objection is the client's own: it goes nowhere before the client has approved the text. */
const clientReview = chart.createStateConfig({
  tags: ['waiting-client'],
  after: {
    days7: { actions: [notice('message-waiting')] },
    days14: { actions: [remind('approval-waiting')] },
  },
  on: {
    APPROVE_DRAFT: { target: 'approved', actions: [remind('draft-approved')] },
    RECORD_APPROVAL,
    REQUEST_CHANGES: { target: 'drafting', actions: [remind('changes-asked')] },
    OFFER_DRAFT: { ...OFFER_DRAFT, reenter: true },
    STOP_OBJECTION,
  },
})

const approved = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days3: { actions: [remind('objection-unsent')] } },
  on: {
    RECORD_SENT: sent(),
    // A text that changes after approval is approved anew.
    OFFER_DRAFT,
    STOP_OBJECTION,
  },
})

const answered = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days7: { actions: [remind('assess-objection')] } },
  on: { ASSESS_OBJECTION: { target: 'assessed' } },
})

const assessed = chart.createStateConfig({
  tags: ['needs-office'],
  after: { days7: { actions: [remind('objection-next')] } },
  on: {
    OBJECTION_RESOLVED: { target: 'resolved' },
    OBJECTION_TO_REMEDY: { target: 'nextRemedy', actions: [notice('message-waiting')] },
    GUIDE_TO_COMPLAINT: {
      target: 'complaintGuided',
      actions: [count('complaint-guidance'), notice('message-waiting')],
    },
    ASK_SUPPLEMENT: sent(),
  },
})

/** Help with an objection, from the first draft to what its answer led to. */
export const objection = chart.createStateConfig({
  initial: 'none',
  states: {
    none,
    drafting,
    clientReview,
    approved,
    awaiting: {
      ...objectionAwaiting,
      on: {
        ...objectionAwaiting.on,
        STOP_OBJECTION: { ...STOP_OBJECTION, actions: [stopClock('MUI'), ...STOP_OBJECTION.actions] },
      },
    },
    answered,
    assessed,
    resolved: { on: { START_OBJECTION } },
    nextRemedy: { on: { START_OBJECTION } },
    complaintGuided: { on: { START_OBJECTION } },
    stopped: { on: { START_OBJECTION } },
    asBefore: { type: 'history', history: 'deep', target: 'none' },
  },
})
