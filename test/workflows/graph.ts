import type { AnyMachineSnapshot, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'
import { samplesOf } from '../../workflows/samples.ts'
import { restore } from '../../workflows/snapshot.ts'
import { start } from '../../workflows/start.ts'
import type { StartInput, StoredSnapshot, Track, Workflow, WorkflowEvent } from '../../workflows/workflow.ts'
import { nodesOf } from './charts.ts'

// The tracks of a case run side by side. All of their states at once would be millions, so each track is walked alone,
// with what joins it to the others: the end, opening again, and whatever of the other tracks it listens to.
const ALWAYS = ['CLOSE']
const BESIDE: Partial<Record<Track, string[]>> = {
  priority: ['LOG_CONTACT', 'MESSAGE_TO_CLIENT'],
  mediation: ['ASK_CONSENT', 'GIVE_CONSENT', 'RECORD_CONSENT', 'REFUSE_CONSENT', 'WITHDRAW_CONSENT'],
  objection: ['RECORD_CONSENT'],
}

/** The tracks a chart has. */
export const tracksOf = (workflow: Workflow): Track[] =>
  Object.keys(workflow.machine.root.states.open!.states) as Track[]
export const INPUTS: StartInput[] = [
  { urgent: false, hasContactAddress: true, consentGiven: false },
  { urgent: true, hasContactAddress: false, consentGiven: true },
]

export type Graph = Record<
  string,
  {
    state: AnyMachineSnapshot
    transitions: Record<string, { event: WorkflowEvent; state: AnyMachineSnapshot }>
  }
>

/** The day the samples of events are made for. */
export const TODAY = '2026-11-24'
const onDay = (workflow: Workflow, stored: StoredSnapshot) =>
  restore(workflow, { ...stored, context: { ...stored.context, today: TODAY } })

/** Everything a track can do, from a start: its states by key, and from each the events it takes. */
export function graphOf(workflow: Workflow, track: Track, input: StartInput): Graph {
  const key = `${workflow.id}@${workflow.version} ${track} ${JSON.stringify(input)}`
  const graph = graphs.get(key) ?? adjacency(workflow, track, input)
  graphs.set(key, graph)
  return graph
}

const graphs = new Map<string, Graph>()

function adjacency(workflow: Workflow, track: Track, input: StartInput): Graph {
  return getAdjacencyMap(workflow.machine as never, {
    fromState: onDay(workflow, start(workflow, input).snapshot) as never,
    events: eventsOf(workflow, track) as never,
    filterEvents: ((state: AnyMachineSnapshot, event: WorkflowEvent) => state.can(event)) as never,
    serializeState: keyOf as never,
    serializeEvent: (event) => JSON.stringify(event),
  }) as unknown as Graph
}

/** What tells two states of a case apart. How often it was reopened and when something was sent decide no way. */
export function keyOf(snapshot: AnyMachineSnapshot): string {
  const { value, context, historyValue } = snapshot
  const history = Object.entries(historyValue ?? {}).map(([id, nodes]) => [
    id,
    nodes.map((node: { id: string }) => node.id),
  ])
  return JSON.stringify([value, { ...context, reopened: 0, objectionSentOn: null, today: '' }, history])
}

export function eventsOf(workflow: Workflow, track: Track): WorkflowEvent[] {
  const people = Object.entries(workflow.events)
    .filter(
      ([type, { track: its }]) =>
        its === track || its === 'ended' || ALWAYS.includes(type) || BESIDE[track]?.includes(type),
    )
    .flatMap(([type, description]) => decisive(samplesOf(type, description)))
  const timers = nodesOf(workflow)
    .filter(({ path }) => path[0] === 'ended' || path[1] === track)
    .flatMap((node) => timersOf(node).map((type) => ({ type })))
  return [...people, ...timers]
}

/** Every event a chart knows, in each way that matters, and every timer. */
export function everyEvent(workflow: Workflow): WorkflowEvent[] {
  const people = Object.entries(workflow.events).flatMap(([type, event]) => decisive(samplesOf(type, event)))
  const timers = nodesOf(workflow).flatMap((node) => timersOf(node).map((type) => ({ type })))
  return [...people, ...timers]
}

/** The fields on which the charts decide, and values that between them go every way. */
const DECISIVE: Record<string, readonly unknown[] | undefined> = {
  outcome: ['advised', 'resolved'],
  remedy: ['review', 'review-kela', 'appeal-admin-court', 'damages'],
  rule: ['none', 'TT7'],
  identifiesClient: [true, false],
  reached: [true, false],
  instructions: ['right', 'missing', 'wrong'],
  sentOn: ['2026-11-24', '2026-11-04', '2026-10-05'],
}

/** One sample of those that differ only in fields nothing depends on. */
function decisive(samples: WorkflowEvent[]): WorkflowEvent[] {
  const kept = new Map<string, WorkflowEvent>()
  for (const sample of samples) {
    const fields = Object.entries(sample).filter(([name]) => name in DECISIVE)
    if (fields.some(([name, value]) => !DECISIVE[name]!.includes(value))) continue
    const key = JSON.stringify(fields)
    if (!kept.has(key)) kept.set(key, sample)
  }
  return [...kept.values()]
}

/** The timer events a state plans when it is entered; each is also the timer's id. */
export const timersOf = (node: AnyStateNode): string[] =>
  Object.keys(node.config.after ?? {}).map((delay) => `xstate.after.${delay}.${node.id}`)

/** Every transition the chart defines. */
export const transitionsOf = (workflow: Workflow): AnyTransitionDefinition[] =>
  nodesOf(workflow).flatMap((node) => [...node.transitions.values()].flat())

/** The transitions an event takes in a state: one in each track that takes it. */
export const takenBy = (snapshot: AnyMachineSnapshot, event: EventObject): AnyTransitionDefinition[] =>
  snapshot.machine.getTransitionData(snapshot, event as never)

export const describeTransition = (transition: AnyTransitionDefinition): string => {
  const guard = typeof transition.guard === 'string' ? ` [${transition.guard}]` : ''
  return `${transition.source.path.join('.') || '(any)'} ${transition.eventType}${guard}`
}
