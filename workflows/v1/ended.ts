import { chart } from './chart.ts'
import { answerGiven, escalate, notice } from './effects.ts'

// Asked of everybody: a case does not know who has said it already.
const askFeedback = { days3: { actions: [notice('feedback')] } } as const

/**
 * The case has ended. The office's own clocks stop; those of the client's rights go on, for the client to see.
 * The client may still write. Only a person of the office opens it again.
 */
export const ended = chart.createStateConfig({
  initial: 'closed',
  tags: ['ended'],
  entry: [...answerGiven],
  states: {
    closed: { after: askFeedback },
    handedOver: { after: askFeedback },
    withdrawn: {},
  },
  on: {
    MESSAGE_FROM_CLIENT: { actions: [escalate('message-after-end')] },
    MESSAGE_TO_CLIENT: { actions: [notice('message-waiting')] },
  },
})
