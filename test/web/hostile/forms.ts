/** A field of a form as a browser would send it. */
export interface FormField {
  name: string
  /** of the element: text, email, hidden, textarea, select, radio, checkbox, button … */
  type: string
  value: string
  options: string[]
}

export interface FoundForm {
  method: 'get' | 'post'
  action: string
  multipart: boolean
  fields: FormField[]
}

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag)
  return match ? plain(match[1] ?? '') : undefined
}

export const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The forms of a page, `path` being its own address. */
export function formsOn(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, tag, inside]) => ({
    method: attribute(`${tag} `, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    action: attribute(`${tag} `, 'action') || path,
    multipart: attribute(`${tag} `, 'enctype') === 'multipart/form-data',
    fields: fieldsOf(inside!),
  }))
}

function fieldsOf(html: string): FormField[] {
  const fields: FormField[] = []
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name) continue
    const known = fields.find((field) => field.name === name && (type === 'radio' || type === 'checkbox'))
    const value = attribute(tag, 'value') ?? ''
    if (known) known.options.push(value)
    else fields.push({ name, type, value, options: type === 'radio' || type === 'checkbox' ? [value] : [] })
  }
  for (const [, tag, text] of html.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)) {
    const name = attribute(`${tag} `, 'name')
    if (name) fields.push({ name, type: 'textarea', value: plain(text!), options: [] })
  }
  for (const [, tag, inside] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(`${tag} `, 'name')
    const options = [...inside!.matchAll(/<option[^>]*>/g)].map(
      ([option]) => attribute(option, 'value') ?? '',
    )
    const chosen = [...inside!.matchAll(/<option[^>]*\sselected[^>]*>/g)][0]
    if (name)
      fields.push({
        name,
        type: 'select',
        value: chosen ? (attribute(chosen[0], 'value') ?? '') : '',
        options,
      })
  }
  for (const [tag] of html.matchAll(/<button[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const value = attribute(tag, 'value') ?? ''
    const known = fields.find((field) => field.name === name && field.type === 'button')
    if (!name) continue
    if (known) known.options.push(value)
    else fields.push({ name, type: 'button', value, options: [value] })
  }
  return fields
}

/** Written by the person: their words have to come back when the form is refused. */
export const isTyped = ({ type }: FormField): boolean =>
  ['text', 'email', 'tel', 'search', 'url', 'number', 'textarea'].includes(type)

/** What somebody in good faith would send: what stands there, and something fitting where nothing does. */
export function fitting(form: FoundForm): Record<string, string> {
  const sent: Record<string, string> = {}
  for (const field of form.fields) {
    const { name, type, value, options } = field
    if (type === 'select') sent[name] = value || (options.find(Boolean) ?? '')
    else if (type === 'radio' || type === 'button') sent[name] = value || (options[0] ?? '')
    else if (type === 'hidden') sent[name] = value
    else if (type === 'email') sent[name] = value || 'aino@example.fi'
    else if (type === 'tel') sent[name] = value || '0401234567'
    else if (type === 'password') sent[name] = 'kolme pientä sanaa'
    else if (/-day$|-month$/.test(name)) sent[name] = value || '1'
    else if (/-year$/.test(name)) sent[name] = value || '2026'
    else if (isTyped(field)) sent[name] = value || 'Kotihoidon käynti jäi väliin.'
  }
  return sent
}
