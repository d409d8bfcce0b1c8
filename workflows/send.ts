import { transition } from 'xstate'
import { type RefusalCode, refusalOf } from './refusal.ts'
import { restore, snapshotOf } from './snapshot.ts'
import { outcomeOf } from './step.ts'
import type { Known, Party, Step, StoredSnapshot, TextLang, Workflow, WorkflowEvent } from './workflow.ts'

export interface Refused {
  refused: RefusalCode
  texts: Record<TextLang, string>
}

export const isTimerEvent = (type: string): boolean => type.startsWith('xstate.after.')

/**
 * Sends an event to a stored case. Pure: nothing of the stored snapshot is changed.
 * An event the present state does not take (or that `party` may not send) comes back as `refused` with its reason;
 * a timer that comes too late is a step in which nothing changed. Without `known` the case goes by what it was told last.
 * Throws `UnknownSnapshot` when the snapshot is not one of this workflow and version.
 */
export function send(
  workflow: Workflow,
  stored: StoredSnapshot,
  event: WorkflowEvent,
  party?: Party,
  known?: Known,
): Step | Refused {
  const before = restore(workflow, known ? { ...stored, context: { ...stored.context, ...known } } : stored)
  if (isTimerEvent(event.type)) {
    if (party && party !== 'system') return refused(workflow, 'unknown-event')
    if (!before.can(event))
      return { snapshot: stored, effects: [], timers: [], cancelled: [], changed: false }
  } else {
    const code = refusalOf(workflow, before, event, party)
    if (code) return refused(workflow, code)
  }
  const [after, actions] = transition(workflow.machine, before, event)
  return { snapshot: snapshotOf(workflow, after), ...outcomeOf(actions), changed: true }
}

function refused(workflow: Workflow, code: RefusalCode): Refused {
  const text = (lang: TextLang) => workflow.texts[lang].refusals[code] ?? code
  return { refused: code, texts: { fi: text('fi'), sv: text('sv'), en: text('en') } }
}
