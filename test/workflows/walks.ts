import type { AnyTransitionDefinition } from 'xstate'
import { restore } from '../../workflows/snapshot.ts'
import { start } from '../../workflows/start.ts'
import type { StartInput, Track, Workflow, WorkflowEvent } from '../../workflows/workflow.ts'
import { type Graph, graphOf, INPUTS, keyOf, takenBy, tracksOf } from './graph.ts'

export interface Walk {
  track: Track
  input: StartInput
  events: WorkflowEvent[]
}

interface Edge {
  event: WorkflowEvent
  to: string
  transitions: AnyTransitionDefinition[]
}
type Edges = Map<string, Edge[]>

/** Walks that between them take every transition that can be taken: from where one is, always to the nearest one left. */
export function coveringWalks(workflow: Workflow): { walks: Walk[]; taken: Set<AnyTransitionDefinition> } {
  const taken = new Set<AnyTransitionDefinition>()
  const walks: Walk[] = []
  for (const track of tracksOf(workflow))
    for (const input of INPUTS) {
      const edges = edgesOf(graphOf(workflow, track, input))
      const beginning = keyOf(restore(workflow, start(workflow, input).snapshot))
      for (;;) {
        const events: WorkflowEvent[] = []
        for (let here = beginning; ; ) {
          const path = nearest(edges, here, taken)
          if (!path) break
          for (const edge of path) {
            for (const transition of edge.transitions) taken.add(transition)
            events.push(edge.event)
            here = edge.to
          }
        }
        if (!events.length) break
        walks.push({ track, input, events })
      }
    }
  return { walks, taken }
}

function edgesOf(graph: Graph): Edges {
  return new Map(
    Object.entries(graph).map(([key, { state, transitions }]) => [
      key,
      Object.values(transitions).map(({ event, state: next }) => ({
        event,
        to: keyOf(next),
        transitions: takenBy(state, event),
      })),
    ]),
  )
}

/** The shortest way from a state to, and over, a transition not taken yet. */
function nearest(edges: Edges, from: string, taken: Set<AnyTransitionDefinition>): Edge[] | undefined {
  const cameBy = new Map<string, { from: string; edge: Edge } | undefined>([[from, undefined]])
  const queue = [from]
  for (const here of queue)
    for (const edge of edges.get(here)!) {
      if (edge.transitions.some((transition) => !taken.has(transition))) return [...wayTo(cameBy, here), edge]
      if (!cameBy.has(edge.to)) {
        cameBy.set(edge.to, { from: here, edge })
        queue.push(edge.to)
      }
    }
  return undefined
}

function wayTo(cameBy: Map<string, { from: string; edge: Edge } | undefined>, end: string): Edge[] {
  const way: Edge[] = []
  for (let at = cameBy.get(end); at; at = cameBy.get(at.from)) way.unshift(at.edge)
  return way
}
