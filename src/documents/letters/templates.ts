import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createFiller } from '../../language/fill.ts'
import { readTemplates, type TextTemplate } from '../../language/templates.ts'
import { LETTER_KINDS, LETTER_LANGS, type LetterKind, type LetterLang } from './kinds.ts'

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().min(1),
  version: z.int().positive(),
})

/** What a template may ask for; `points` and `asked` are places for the writer's own words. */
export const LETTER_VALUES = [
  'client',
  'unit',
  'decision',
  'receivedOn',
  'objectionSentOn',
  'answeredOn',
  'caseNumber',
  'replyBy',
  'points',
  'asked',
] as const

export interface LetterTemplate extends z.infer<typeof FrontMatter> {
  body: string
}

/** The folder of the letters' texts in this checkout. */
export const LETTER_FOLDER = fileURLToPath(new URL('../../../templates/letters/', import.meta.url))

/**
 * Reads and checks every letter in both languages.
 * @throws Error naming the file and what is wrong: a missing language, an unknown value, bad front matter
 */
export function loadLetterTemplates(
  folder = LETTER_FOLDER,
): (kind: LetterKind, lang: LetterLang) => LetterTemplate {
  const files = readTemplates(folder)
  const ready = new Map(files.map((file) => [`${file.name}.${file.lang}`, checked(file)]))
  const of = (kind: LetterKind, lang: LetterLang): LetterTemplate => {
    const found = ready.get(`${kind}.${lang}`)
    if (!found) throw new Error(`${kind}.${lang}.md is missing`)
    return found
  }
  for (const kind of LETTER_KINDS) for (const lang of LETTER_LANGS) of(kind, lang)
  return of
}

let loaded: ReturnType<typeof loadLetterTemplates> | undefined

/** A letter's text of this checkout, read and checked once. */
export function letterTemplate(kind: LetterKind, lang: LetterLang): LetterTemplate {
  loaded ??= loadLetterTemplates()
  return loaded(kind, lang)
}

function checked(file: TextTemplate): LetterTemplate {
  const name = `${file.name}.${file.lang}.md`
  const front = FrontMatter.safeParse(file.attributes)
  if (!front.success) {
    const issue = front.error.issues[0]!
    throw new Error(`${name}: ${issue.path.join('.')} ${issue.message}`)
  }
  const used = createFiller(file.lang === 'sv' ? 'sv' : 'fi').variablesOf(file.body)
  const unknown = used.find((variable) => !(LETTER_VALUES as readonly string[]).includes(variable))
  if (unknown) throw new Error(`${name} asks for {{ ${unknown} }}, which a letter does not have`)
  for (const own of ['points', 'asked'])
    if (!used.includes(own)) throw new Error(`${name} has no place for {{ ${own} }}`)
  return { ...front.data, body: file.body }
}
