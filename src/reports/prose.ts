import { fileURLToPath } from 'node:url'
import { createFiller, type TemplateValues } from '../language/fill.ts'
import type { Lang } from '../language/lang.ts'
import { readTemplates } from '../language/templates.ts'

/** The reports' fixed texts, each in templates/reports/NAME.LANG.md. */
export type ProseName = 'method' | 'caveat' | 'summary'

let read: Map<string, string> | undefined

/** A text of the reports as Markdown with its values filled in; an empty value counts as absent. */
export function prose(name: ProseName, lang: Lang, values: TemplateValues = {}): string {
  read ??= new Map(
    readTemplates(fileURLToPath(new URL('../../templates/reports', import.meta.url))).map((text) => [
      `${text.name}.${text.lang}`,
      text.body,
    ]),
  )
  return createFiller(lang).fill(read.get(`${name}.${lang}`)!, values)
}
