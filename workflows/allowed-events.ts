import { type RefusalCode, refusalOf } from './refusal.ts'
import { samplesOf } from './samples.ts'
import { restore } from './snapshot.ts'
import type { EventDescription, Party, StoredSnapshot, Workflow } from './workflow.ts'

export interface AllowedEvent {
  type: string
  description: EventDescription
  /** Why it cannot be done now; absent when it can, though the fields may still stand against it. */
  refusal?: RefusalCode
}

/** Reasons worth telling beside a button that cannot be pressed; of other events nothing is shown. */
const TOLD: ReadonlySet<RefusalCode> = new Set(['consent-missing', 'approval-missing'])

/**
 * What a party can do with the case now, in the order the events are described, and what it nearly can (with the reason).
 */
export function allowedEvents(workflow: Workflow, stored: StoredSnapshot, party: Party): AllowedEvent[] {
  const snapshot = restore(workflow, stored)
  const declared = new Set(snapshot._nodes.flatMap((node) => [...node.transitions.keys()]))
  const found: AllowedEvent[] = []
  for (const [type, description] of Object.entries(workflow.events)) {
    if (!description.by.includes(party)) continue
    const samples = samplesOf(type, description)
    if (samples.some((sample) => snapshot.can(sample))) found.push({ type, description })
    else {
      const refusal = refusalOf(workflow, snapshot, samples[0]!)
      if (refusal && TOLD.has(refusal) && (declared.has(type) || refusal === 'approval-missing'))
        found.push({ type, description, refusal })
    }
  }
  return found
}
