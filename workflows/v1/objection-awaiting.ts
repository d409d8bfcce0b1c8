import { chart } from './chart.ts'
import { count, escalate, notice, remind, startClock, stopClock } from './effects.ts'

/**
 * Waiting for the answer to an objection. The law says "in reasonable time", the guidance about a month:
 * a nudge at 14 days, late at 28, escalated at 60 and every 30 days after that.
 */
export const objectionAwaiting = chart.createStateConfig({
  initial: 'fresh',
  tags: ['waiting-authority'],
  states: {
    fresh: { after: { days14: { target: 'nudged', actions: [remind('objection-nudge')] } } },
    nudged: { after: { days14: { target: 'late', actions: [remind('objection-late')] } } },
    late: {
      tags: ['needs-office'],
      after: { days32: { target: 'escalated', actions: [escalate('objection-escalated')] } },
    },
    escalated: {
      tags: ['needs-office'],
      after: { days30: { target: 'escalated', reenter: true, actions: [escalate('objection-escalated')] } },
    },
  },
  on: {
    // The clock counts from arrival; the day of sending was the best guess until now.
    ACKNOWLEDGED: { actions: [startClock('MUI', 'receivedOn')] },
    CHASE_ANSWER: { guard: 'consentGiven', actions: [count('clarification')] },
    GUIDE_TO_COMPLAINT: { actions: [count('complaint-guidance'), notice('message-waiting')] },
    OBJECTION_ANSWERED: { target: 'answered', actions: [stopClock('MUI'), remind('objection-answered')] },
  },
})
