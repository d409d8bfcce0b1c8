import type { AnyMachineSnapshot } from 'xstate'
import type { StateValue, StoredSnapshot, Workflow } from './workflow.ts'

/** A stored snapshot that does not belong to the workflow it is given to. */
export class UnknownSnapshot extends Error {
  override name = 'UnknownSnapshot'
}

/** What is stored of a snapshot: where the case stands, its coded memory, and where its tracks stood when it ended. */
export function snapshotOf(workflow: Workflow, snapshot: AnyMachineSnapshot): StoredSnapshot {
  const { status, value, context, historyValue } = snapshot
  const history = Object.entries(historyValue ?? {}).map(
    ([id, nodes]) => [id, nodes.map((node: { id: string }) => node.id)] as [string, string[]],
  )
  return {
    workflow: workflow.id,
    version: workflow.version,
    status,
    value: value as StateValue,
    context: { ...context },
    history: Object.fromEntries(history),
  }
}

/** The live snapshot of a stored one. Throws `UnknownSnapshot` when the two do not fit. */
export function restore(workflow: Workflow, stored: StoredSnapshot): AnyMachineSnapshot {
  const mine = `${workflow.id}@${workflow.version}`
  const its = `${stored?.workflow}@${stored?.version}`
  if (mine !== its) throw new UnknownSnapshot(`a snapshot of ${its} was given to ${mine}`)
  const { status, value, context, history } = stored
  const historyValue = Object.fromEntries(
    Object.entries(history).map(([id, nodes]) => [id, nodes.map((node) => ({ id: node }))]),
  )
  let live: AnyMachineSnapshot
  try {
    live = workflow.machine.restoreSnapshot(
      {
        status,
        value,
        context,
        historyValue,
        children: {},
      } as never,
      {} as never,
    ) as AnyMachineSnapshot
  } catch (cause) {
    throw new UnknownSnapshot(`${mine} has no state ${JSON.stringify(value)}: ${cause}`)
  }
  if (!sameValue(live.value, value))
    throw new UnknownSnapshot(`${mine} has no state ${JSON.stringify(value)}`)
  return live
}

function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((key) => sameValue(a[key], b[key]))
  )
}
