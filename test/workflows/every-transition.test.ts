import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate'
import { send } from '../../workflows/index.ts'
import { snapshotOf } from '../../workflows/snapshot.ts'
import type { Step } from '../../workflows/workflow.ts'
import { everyWorkflow, nameOf, nodesOf } from './charts.ts'
import {
  describeTransition,
  type Graph,
  graphOf,
  INPUTS,
  timersOf,
  tracksOf,
  transitionsOf,
} from './graph.ts'
import { coveringWalks } from './walks.ts'

describe.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))('%s', (_, workflow) => {
  let graphs: Graph[]
  const states = () => graphs.flatMap((graph) => Object.values(graph))
  beforeAll(() => {
    graphs = tracksOf(workflow).flatMap((track) => INPUTS.map((input) => graphOf(workflow, track, input)))
  })

  it('takes every transition it defines', () => {
    const { taken } = coveringWalks(workflow)
    // An empty event belongs to a transition that is taken by itself; entering its target shows it (see below).
    const left = transitionsOf(workflow).filter((transition) => !taken.has(transition))
    expect(left.map(describeTransition)).toEqual([])
  })

  it('reaches every state', () => {
    const reached = new Set(states().flatMap(({ state }) => state._nodes.map((node) => node.id)))
    const all = nodesOf(workflow).filter((node) => node.type !== 'history')
    expect(all.filter((node) => !reached.has(node.id)).map((node) => node.id)).toEqual([])
  })

  it('can be closed from every open state, and opened again where it was', () => {
    for (const { state } of states()) {
      const stored = snapshotOf(workflow, state)
      if (state.hasTag('ended')) {
        const reopened = send(workflow, stored, { type: 'REOPEN', reopenReason: 'client-asked' }, 'office')
        expect(reopened).toMatchObject({ snapshot: { value: { open: { office: 'reopened' } } } })
      } else {
        const closed = step(send(workflow, stored, { type: 'CLOSE', outcome: 'remedy-pending' }, 'office'))
        expect(closed.snapshot.value).toEqual({ ended: 'closed' })
        expect(closed.effects).toContainEqual({ type: 'close', params: { outcome: 'remedy-pending' } })
        const again = step(
          send(workflow, closed.snapshot, { type: 'REOPEN', reopenReason: 'client-asked' }, 'office'),
        )
        const {
          office: _office,
          priority,
          ...tracks
        } = (state.value as { open: Record<string, unknown> }).open
        expect(again.snapshot.value).toMatchObject({ open: { ...tracks, office: 'reopened' } })
        // Urgency is looked at anew: an urgent case that was reopened is to be called again.
        expect((again.snapshot.value as { open: { priority: unknown } }).open.priority).toEqual(
          typeof priority === 'string' ? priority : { urgent: 'callNow' },
        )
      }
    }
  })

  it('plans the timers of the states it enters and cancels those of the states it leaves', () => {
    let seen = 0
    const done = new Set<string>()
    for (const { state, transitions } of states())
      for (const { event, state: next } of Object.values(transitions)) {
        // Timers belong to states, whatever else the case remembers.
        const edge = JSON.stringify([state.value, event.type, next.value])
        if (done.has(edge)) continue
        done.add(edge)
        const result = step(send(workflow, snapshotOf(workflow, state), event))
        const [before, after] = [activeNodes(state), activeNodes(next)]
        const planned = new Set(result.timers.map((timer) => timer.id))
        const cancelled = new Set(result.cancelled)
        for (const node of after) if (!before.has(node)) expectAll(planned, node, true)
        for (const node of before) if (!after.has(node)) expectAll(cancelled, node, true)
        const possible = new Set([...after].flatMap(timersOf))
        for (const timer of result.timers) {
          expect(possible.has(timer.id), timer.id).toBe(true)
          expect(timer.event.type).toBe(timer.id)
          expect(timer.delayMs).toBeGreaterThan(0)
          seen++
        }
      }
    expect(seen).toBeGreaterThan(100)
  })

  it('stores what it would restore: the same event after a round trip through JSON gives the same step', () => {
    for (const { state, transitions } of states()) {
      const stored = snapshotOf(workflow, state)
      const read = JSON.parse(JSON.stringify(stored))
      expect(read).toEqual(stored)
      const first = Object.values(transitions)[0]
      if (first) expect(send(workflow, read, first.event)).toEqual(send(workflow, stored, first.event))
    }
  })
})

const activeNodes = (state: AnyMachineSnapshot): Set<AnyStateNode> => new Set(state._nodes)

function expectAll(ids: Set<string>, node: AnyStateNode, there: boolean): void {
  for (const id of timersOf(node)) expect(ids.has(id), id).toBe(there)
}

function step(result: ReturnType<typeof send>): Step {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`)
  return result
}
