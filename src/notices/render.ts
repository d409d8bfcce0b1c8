import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createFiller, type Filler } from '../language/fill.ts'
import { LANGS, type Lang } from '../language/lang.ts'
import { toHtml, toPlainText } from '../language/markup.ts'
import { readTemplates, type TextTemplate } from '../language/templates.ts'
import {
  checkFacts,
  isNoticeName,
  NOTICE_NAMES,
  NOTICES,
  type NoticeFacts,
  type NoticeName,
  SAMPLE,
  type SendingOffice,
} from './template.ts'

/** A notice ready to be sent or shown. */
export interface RenderedNotice {
  subject: string
  text: string
  html: string
  /** The version named in the file and a fingerprint of the wording, e.g. "2-9f86d081". */
  version: string
  lang: Lang
}

export interface NoticePreview extends RenderedNotice {
  /** When the notice goes out and to whom, in the notice's language. */
  purpose: string
  /** The HTML without head and body, to be shown within a page. */
  fragment: string
}

export interface NoticeTexts {
  /** @throws Error when a required fact is missing or a fact is not one of the notice's own */
  render<N extends NoticeName>(
    name: N,
    lang: Lang,
    values: { facts: NoticeFacts<N>; office: SendingOffice; link: string },
  ): RenderedNotice
  /** The notice with made-up values, for the admin's page. */
  preview(name: NoticeName, lang: Lang): NoticePreview
  version(name: NoticeName, lang: Lang): string
}

const FrontMatter = z.strictObject({
  subject: z.string().min(1),
  version: z.int().positive(),
  purpose: z.string().min(1),
})
const PartFrontMatter = FrontMatter.omit({ subject: true })
const PART = 'part-'
const OFFICE = ['organisation', 'phone', 'phoneHours']

interface Ready {
  subject: string
  body: string
  purpose: string
  version: string
  filler: Filler
}

/** The folder of the notices' texts in this checkout. */
export const NOTICE_FOLDER = fileURLToPath(new URL('../../templates/notices/', import.meta.url))

/**
 * Reads and checks every notice in every language, so that a wrong text stops the start and not a mail.
 * @throws Error naming the file and what is wrong: a missing language, an unknown value, bad front matter
 */
export function loadNoticeTexts(folder = NOTICE_FOLDER): NoticeTexts {
  return noticeTexts(readTemplates(folder))
}

let loaded: NoticeTexts | undefined

/** The texts of this checkout, read and checked once; the start asks for them so that a wrong one is told then. */
export function houseNoticeTexts(): NoticeTexts {
  loaded ??= loadNoticeTexts()
  return loaded
}

export function noticeTexts(files: readonly TextTemplate[]): NoticeTexts {
  const ready = new Map<string, Ready>()
  for (const lang of LANGS) {
    const own = files.filter((file) => file.lang === lang)
    const parts = own.filter((file) => file.name.startsWith(PART))
    for (const part of parts) checkedFrontMatter(part, PartFrontMatter)
    const filler = createFiller(lang, Object.fromEntries(parts.map((part) => [part.name, part.body])))
    for (const file of own.filter((file) => !parts.includes(file))) {
      if (!isNoticeName(file.name)) throw new Error(`${file.name}.${lang}.md: no such notice is sent`)
      const front = checkedFrontMatter(file, FrontMatter)
      checkVariables(file.name, lang, filler, [front.subject, file.body])
      const version = `${front.version}-${fingerprint(file, parts)}`
      ready.set(`${file.name}.${lang}`, { ...front, body: file.body, version, filler })
    }
  }
  const of = (name: NoticeName, lang: Lang): Ready => {
    const found = ready.get(`${name}.${lang}`)
    if (!found) throw new Error(`${name}.${lang}.md is missing`)
    return found
  }
  for (const name of NOTICE_NAMES) for (const lang of LANGS) of(name, lang)

  const texts: NoticeTexts = {
    render(name, lang, { facts, office, link }) {
      const { subject, body, version, filler } = of(name, lang)
      const values = valuesOf(name, facts, office, link)
      const title = filler.fillLine(subject, values)
      const markdown = filler.fill(body, values)
      const html = page(lang, title, toHtml(markdown))
      return { subject: title, text: toPlainText(markdown), html, version, lang }
    },
    preview(name, lang) {
      const facts = Object.fromEntries(
        Object.keys(NOTICES[name].facts).map((fact) => [
          fact,
          SAMPLE.facts[fact as keyof typeof SAMPLE.facts],
        ]),
      ) as NoticeFacts<NoticeName>
      const values = { facts, office: SAMPLE.office[lang], link: SAMPLE.link }
      const { purpose, body, filler } = of(name, lang)
      const fragment = toHtml(filler.fill(body, valuesOf(name, facts, values.office, values.link)))
      return { ...texts.render(name, lang, values), purpose, fragment }
    },
    version: (name, lang) => of(name, lang).version,
  }
  // Filling every text once finds what reading cannot: a filter that fails, a part that is not there.
  for (const name of NOTICE_NAMES) for (const lang of LANGS) texts.preview(name, lang)
  return texts
}

function valuesOf(
  name: NoticeName,
  facts: Readonly<Record<string, string | undefined>>,
  office: SendingOffice,
  link: string,
): Record<string, string> {
  checkFacts(name, facts)
  return {
    ...Object.fromEntries(Object.keys(NOTICES[name].facts).map((fact) => [fact, facts[fact] ?? ''])),
    organisation: office.organisation,
    phone: office.phone ?? '',
    phoneHours: office.phoneHours ?? '',
    [NOTICES[name].link]: link,
  }
}

function checkVariables(name: NoticeName, lang: Lang, filler: Filler, sources: string[]): void {
  const known = new Set<string>([...OFFICE, ...Object.keys(NOTICES[name].facts), NOTICES[name].link])
  const used = new Set(sources.flatMap((source) => filler.variablesOf(source)))
  const unknown = [...used].find((variable) => !known.has(variable))
  if (unknown)
    throw new Error(`${name}.${lang}.md asks for {{ ${unknown} }}, which this notice does not have`)
  if (!used.has(NOTICES[name].link))
    throw new Error(`${name}.${lang}.md does not show {{ ${NOTICES[name].link} }}`)
}

function checkedFrontMatter<T>(file: TextTemplate, schema: z.ZodType<T>): T {
  const result = schema.safeParse(file.attributes)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new Error(
    `${file.name}.${file.lang}.md: ${issue.path.join('.')} ${issue.message}`.replace(/ {2,}/g, ' '),
  )
}

function fingerprint(file: TextTemplate, parts: readonly TextTemplate[]): string {
  const used = parts.filter((part) => file.body.includes(`"${part.name}"`)).map((part) => part.digest)
  return createHash('sha256')
    .update([file.digest, ...used].join())
    .digest('hex')
    .slice(0, 8)
}

const STYLE = 'body{font-family:sans-serif;line-height:1.5;max-width:40em;margin:1em auto;padding:0 1em}'

function page(lang: Lang, title: string, fragment: string): string {
  const escaped = title.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped}</title>
<style>${STYLE}</style>
</head>
<body>
${fragment}</body>
</html>
`
}
