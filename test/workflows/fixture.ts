import { createHash } from 'node:crypto'
import { allowedEvents, send, stateOf } from '../../workflows/index.ts'
import { snapshotOf } from '../../workflows/snapshot.ts'
import type { StoredSnapshot, Tag, Workflow } from '../../workflows/workflow.ts'
import { nodesOf } from './charts.ts'
import { everyEvent, graphOf, INPUTS, tracksOf } from './graph.ts'

/** Cases as a version of a chart left them in the database: what they are, and what must come of them. */
export interface Fixture {
  workflow: string
  version: number
  cases: FixedCase[]
}
export interface FixedCase {
  snapshot: StoredSnapshot
  paths: string[]
  tags: Tag[]
  office: string[]
  client: string[]
  /** SHA-256 of what every event leads to from here: next snapshot, effects, timers, refusals. */
  outcomes: string
}

export const fixtureFile = (workflow: Pick<Workflow, 'id' | 'version'>): URL =>
  new URL(`fixtures/${workflow.id}@${workflow.version}.json`, import.meta.url)

/** One case for each innermost state, open or ended. */
export function fixtureOf(workflow: Workflow): Fixture {
  const left = new Set(nodesOf(workflow).filter((node) => node.type === 'atomic'))
  const cases: FixedCase[] = []
  for (const track of tracksOf(workflow))
    for (const input of INPUTS)
      for (const { state } of Object.values(graphOf(workflow, track, input))) {
        const fresh = state._nodes.filter((node) => left.delete(node))
        if (fresh.length) cases.push(fixedCase(workflow, snapshotOf(workflow, state)))
      }
  return { workflow: workflow.id, version: workflow.version, cases }
}

export function fixedCase(workflow: Workflow, snapshot: StoredSnapshot): FixedCase {
  const can = (party: 'office' | 'client') =>
    allowedEvents(workflow, snapshot, party).map(({ type, refusal }) =>
      refusal ? `${type}: ${refusal}` : type,
    )
  const events = everyEvent(workflow)
  const hash = createHash('sha256')
  for (const event of events) {
    const result = send(workflow, snapshot, event)
    hash.update(JSON.stringify([event, 'refused' in result ? result.refused : result]))
  }
  return {
    snapshot,
    ...stateOf(workflow, snapshot),
    office: can('office'),
    client: can('client'),
    outcomes: hash.digest('hex'),
  }
}
