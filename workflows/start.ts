import { initialTransition } from 'xstate'
import { snapshotOf } from './snapshot.ts'
import { outcomeOf } from './step.ts'
import type { StartInput, Step, Workflow } from './workflow.ts'

const known = new WeakMap<Workflow, Map<string, Step>>()

/**
 * The first step of a new case. Pure: one input has one first step, so each is worked out once and then handed out
 * again, frozen. The inputs are yes or no, so there are few.
 */
export function start(workflow: Workflow, input: StartInput): Step {
  const steps = known.get(workflow) ?? new Map<string, Step>()
  known.set(workflow, steps)
  const key = JSON.stringify(Object.entries(input).sort())
  const step = steps.get(key) ?? freeze(firstStep(workflow, input))
  steps.set(key, step)
  return step
}

function firstStep(workflow: Workflow, input: StartInput): Step {
  const [snapshot, actions] = initialTransition(workflow.machine, input)
  return { snapshot: snapshotOf(workflow, snapshot), ...outcomeOf(actions), changed: true }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
