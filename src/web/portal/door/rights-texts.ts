import path from 'node:path'
import { LANGS, type Lang } from '../../../language/lang.ts'
import { readTemplates, type TemplateLang } from '../../../language/templates.ts'
import { citeStatute } from '../../../law/index.ts'

/** One page of rights in one language, or in easy Finnish. */
export interface RightsText {
  topic: string
  lang: TemplateLang
  title: string
  summary: string
  /** Acts as `citeStatute` takes them. */
  statutes: readonly string[]
  /** ISO day. */
  checked: string
  order: number
  body: string
}

const EDITIONS: readonly TemplateLang[] = [...LANGS, 'easy']
const texts = readAll()

/** The topics, in the order they are shown. */
export const TOPICS: readonly string[] = [...texts]
  .filter(({ lang }) => lang === 'fi')
  .sort((a, b) => a.order - b.order)
  .map(({ topic }) => topic)

/** A topic in an edition; undefined for an unknown topic. */
export const rightsText = (topic: string, edition: Lang | 'easy'): RightsText | undefined =>
  texts.find((text) => text.topic === topic && text.lang === edition)

/** Reads and checks every page; a page that lacks an edition, a statute or its day stops the start. */
function readAll(): RightsText[] {
  const folder = path.join(import.meta.dirname, '../../../../templates/pages/rights')
  const read = readTemplates(folder).map(({ name, lang, attributes, body }) => {
    const { title, summary, statutes, checked, order } = attributes
    const file = `templates/pages/rights/${name}.${lang}.md`
    if (typeof title !== 'string' || typeof summary !== 'string' || typeof order !== 'number')
      throw new Error(`${file}: title, summary or order is missing`)
    if (typeof checked !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(checked))
      throw new Error(`${file}: checked should be a day in quotes`)
    if (!Array.isArray(statutes) || !statutes.every((one) => citeStatute(String(one), 'fi')))
      throw new Error(`${file}: an act is missing or not known`)
    return { topic: name, lang, title, summary, statutes: statutes.map(String), checked, order, body }
  })
  for (const { topic } of read)
    for (const edition of EDITIONS)
      if (!read.some((text) => text.topic === topic && text.lang === edition))
        throw new Error(`templates/pages/rights/${topic}.${edition}.md is missing`)
  return read
}
