import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { workflows } from '../workflows/index.ts'
import type { Track, Workflow } from '../workflows/workflow.ts'

// Draws the statecharts, as they are in the code, into workflows/README.md between the two marks:
// `node --import tsx scripts/workflow-diagrams.ts`. A test compares what stands there with the code.

export const README = new URL('../workflows/README.md', import.meta.url)
const [BEGIN, END] = ['<!-- drawn from the code: begin -->', '<!-- drawn from the code: end -->']

/** The guards in words. */
const GUARDS: Record<string, string> = {
  consentGiven: 'with consent',
  consentMissing: 'without consent',
  consentAsked: 'when asked',
  mayAskAuthority: 'with consent, or without naming the client',
  reached: 'when reached',
  isUrgent: 'when urgent',
  hasContactAddress: 'with an address',
  waitedOverFourWeeks: 'waited over 4 weeks',
  waitedOverTwoWeeks: 'waited over 2 weeks',
}

export function withDiagrams(readme: string): string {
  const [before, rest] = [readme.slice(0, readme.indexOf(BEGIN)), readme.slice(readme.indexOf(END))]
  if (!readme.includes(BEGIN) || !readme.includes(END)) throw new Error('the marks are missing')
  return `${before}${BEGIN}\n\n${diagrams()}\n${rest}`
}

/** Each track once: charts that share a track share its drawing. */
function diagrams(): string {
  const current = Object.values(workflows).map((versions) => versions.at(-1)!)
  const drawings = new Map<string, { title: string; of: string[] }>()
  for (const workflow of [...current].reverse()) {
    const { open, ended } = workflow.machine.root.states as Record<string, AnyStateNode>
    for (const node of [...Object.values(open!.states), ended!]) {
      const text = `${drawing(workflow, node)}\n\n${table(workflow, node)}`
      const title = `${label(workflow, node, 'en')} / ${label(workflow, node, 'fi')}`
      const known = drawings.get(text) ?? { title, of: [] }
      drawings.set(text, { ...known, of: [...known.of, nameOf(workflow)] })
    }
  }
  const overviews = current.map((workflow) => `### ${nameOf(workflow)}\n\n${overview(workflow)}\n`)
  const tracks = [...drawings].map(
    ([text, { title, of }]) => `### ${title}\n\nIn ${of.sort().join(' and ')}.\n\n${text}\n`,
  )
  return [...overviews, ...tracks].join('\n')
}

const nameOf = (workflow: Workflow): string => `\`${workflow.id}@${workflow.version}\``
const mermaid = (lines: string[]): string => ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n')

function overview(workflow: Workflow): string {
  const { open, ended } = workflow.machine.root.states as Record<string, AnyStateNode>
  const tracks = Object.values(open!.states).flatMap((track, index) => [
    ...(index ? ['    --'] : []),
    `    ${state(workflow, track)}`,
  ])
  return mermaid([
    '  direction LR',
    '  state "Open / Avoinna" as open {',
    ...tracks,
    '  }',
    `  ${state(workflow, ended!)}`,
    '  [*] --> open',
    ...edges(workflow, open!).map((edge) => `  ${edge}`),
    `  ended --> open : ${workflow.texts.en.events.REOPEN!.label}`,
  ])
}

function drawing(workflow: Workflow, track: AnyStateNode): string {
  const inside = (node: AnyStateNode, depth: number): string[] => {
    const pad = '  '.repeat(depth)
    const children = shown(node)
    const lines = children.flatMap((child) =>
      child.type === 'atomic'
        ? [pad + state(workflow, child)]
        : [`${pad}${state(workflow, child)} {`, ...inside(child, depth + 1), `${pad}}`],
    )
    const first = node.initial?.target[0]
    if (first && children.includes(first)) lines.push(`${pad}[*] --> ${idOf(first)}`)
    return lines
  }
  const all = (node: AnyStateNode): AnyStateNode[] => shown(node).flatMap((child) => [child, ...all(child)])
  const fromAny = movesOf(track)
  return mermaid([
    '  direction LR',
    ...inside(track, 1),
    ...all(track).flatMap((node) => edges(workflow, node).map((edge) => `  ${edge}`)),
    ...(fromAny.length ? ['  state "any state / mikä tahansa tila" as any'] : []),
    ...edges(workflow, track, 'any').map((edge) => `  ${edge}`),
  ])
}

const shown = (node: AnyStateNode): AnyStateNode[] =>
  Object.values(node.states).filter((child) => child.type !== 'history')
const idOf = (node: AnyStateNode): string => node.path.filter((part) => part !== 'open').join('_')

function state(workflow: Workflow, node: AnyStateNode): string {
  const [en, fi] = [label(workflow, node, 'en'), label(workflow, node, 'fi')]
  return `state "${en} / ${fi}" as ${idOf(node)}`
}

function label(workflow: Workflow, node: AnyStateNode, lang: 'en' | 'fi'): string {
  return workflow.texts[lang].states[node.path.join('.')]!.label
}

interface Move {
  transition: AnyTransitionDefinition
  to: string
}

/** The transitions of a state itself that lead somewhere. */
function movesOf(node: AnyStateNode): Move[] {
  return [...(node.always ?? []), ...[...node.transitions.values()].flat()].flatMap((transition) => {
    const target = transition.target?.[0]
    return target && target.path[0] === node.path[0] ? [{ transition, to: idOf(target) }] : ended(transition)
  })
}

/** From the whole case to its end. */
function ended(transition: AnyTransitionDefinition): Move[] {
  const target = transition.target?.[0]
  return target?.path[0] === 'ended' ? [{ transition, to: 'ended' }] : []
}

/** One arrow from state to state, with everything that goes that way. */
function edges(workflow: Workflow, node: AnyStateNode, from = idOf(node) || 'open'): string[] {
  const ways = new Map<string, string[]>()
  for (const { transition, to } of movesOf(node))
    ways.set(to, [...(ways.get(to) ?? []), words(workflow, transition)])
  return [...ways].map(([to, labels]) => `${from} --> ${to} : ${[...new Set(labels)].join('<br/>')}`)
}

function words(workflow: Workflow, { eventType, guard }: AnyTransitionDefinition): string {
  const condition = typeof guard === 'string' ? ` (${GUARDS[guard] ?? guard})` : ''
  const delay = /^xstate\.after\.([a-z]+)(\d+)\./.exec(eventType)
  const event = delay
    ? `after ${delay[2]} ${delay[2] === '1' ? delay[1]!.replace(/s$/, '') : delay[1]}`
    : (workflow.texts.en.events[eventType]?.label ?? 'At once')
  // In a label of mermaid a colon would begin another one.
  return `${event}${condition}`.replaceAll(':', ' –')
}

/** The events of the track: what they are called and who may send them. */
function table(workflow: Workflow, node: AnyStateNode): string {
  const track = (node.path[1] ?? node.path[0]) as Track
  const { en, fi } = workflow.texts
  const rows = Object.entries(workflow.events)
    .filter(([, event]) => event.track === track)
    .map(([type, { by }]) => [`\`${type}\``, en.events[type]!.label, fi.events[type]!.label, by.join(', ')])
  const head = ['Event', 'English', 'Suomi', 'By']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)))
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(' | ')} |`
  return [line(head), line(['', '', '', ''], '-'), ...rows.map((row) => line(row))].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(README, withDiagrams(readFileSync(README, 'utf8')))
