import { atStart, chart } from './chart.ts'

import { ended } from './ended.ts'
import { endings } from './endings.ts'
import { office } from './office.ts'
import { priority } from './priority.ts'
import { remedy } from './remedy.ts'
import { reopening } from './reopening.ts'

/** Advice: somebody asks what their rights are and what they can do. */
export const adviceV1 = chart.createMachine({
  id: 'advice',
  context: atStart,
  initial: 'open',
  states: {
    open: { type: 'parallel', states: { office, remedy, priority }, on: endings },
    ended: {
      ...ended,
      on: {
        ...ended.on,
        REOPEN: {
          target: ['#advice.open.office.reopened', '#advice.open.remedy.asBefore'],
          actions: [...reopening],
        },
      },
    },
  },
})
