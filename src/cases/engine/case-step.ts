import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import type { WhoStep } from '../who/steps.ts'
import { dueColumns } from './case-clocks.ts'
import { type CaseAtWork, lockCase } from './case-row.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'

/** What happens to a clock without the statechart: by hand, or because its rule was changed. */
export const CLOCK_STEPS = [
  'CLOCK_STARTED',
  'CLOCK_PAUSED',
  'CLOCK_RESUMED',
  'CLOCK_EXTENDED',
  'CLOCK_STOPPED',
  'CLOCK_RULE_CHANGED',
] as const
export const RIGHTS_STEPS = ['RIGHTS_ISSUE_RECORDED', 'RIGHTS_ISSUE_CHANGED', 'RIGHTS_ISSUE_REMOVED'] as const
export const CHANGE_STEPS = ['GOALS_SET', 'RATED'] as const

/** Steps of a case that no statechart takes, as its timeline tells them. */
export type CaseStep =
  | (typeof CLOCK_STEPS)[number]
  | (typeof RIGHTS_STEPS)[number]
  | (typeof CHANGE_STEPS)[number]
  | WhoStep

/** Locks the case; throws Refusal "changed-meanwhile" when it is no longer as the person saw it, "not-found". */
export async function lockSeen(
  t: OfficeTransaction,
  caseId: string,
  seenVersion: number | undefined,
): Promise<CaseAtWork> {
  const work = await lockCase(t, caseId)
  if (seenVersion !== undefined && seenVersion !== work.row.version) throw await changedMeanwhile(t, caseId)
  return work
}

/**
 * Writes a step that no statechart takes: the event on the timeline, the columns the queue is sorted by, the next version
 * of the case, and the audit entry.
 */
export async function writeStep(
  t: OfficeTransaction,
  work: CaseAtWork,
  type: CaseStep,
  fields: Record<string, string | boolean>,
): Promise<void> {
  const { row } = work
  t.insert('caseEvent', {
    id: newId(t.now),
    organisation: t.organisation,
    caseId: row.id,
    at: t.now,
    actorKind: t.actor.kind,
    actorId: t.actor.kind === 'staff' ? t.actor.id : null,
    type,
    fields,
    stateBefore: row.state,
    stateAfter: row.state,
    noteSealed: null,
  })
  await t.flush()
  await t.sql.case.update({
    where: { id: row.id },
    data: { ...work.change, ...dueColumns(work.clocks), version: { increment: 1 }, changedAt: t.now },
  })
  t.audit({ event: 'case.event', subjectKind: 'case', subjectId: row.id, details: { type } })
}
