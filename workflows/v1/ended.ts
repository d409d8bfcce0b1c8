import { chart } from './chart.ts'
import { answerGiven, escalate, notice } from './effects.ts'

const FEEDBACK = { guard: 'feedbackMissing', actions: 'rememberFeedback' } as const

const askFeedback = {
  days3: { guard: 'feedbackMissing', actions: [notice('feedback')] },
} as const

/**
 * The case has ended. The office's own clocks stop; those of the client's rights go on, for the client to see.
 * The client may still write and, once, say what the help was like. Only a person of the office opens it again.
 */
export const ended = chart.createStateConfig({
  initial: 'closed',
  tags: ['ended'],
  entry: [...answerGiven],
  states: {
    closed: { after: askFeedback, on: { FEEDBACK } },
    handedOver: { after: askFeedback, on: { FEEDBACK } },
    withdrawn: { on: { FEEDBACK } },
  },
  on: {
    MESSAGE_FROM_CLIENT: { actions: [escalate('message-after-end')] },
    MESSAGE_TO_CLIENT: { actions: [notice('message-waiting')] },
  },
})
