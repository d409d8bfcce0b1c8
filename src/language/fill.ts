import { Liquid } from 'liquidjs'
import { formatDate, formatDateTime } from './formats.ts'
import type { Lang } from './lang.ts'

export type TemplateValues = Readonly<Record<string, string | number>>

/** Fills the Liquid slots of a set of texts of one language. */
export interface Filler {
  /** Names of the values that a text, and the parts it includes, ask for. */
  variablesOf(source: string): string[]
  /** The text with its slots filled; what a value holds stands as plain words in the Markdown. */
  fill(source: string, values: TemplateValues): string
  /** The same for one line that is not Markdown, such as a subject. */
  fillLine(source: string, values: TemplateValues): string
}

/**
 * A value can hold anything a person wrote, so nothing of it may act as Markdown: CommonMark lets
 * every ASCII punctuation mark be escaped, in text and in link destinations alike.
 */
export function escapeMarkdown(value: unknown): string {
  return oneLine(String(value)).replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** Control characters and line breaks become spaces: no value opens a line or a mail header of its own. */
export function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}

/**
 * @param parts texts that others take in with `{% include "name" %}`
 * An unknown value or filter throws; an empty value counts as absent in `{% if %}`.
 * `{{ value | day }}` writes an ISO date the way the language does, `{{ value | moment }}` a moment as in Finland.
 */
export function createFiller(lang: Lang, parts: Record<string, string> = {}): Filler {
  const options = {
    templates: parts,
    strictVariables: true,
    strictFilters: true,
    jsTruthy: true,
    ownPropertyOnly: true,
  }
  const markdown = new Liquid({ ...options, outputEscape: escapeMarkdown })
  const line = new Liquid(options)
  for (const engine of [markdown, line]) {
    engine.registerFilter('day', (value: string) => (value ? formatDate(lang, value) : ''))
    engine.registerFilter('moment', (value: string) => (value ? formatDateTime(lang, new Date(value)) : ''))
  }
  return {
    variablesOf: (source) => markdown.globalVariablesSync(markdown.parse(source)),
    fill: (source, values) => String(markdown.parseAndRenderSync(source, values)),
    fillLine: (source, values) => oneLine(String(line.parseAndRenderSync(source, values))),
  }
}
