import type { WorkflowEvent } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { CaseAtWork } from './case-row.ts'

/** The five coded answers; the client's own words are sealed with the event. */
export async function storeFeedback(
  t: OfficeTransaction,
  work: CaseAtWork,
  event: WorkflowEvent,
): Promise<void> {
  const { type: _, ...answers } = event
  await t.sql.feedback.upsert({
    where: { caseId: work.row.id },
    create: { caseId: work.row.id, organisation: t.organisation, at: t.now, answers: answers as object },
    update: { at: t.now, answers: answers as object },
  })
}
