import type { Random } from '../../src/demo/random.ts'
import type { Seen, Visitor } from '../web/portal/visitor.ts'

/** What a person types into a field of this kind. */
export interface Typed {
  text(field: string): string
  name: string
  email: string
  phone: string
  /** goes along where a form takes files */
  file: { name: string; bytes: Buffer }
}

interface Form {
  action: string
  /** it takes files */
  upload: boolean
  fields: [string, string][]
}

export interface Filled {
  /** forms that were taken, by their address without ids */
  taken: Set<string>
  refused: Set<string>
}

/**
 * Walks from page to page and fills in and sends every form it finds, as a person would who writes something into every
 * field: so that a new form is in it without anybody thinking of it. Pages and forms outside `within` are left alone.
 */
export async function fillForms(
  visitor: Visitor,
  starts: string[],
  { within, skip, typed, dice }: { within: RegExp; skip?: RegExp; typed: Typed; dice: Random },
  most = 250,
): Promise<Filled> {
  const filled: Filled = { taken: new Set(), refused: new Set() }
  const seen = new Set<string>()
  const sent = new Map<string, number>()
  const queue = [...starts]
  const wanted = (path: string) => within.test(path) && !skip?.test(path)
  const note = (page: Seen) => {
    for (const link of linksOn(page)) if (wanted(link) && !seen.has(link)) queue.push(link)
  }
  for (let pages = 0; pages < most && queue.length; pages++) {
    const path = queue.shift()!
    if (seen.has(path)) continue
    seen.add(path)
    const page = await visitor.get(path)
    if (page.status !== 200) continue
    note(page)
    for (const form of formsOn(page, typed, dice)) {
      const kind = withoutIds(form.action)
      // Twice, for what is open after the first time may lead elsewhere.
      if (!wanted(form.action) || (sent.get(kind) ?? 0) >= 2) continue
      const fields = grouped(form.fields)
      const answer = form.upload
        ? await visitor.upload(form.action, fields, [typed.file])
        : await visitor.post(form.action, fields)
      if (answer.status >= 500) throw new Error(`${form.action} gave ${answer.status}`)
      if (answer.status !== 200) {
        filled.refused.add(kind)
        continue
      }
      sent.set(kind, (sent.get(kind) ?? 0) + 1)
      filled.taken.add(kind)
      filled.refused.delete(kind)
      note(answer)
      // The page has changed; it is looked at again.
      seen.delete(path)
      queue.push(path, answer.path)
      break
    }
  }
  return filled
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|AV-\d{4}-\d{6}-\d/g
const withoutIds = (path: string): string => path.replace(/[?#].*/, '').replaceAll(ID, ':id')

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}

function linksOn({ html }: Seen): string[] {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
  return [...main.matchAll(/<a\s[^>]*>/g)].flatMap(([tag]) => {
    const href = attribute(tag, 'href')
    return href?.startsWith('/') ? [href.replace(/#.*/, '')] : []
  })
}

function formsOn({ html, path }: Seen, typed: Typed, dice: Random): Form[] {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
  return [...main.matchAll(/<form\s([^>]*)>(.*?)<\/form>/gs)].flatMap(([, open, inside]) => {
    const tag = ` ${open}`
    if (attribute(tag, 'method')?.toLowerCase() !== 'post') return []
    const upload = attribute(tag, 'enctype') === 'multipart/form-data'
    return [{ action: attribute(tag, 'action') || path, upload, fields: fieldsOf(inside!, typed, dice) }]
  })
}

function fieldsOf(inside: string, typed: Typed, dice: Random): [string, string][] {
  const fields: [string, string][] = []
  const radios = new Map<string, string[]>()
  for (const [tag] of inside.matchAll(/<input\s[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (!name) continue
    const type = attribute(tag, 'type') ?? 'text'
    const value = attribute(tag, 'value') ?? ''
    if (type === 'radio') radios.set(name, [...(radios.get(name) ?? []), value])
    else if (type === 'checkbox') {
      if (dice.chance(0.5)) fields.push([name, value || 'on'])
    } else if (type === 'hidden' || type === 'submit') fields.push([name, value])
    else if (type !== 'file') fields.push([name, answerTo(name, type, value, tag, typed)])
  }
  for (const [name, values] of radios) fields.push([name, values[dice.int(0, values.length - 1)]!])
  for (const [, open, text] of inside.matchAll(/<textarea(\s[^>]*)>(.*?)<\/textarea>/gs)) {
    const name = attribute(open!, 'name')
    if (name) fields.push([name, `${plain(text!)} ${typed.text(name)}`.trim()])
  }
  for (const [, open, options] of inside.matchAll(/<select(\s[^>]*)>(.*?)<\/select>/gs)) {
    const values = [...options!.matchAll(/<option[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'value') || [])
    const name = attribute(open!, 'name')
    if (name && values.length) fields.push([name, values[dice.int(0, values.length - 1)]!])
  }
  const [button] = [...inside.matchAll(/<button\s[^>]*>/g)].filter(([tag]) => attribute(tag, 'name'))
  if (button) fields.push([attribute(button[0], 'name')!, attribute(button[0], 'value') ?? ''])
  return fields
}

function answerTo(name: string, type: string, value: string, tag: string, typed: Typed): string {
  if (type === 'email' || /e-?mail/i.test(name)) return typed.email
  if (type === 'tel' || /phone|puhelin/i.test(name)) return typed.phone
  const part = /-(day|month|year)$/.exec(name)?.[1]
  if (part) return value || { day: '23', month: '11', year: '2026' }[part]!
  if (type === 'date') return value || '2026-11-23'
  if (type === 'time') return value || '10:00'
  if (type === 'number' || /numeric|decimal/.test(attribute(tag, 'inputmode') ?? '')) return value || '1'
  if (/(^|\.)(date|from|until|on|day|at)$|Date$|On$/i.test(name)) return value || '2026-11-23'
  if (/name$/i.test(name)) return typed.name
  return value || typed.text(name)
}

function grouped(fields: [string, string][]): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {}
  for (const [name, value] of fields) all[name] = name in all ? [all[name]!, value].flat() : value
  return all
}
