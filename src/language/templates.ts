import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { LANGS } from './lang.ts'

/** What a text file may be written in: the three languages of the house, Northern Sámi and easy Finnish where a page has them. */
export const TEMPLATE_LANGS = [...LANGS, 'se', 'easy'] as const
export type TemplateLang = (typeof TEMPLATE_LANGS)[number]

/** A Markdown text with YAML front matter, one file for each text and language. */
export interface TextTemplate {
  name: string
  lang: TemplateLang
  /** The front matter as read; whoever uses it checks it. */
  attributes: Record<string, unknown>
  /** The Markdown below the front matter. */
  body: string
  /** SHA-256 of the whole file, hexadecimal: tells which wording went out. */
  digest: string
}

const FILE = /^(?<name>[a-z][a-z0-9-]*)\.(?<lang>[a-z]{2}|easy)\.md$/
const FRONT_MATTER = /^---\r?\n(?<front>[\s\S]*?)\r?\n---\r?\n(?<body>[\s\S]*)$/

/**
 * Reads the texts of one folder, `NAME.LANG.md` each; README.md is left out.
 * @throws Error naming the file when its name, language or front matter is not as it should be
 */
export function readTemplates(folder: string): TextTemplate[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
  return files.sort().map((file) => parseTemplate(file, readFileSync(path.join(folder, file), 'utf8')))
}

/** One text from its file name and content. */
export function parseTemplate(file: string, content: string): TextTemplate {
  const { name, lang } = FILE.exec(file)?.groups ?? {}
  if (!name || !isTemplateLang(lang)) throw new Error(`${file}: the name should be NAME.LANG.md`)
  const parts = FRONT_MATTER.exec(content)?.groups
  if (!parts) throw new Error(`${file}: front matter between two lines of --- is missing`)
  const attributes = load(parts.front ?? '', { filename: file })
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes)) {
    throw new Error(`${file}: the front matter should be "key: value" lines`)
  }
  return {
    name,
    lang,
    attributes: attributes as Record<string, unknown>,
    body: (parts.body ?? '').trim(),
    digest: createHash('sha256').update(content).digest('hex'),
  }
}

function isTemplateLang(value: string | undefined): value is TemplateLang {
  return (TEMPLATE_LANGS as readonly (string | undefined)[]).includes(value)
}
