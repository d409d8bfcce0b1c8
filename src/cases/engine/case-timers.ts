import type { Step } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case } from '../../database/generated/client.ts'

const jobKey = (caseId: string, timer: string) => `case-timer:${caseId}:${timer}`

/** Turns the statechart's delays into database jobs: cancelled ones go, new ones are planned. */
export function moveTimers(
  t: OfficeTransaction,
  row: Pick<Case, 'id'>,
  step: Pick<Step, 'timers' | 'cancelled'>,
): void {
  for (const id of step.cancelled) t.cancelJob(jobKey(row.id, id))
  for (const timer of step.timers)
    t.planJob(
      'case-timer',
      { organisation: t.organisation, caseId: row.id, timer: timer.id, event: timer.event.type },
      { at: new Date(t.now.getTime() + timer.delayMs), key: jobKey(row.id, timer.id) },
    )
}
