import { workflowVersion } from '../../workflows/index.ts'
import type { StoredSnapshot, Workflow, WorkflowId } from '../../workflows/workflow.ts'
import type { Case } from '../database/generated/client.ts'

/** What of a case's row tells where it stands. */
export type CaseStanding = Pick<Case, 'workflow' | 'workflowVersion' | 'snapshot'>

/** The workflow in the version the case was begun in. Throws `UnknownSnapshot` when there is none. */
export const workflowOf = (row: Pick<Case, 'workflow' | 'workflowVersion'>): Workflow =>
  workflowVersion(row.workflow as WorkflowId, row.workflowVersion)

export const snapshotOf = (row: Pick<Case, 'snapshot'>): StoredSnapshot =>
  row.snapshot as unknown as StoredSnapshot
