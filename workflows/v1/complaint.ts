import { atStart, chart } from './chart.ts'
import { ended } from './ended.ts'
import { endings } from './endings.ts'
import { mediation } from './mediation.ts'
import { objection } from './objection.ts'
import { office } from './office.ts'
import { priority } from './priority.ts'
import { remedy } from './remedy.ts'
import { reopening } from './reopening.ts'

/** Complaint: somebody was treated wrongly, waits too long or disagrees with a decision. The tracks run side by side. */
export const complaintV1 = chart.createMachine({
  id: 'complaint',
  context: atStart,
  initial: 'open',
  states: {
    open: { type: 'parallel', states: { office, objection, remedy, mediation, priority }, on: endings },
    ended: {
      ...ended,
      on: {
        ...ended.on,
        REOPEN: {
          target: [
            '#complaint.open.office.reopened',
            '#complaint.open.objection.asBefore',
            '#complaint.open.remedy.asBefore',
            '#complaint.open.mediation.asBefore',
          ],
          actions: [...reopening],
        },
      },
    },
  },
})
