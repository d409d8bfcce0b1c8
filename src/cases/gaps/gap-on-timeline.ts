import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import type { GapEvent } from './gap-events.ts'

/** Writes an event of a gap into the timeline of its case; the case itself stays where it stands. */
export function tellCase(
  t: OfficeTransaction,
  { row }: Pick<CaseAtWork, 'row'>,
  type: GapEvent,
  fields: Record<string, string>,
): void {
  t.insert('caseEvent', {
    id: newId(t.now),
    organisation: t.organisation,
    caseId: row.id,
    at: t.now,
    actorKind: t.actor.kind === 'anonymous' ? 'client' : t.actor.kind,
    actorId: t.actor.kind === 'staff' ? t.actor.id : null,
    type,
    fields,
    stateBefore: row.state,
    stateAfter: row.state,
    noteSealed: null,
  })
}
