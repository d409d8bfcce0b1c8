import { send, workflowVersion } from '../../../workflows/index.ts'
import type { Party, StoredSnapshot, WorkflowEvent } from '../../../workflows/workflow.ts'
import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { dueColumns } from './case-clocks.ts'
import { type CaseAtWork, lockCase } from './case-row.ts'
import { moveTimers } from './case-timers.ts'
import { readFields } from './read-fields.ts'
import { runEffects } from './run-effects.ts'
import { stateColumns } from './state-columns.ts'
import { storeNote } from './store-note.ts'

export interface EventInput {
  type: string
  fields?: Record<string, string | boolean | undefined>
  /** what the person wrote; sealed */
  note?: string
  /** the text that belongs to the event is in the thread already */
  noteStored?: boolean
  /** the version of the case the person saw; another one and nothing is done */
  seenVersion?: number
}

/**
 * Sends an event to a case: locks its row, restores the statechart, takes the transition, and writes the
 * new snapshot, the event, its clocks, timers and notices in the caller's transaction.
 *
 * Throws Refusal, with nothing changed: "changed-meanwhile" (with who and what) when the case is no longer as
 * the person saw it, "not-now" when the present state does not take the event, "field-…", "note-missing".
 */
export async function applyEvent(
  t: OfficeTransaction,
  caseId: string,
  input: EventInput,
  party: Party,
): Promise<CaseAtWork> {
  const work = await lockCase(t, caseId)
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
    throw await changedMeanwhile(t, work)
  const workflow = workflowVersion(row.workflow as 'advice' | 'complaint', row.workflowVersion)
  const description = workflow.events[input.type]
  const event = { ...readFields(workflow, input), type: input.type } as WorkflowEvent
  const note = input.note?.trim()
  if (description?.note === 'required' && !note && !input.noteStored)
    throw new Refusal('note-missing', { event: input.type })
  const step = send(workflow, row.snapshot as unknown as StoredSnapshot, event, party)
  if ('refused' in step) throw new Refusal('not-now', { event: input.type, reason: step.refused }, step.texts)
  if (!step.changed) return
  const eventId = newId(t.now)
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
    noteSealed:
      note && description?.noteTo !== 'client'
        ? seal(await work.key(), place.eventNote(eventId), note)
        : null,
  })
  if (note && description?.noteTo === 'client') await storeNote(t, work, note)
  await runEffects(t, work, step.effects, event)
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

async function changedMeanwhile(t: OfficeTransaction, work: CaseAtWork): Promise<Refusal> {
  const last = await t.sql.caseEvent.findFirst({
    where: { caseId: work.row.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const staff = last?.actorId ? await t.sql.staff.findUnique({ where: { id: last.actorId } }) : null
  return new Refusal('changed-meanwhile', {
    event: last?.type ?? '',
    by: staff?.name ?? last?.actorKind ?? '',
    at: last?.at.toISOString() ?? '',
  })
}

function withoutType(event: WorkflowEvent): Record<string, string | boolean> {
  const { type: _, ...fields } = event
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | boolean
  >
}
