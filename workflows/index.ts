import { UnknownSnapshot } from './snapshot.ts'
import { adviceTexts, complaintTexts } from './texts/index.ts'
import { adviceV1 } from './v1/advice.ts'
import { complaintV1 } from './v1/complaint.ts'
import { adviceEvents, complaintEvents } from './v1/events/index.ts'
import type { Workflow, WorkflowId } from './workflow.ts'

export { allowedEvents } from './allowed-events.ts'
export { REFUSALS } from './refusal.ts'
export { isTimerEvent, send } from './send.ts'
export { UnknownSnapshot } from './snapshot.ts'
export { start } from './start.ts'
export { stateOf } from './state-of.ts'
export type * from './workflow.ts'

/**
 * Every released version, oldest first. A released version never changes, because cases are stored in its states:
 * a change is a new version beside it.
 */
export const workflows: Record<WorkflowId, readonly Workflow[]> = {
  advice: [{ id: 'advice', version: 1, machine: adviceV1, events: adviceEvents, texts: adviceTexts }],
  complaint: [
    { id: 'complaint', version: 1, machine: complaintV1, events: complaintEvents, texts: complaintTexts },
  ],
}

/** The version new cases begin with. */
export const currentWorkflow = (id: WorkflowId): Workflow => workflows[id].at(-1)!

/** Throws `UnknownSnapshot` when there is no such version. */
export function workflowVersion(id: WorkflowId, version: number): Workflow {
  const found = workflows[id]?.find((workflow) => workflow.version === version)
  if (!found) throw new UnknownSnapshot(`there is no workflow ${id}@${version}`)
  return found
}
