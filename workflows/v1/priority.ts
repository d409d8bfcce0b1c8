import { chart } from './chart.ts'
import { escalate } from './effects.ts'

/** Food, medicine, home or a child in danger: somebody calls today. */
export const priority = chart.createStateConfig({
  initial: 'normal',
  states: {
    normal: {
      tags: ['quiet'],
      always: { guard: 'isUrgent', target: 'urgent', actions: [escalate('urgent')] },
      on: {
        SET_URGENT: {
          target: 'urgent',
          actions: [
            { type: 'rememberUrgent', params: { urgent: true } },
            { type: 'flagUrgent', params: { urgent: true } },
            escalate('urgent'),
          ],
        },
      },
    },
    urgent: {
      initial: 'callNow',
      tags: ['urgent'],
      states: {
        callNow: {
          tags: ['needs-office'],
          after: {
            hours4: { actions: [escalate('urgent-uncontacted')] },
            day1: { actions: [escalate('urgent-uncontacted')] },
          },
          on: {
            LOG_CONTACT: { guard: 'reached', target: 'contacted' },
            // Some clients can only be reached in writing.
            MESSAGE_TO_CLIENT: { target: 'contacted' },
          },
        },
        contacted: {},
      },
      on: {
        CLEAR_URGENT: {
          target: 'normal',
          actions: [
            { type: 'rememberUrgent', params: { urgent: false } },
            { type: 'flagUrgent', params: { urgent: false } },
          ],
        },
      },
    },
  },
})
