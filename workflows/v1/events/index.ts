import { consentEvents, priorityEvents } from './consent.ts'
import { endedEvents } from './ended.ts'
import { mediationEvents } from './mediation.ts'
import { objectionEvents } from './objection.ts'
import { officeEvents } from './office.ts'
import { remedyEvents } from './remedy.ts'

export const adviceEvents = {
  ...officeEvents,
  ...consentEvents,
  ...priorityEvents,
  ...remedyEvents,
  ...endedEvents,
}
export const complaintEvents = { ...adviceEvents, ...objectionEvents, ...mediationEvents }
export type EventName = keyof typeof complaintEvents
