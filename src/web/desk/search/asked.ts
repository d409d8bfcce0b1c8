import type { Narrow, Search } from '../../../cases/index.ts'
import { isCode } from '../../../classification/index.ts'
import { search } from '../../../language/catalogues/search.ts'
import type { Lang } from '../../../language/lang.ts'
import { type DateParts, dateParts, type FieldError, readDate } from '../../ui/parts.ts'

/** The search form as it was sent. */
export interface Asked {
  search: Search
  from: DateParts
  until: DateParts
  errors: FieldError[]
  /** a code or a day is chosen */
  narrowed: boolean
}

const LONGEST = 200
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const STATES = ['open', 'waiting', 'closed'] as const

/** Reads the form; a code that is not on its list narrows nothing. */
export function readAsked(form: Record<string, unknown>, lang: Lang): Asked {
  const text = String(form.q ?? '')
    .replaceAll('\0', '')
    .trim()
    .slice(0, LONGEST)
  const value = (name: string) => String(form[name] ?? '')
  const errors: FieldError[] = []
  const from = dateParts(form, 'from')
  const until = dateParts(form, 'until')
  const day = (name: 'from' | 'until', parts: DateParts): string | undefined => {
    const read = readDate(parts)
    if (read !== 'invalid') return read?.toString()
    errors.push({ field: name, message: search(lang)('date-wrong') })
    return undefined
  }
  const handler = value('handler')
  const only: Narrow = {
    kind: ['advice', 'complaint'].find((one) => one === value('kind')),
    state: STATES.find((one) => one === value('state')),
    serviceTask: isCode('serviceTask', value('serviceTask')) ? value('serviceTask') : undefined,
    municipality: isCode('municipality', value('municipality')) ? value('municipality') : undefined,
    handler: handler === 'nobody' || UUID.test(handler) ? handler : undefined,
    urgent: value('urgent') === 'yes' || undefined,
    from: day('from', from),
    until: day('until', until),
  }
  if (only.from && only.until && only.until < only.from)
    errors.push({ field: 'until', message: search(lang)('date-order') })
  const narrowed = Object.values(only).some(Boolean)
  if (!text && !narrowed && !errors.length) errors.push({ field: 'q', message: search(lang)('missing') })
  const after = UUID.test(value('after')) ? value('after') : undefined
  return { search: { text, only, after }, from, until, errors, narrowed }
}

/** The form's fields as they were sent, for the button that shows the next ones. */
export function sentAgain({ search: { text, only }, from, until }: Asked): Record<string, string> {
  const days = (name: string, { day, month, year }: DateParts) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  })
  return {
    q: text,
    kind: only.kind ?? '',
    state: only.state ?? '',
    serviceTask: only.serviceTask ?? '',
    municipality: only.municipality ?? '',
    handler: only.handler ?? '',
    urgent: only.urgent ? 'yes' : '',
    ...days('from', from),
    ...days('until', until),
  }
}
