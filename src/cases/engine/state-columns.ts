import { stateOf } from '../../../workflows/index.ts'
import type { StoredSnapshot, Workflow } from '../../../workflows/workflow.ts'

/** The columns by which cases are listed, taken from the snapshot. */
export function stateColumns(
  workflow: Workflow,
  snapshot: StoredSnapshot,
): { state: string[]; tags: string[] } {
  const { paths, tags } = stateOf(workflow, snapshot)
  return { state: paths, tags }
}
