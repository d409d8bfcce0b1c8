import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../workflows/index.ts'
import type { TextLang, Workflow } from '../../workflows/workflow.ts'
import { everyWorkflow, nameOf, nodesOf } from './charts.ts'

const LANGS: TextLang[] = ['fi', 'sv', 'en']
const sorted = (words: Iterable<string>) => [...new Set(words)].sort()

/** Codes of the reminders a chart can send, read from its own definition and from runs of its functions' source. */
function remindersOf(workflow: Workflow): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (value && typeof value === 'object') {
      const { type, params } = value as { type?: string; params?: { reminder?: string } }
      if (type === 'remind' && params?.reminder) found.add(params.reminder)
      for (const part of Object.values(value)) look(part)
    } else if (typeof value === 'function' && 'collect' in value)
      for (const [, code] of String(value.collect).matchAll(/reminder: ["']([a-z-]+)["']/g)) found.add(code!)
  }
  for (const node of nodesOf(workflow)) {
    const { entry, exit, on, after, always } = node.config
    look([entry, exit, on, after, always])
  }
  return [...found]
}

describe.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))(
  'texts of %s',
  (_, workflow) => {
    const nodes = nodesOf(workflow).filter((node) => node.type !== 'history' && node.path.length > 0)
    const fields = Object.values(workflow.events).flatMap((event) => event.fields ?? [])

    it.each(LANGS)('name everything there is, and nothing else (%s)', (lang) => {
      const texts = workflow.texts[lang]
      expect(sorted(Object.keys(texts.states))).toEqual(sorted(nodes.map((node) => node.path.join('.'))))
      expect(sorted(Object.keys(texts.events))).toEqual(sorted(Object.keys(workflow.events)))
      expect(sorted(Object.keys(texts.fields))).toEqual(sorted(fields.map((field) => field.name)))
      expect(sorted(Object.keys(texts.choices))).toEqual(
        sorted(
          fields.flatMap((field) =>
            field.kind === 'choice' ? field.options.map((option) => `${field.name}.${option}`) : [],
          ),
        ),
      )
      expect(sorted(Object.keys(texts.reminders))).toEqual(sorted(remindersOf(workflow)))
      expect(sorted(Object.keys(texts.refusals))).toEqual(sorted(REFUSALS))
      expect(sorted(Object.keys(texts.tracks))).toEqual(
        sorted(['office', 'objection', 'remedy', 'mediation', 'priority', 'ended']),
      )
    })

    it.each(LANGS)('are empty only where a client has nothing to hear (%s)', (lang) => {
      const { states, events, ...lists } = workflow.texts[lang]
      for (const node of nodes) {
        const text = states[node.path.join('.')]!
        expect(text.label).toMatch(/\S/)
        const told = node.type === 'atomic' && !node.tags.includes('quiet')
        expect(text.client !== '', node.path.join('.')).toBe(told)
      }
      for (const [type, { label, effect, done, client }] of Object.entries(events)) {
        for (const text of [label, effect, done]) expect(text, type).toMatch(/\S/)
        // A client reads "you" of the client, not of the office.
        expect(client !== undefined, type).toBe(workflow.events[type]!.by.includes('client'))
        if (client) for (const text of [client.label, client.effect]) expect(text, type).toMatch(/\S/)
      }
      for (const list of Object.values(lists))
        for (const [key, text] of Object.entries(list)) expect(text, key).toMatch(/\S/)
    })

    it('are sentences where they are sentences, and labels where they are labels', () => {
      for (const lang of LANGS) {
        const { states, events, refusals, reminders } = workflow.texts[lang]
        const sentences = [
          ...Object.values(states)
            .map((state) => state.client)
            .filter(Boolean),
          ...Object.values(events).flatMap((event) => [event.effect, event.client?.effect ?? event.effect]),
          ...Object.values(refusals),
        ]
        for (const text of sentences) expect(text).toMatch(/^\p{Lu}.*[.!]$/u)
        const labels = [
          ...Object.values(states).map((state) => state.label),
          ...Object.values(events).flatMap((event) => [
            event.label,
            event.done,
            event.client?.label ?? event.label,
          ]),
          ...Object.values(reminders),
        ]
        for (const text of labels) expect(text).toMatch(/^\p{Lu}[^.]*$/u)
      }
    })

    it('differ between the languages', () => {
      const { fi, sv, en } = workflow.texts
      for (const path of Object.keys(fi.states)) {
        expect(fi.states[path]!.label).not.toBe(sv.states[path]!.label)
        expect(sv.states[path]!.label).not.toBe(en.states[path]!.label)
      }
      for (const type of Object.keys(fi.events)) {
        expect(fi.events[type]!.effect).not.toBe(sv.events[type]!.effect)
        expect(sv.events[type]!.effect).not.toBe(en.events[type]!.effect)
      }
    })
  },
)
