import { chart } from './chart.ts'
import { count, escalate, notice, remind, startClock, stopClock } from './effects.ts'

/**
 * Waiting for the answer to an objection. The law says "in reasonable time", the guidance about a month. Counted from the
 * day of sending by the office's own settings: a nudge, then late, then told to the lead, and every 30 days after that.
 */
export const objectionAwaiting = chart.createStateConfig({
  initial: 'fresh',
  tags: ['waiting-authority'],
  states: {
    fresh: { after: { objectionNudge: { target: 'nudged', actions: [remind('objection-nudge')] } } },
    nudged: { after: { objectionLate: { target: 'late', actions: [remind('objection-late')] } } },
    late: {
      tags: ['needs-office'],
      after: { objectionEscalate: { target: 'escalated', actions: [escalate('objection-escalated')] } },
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
