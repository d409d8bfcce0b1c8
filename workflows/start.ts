import { initialTransition } from 'xstate'
import { snapshotOf } from './snapshot.ts'
import { outcomeOf } from './step.ts'
import type { StartInput, Step, Workflow } from './workflow.ts'

/** The first step of a new case. Pure. */
export function start(workflow: Workflow, input: StartInput): Step {
  const [snapshot, actions] = initialTransition(workflow.machine, input)
  return { snapshot: snapshotOf(workflow, snapshot), ...outcomeOf(actions), changed: true }
}
