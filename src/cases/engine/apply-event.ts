import { send, workflowVersion } from '../../../workflows/index.ts'
import type { Party, StoredSnapshot, WorkflowEvent } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import { objectionStopped } from '../letters/objection-stopped.ts'
import { Refusal } from '../refusal.ts'
import { TEXT_MOST } from '../submission.ts'
import { dueColumns } from './case-clocks.ts'
import { type CaseAtWork, lockCase } from './case-row.ts'
import { moveTimers } from './case-timers.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { contactOnCase } from './contact-on-case.ts'
import { daysInOrder } from './days-in-order.ts'
import { keepNote } from './keep-note.ts'
import { knownNow } from './known.ts'
import { readFields } from './read-fields.ts'
import { runEffects } from './run-effects.ts'
import { stateColumns } from './state-columns.ts'

export interface EventInput {
  type: string
  fields?: Record<string, string | boolean | undefined>
  /** what the person wrote; sealed */
  note?: string
  /** the door a client's words came through, for the statistics; absent: the portal */
  source?: 'portal' | 'api'
  /** the version of the case the person saw; another one and nothing is done */
  seenVersion?: number
}

/** Who has the case; whoever shares out the work needs nothing of its content for these. */
const ASSIGNING = new Set(['TAKE', 'ASSIGN', 'RELEASE'])

/**
 * Sends an event to a case: locks its row, restores the statechart, takes the transition, and writes the
 * new snapshot, the event, its clocks, timers and notices in the caller's transaction.
 *
 * Text goes where the event says (see keep-note.ts); a text no event asks for is left out.
 *
 * Throws Refusal, with nothing changed: "changed-meanwhile" (with who and what) when the case is no longer as
 * the person saw it, "not-now" when the present state does not take the event, "field-…", "note-missing", "too-long".
 */
export async function applyEvent(
  t: OfficeTransaction,
  caseId: string,
  input: EventInput,
  party: Party,
): Promise<CaseAtWork> {
  const assigns = party === 'office' && ASSIGNING.has(input.type)
  const work = await lockCase(t, caseId, assigns ? 'case.assign' : 'case.work')
  await applyToLocked(t, work, input, party)
  return work
}

export async function applyToLocked(
  t: OfficeTransaction,
  work: CaseAtWork,
  input: EventInput,
  party: Party,
): Promise<void> {
  const { row } = work
  if (input.seenVersion !== undefined && input.seenVersion !== row.version)
    throw await changedMeanwhile(t, row.id)
  const workflow = workflowVersion(row.workflow as 'advice' | 'complaint', row.workflowVersion)
  const description = workflow.events[input.type]
  const event = {
    ...readFields(workflow, input, dateInFinland(t.now).toString()),
    type: input.type,
  } as WorkflowEvent
  const note = input.note?.trim()
  if (description?.note === 'required' && !note) throw new Refusal('note-missing', { event: input.type })
  if (note && note.length > TEXT_MOST)
    throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
  const step = send(workflow, row.snapshot as unknown as StoredSnapshot, event, party, await knownNow(t))
  if ('refused' in step) throw new Refusal('not-now', { event: input.type, reason: step.refused }, step.texts)
  if (!step.changed) return
  await daysInOrder(t, row, event)
  const eventId = newId(t.now)
  const notable = note && description?.note && description.note !== 'none'
  const after = stateColumns(workflow, step.snapshot)
  t.insert('caseEvent', {
    id: eventId,
    organisation: t.organisation,
    caseId: row.id,
    at: t.now,
    actorKind: t.actor.kind === 'anonymous' ? 'client' : t.actor.kind,
    actorId: t.actor.kind === 'staff' ? t.actor.id : null,
    type: input.type,
    fields: withoutType(event),
    stateBefore: row.state,
    stateAfter: after.state,
    noteSealed: notable
      ? await keepNote(t, work, {
          note: note!,
          eventId,
          description,
          party,
          source: input.source ?? 'portal',
        })
      : null,
  })
  await runEffects(t, work, step.effects, event)
  if (input.type === 'STOP_OBJECTION') await objectionStopped(t, row.id)
  if (input.type === 'LOG_CONTACT' && event.reached === true && !work.contactCounted)
    contactOnCase(t, work, { channel: String(event.channel), source: 'desk' })
  moveTimers(t, row, step)
  await t.sql.case.update({
    where: { id: row.id },
    data: {
      ...work.change,
      ...after,
      ...dueColumns(work.clocks),
      snapshot: step.snapshot as object,
      version: { increment: 1 },
      changedAt: t.now,
    },
  })
  t.audit({ event: 'case.event', subjectKind: 'case', subjectId: row.id, details: { type: input.type } })
}

function withoutType(event: WorkflowEvent): Record<string, string | boolean> {
  const { type: _, ...fields } = event
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | boolean
  >
}
