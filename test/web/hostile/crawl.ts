import type { Visitor } from '../portal/visitor.ts'
import { type FoundForm, formsOn, plain } from './forms.ts'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const shape = (path: string) => path.split('?')[0]!.replace(ID, ':id').replace(/\d+/g, ':n')

/** A form with the page it stands on. */
export interface PlacedForm extends FoundForm {
  page: string
}

/**
 * Goes through the pages a visitor can reach by links from `begin`, one of each shape and `most` at the most, and
 * gathers their forms, each kind once. `leave`: addresses that are not gone to; `only`: all others.
 */
export async function crawl(
  visitor: Visitor,
  begin: readonly string[],
  { leave = /$^/, only = /^/, most = 150 }: { leave?: RegExp; only?: RegExp; most?: number } = {},
): Promise<{ pages: string[]; forms: PlacedForm[] }> {
  const waiting = [...begin]
  const seen = new Set(waiting.map(shape))
  const pages: string[] = []
  const forms = new Map<string, PlacedForm>()
  while (waiting.length && pages.length < most) {
    const path = waiting.shift()!
    const answer = await visitor.get(path)
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`)
    if (!/text\/html/.test(answer.headers.get('Content-Type') ?? '')) continue
    pages.push(path)
    for (const form of formsOn(answer.html, answer.path)) {
      const kind = `${form.method} ${shape(form.action)} ${form.fields.map(({ name }) => name).join(' ')}`
      if (!forms.has(kind) && !leave.test(form.action)) forms.set(kind, { ...form, page: answer.path })
    }
    for (const [, href] of answer.html.matchAll(/<a[^>]*\shref="([^"#]*)"/g)) {
      const to = plain(href!)
      if (!to.startsWith('/') || to.startsWith('//') || leave.test(to) || !only.test(to)) continue
      // A page in another view is another page; in another language it is not.
      const kind = shape(to) + [...new URLSearchParams(to.split('?')[1] ?? '').keys()].join('&')
      if (seen.has(kind)) continue
      seen.add(kind)
      waiting.push(to)
    }
  }
  return { pages, forms: [...forms.values()] }
}
