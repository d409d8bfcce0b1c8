import { finder } from '../../../language/catalogues/portal-finder.ts'
import { dateInFinland, formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  FindError,
  type Found,
  findDeadline,
  isWayServed,
  type Rule,
  type Situation,
  situation,
  type WayServed,
} from '../../../law/index.ts'
import { type DateParts, dateParts, type FieldError, readDate } from '../../ui/parts.ts'

/** The question as it stands in the address, and the answer if it can be given. */
export interface AskedDeadline {
  what?: Situation
  /** `what` was given, but nothing is known under it. */
  unknown: boolean
  date: DateParts
  served: string
  /** Something but the situation was filled in or sent. */
  sent: boolean
  errors: FieldError[]
  answer?: { from: string; served: WayServed; found: Found }
}

/**
 * Reads the finder's question from the address. It is asked by GET on purpose: the answer can be printed, kept as a
 * bookmark, sent to a relative and opened in the other language, and works without cookies. A rule's code and a date
 * tell nobody who asked; names and municipalities are never part of it, and the pages are sent with no-store.
 */
export function askedDeadline(
  query: Record<string, string>,
  lang: Lang,
  now: Date,
  rules: readonly Rule[],
): AskedDeadline {
  const id = (query.what ?? '').slice(0, 40)
  const what = situation(id)
  const served = (query.served ?? '').slice(0, 20)
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(query.date ?? '') ? query.date! : undefined
  const typed = dateParts(query, 'date')
  const read = iso ? readDate(partsFrom(iso)) : readDate(typed)
  const date = iso ? partsFrom(iso) : cut(typed)
  const sent = Boolean(iso) || 'date-day' in query || 'served' in query
  const asked = { what, unknown: id !== '' && !what, date, served, sent, errors: [] as FieldError[] }
  if (!what || !sent) return asked
  const t = finder(lang)
  if (read === null) asked.errors.push({ field: 'date', message: t('error.date-missing') })
  if (read === 'invalid')
    asked.errors.push({
      field: 'date',
      message: t(isShort(date) ? 'error.year-short' : 'error.date-invalid'),
    })
  if (what.served && !isWayServed(served))
    asked.errors.push({ field: 'served', message: t('error.served-missing') })
  if (read === null || read === 'invalid') return asked
  const from = read.toString()
  const way: WayServed = isWayServed(served) ? served : 'unknown'
  try {
    const found = findDeadline(what, from, way, dateInFinland(now).toString(), rules)
    return asked.errors.length > 0 ? asked : { ...asked, answer: { from, served: way, found } }
  } catch (error) {
    if (!(error instanceof FindError)) throw error
    asked.errors.unshift({ field: 'date', message: messageOf(error, lang) })
    return asked
  }
}

/** Somebody wrote 26 for 2026. */
export const isShort = ({ year }: DateParts) => /^\d{1,3}$/.test(year)

function messageOf({ code, day }: FindError, lang: Lang): string {
  const t = finder(lang)
  if (code === 'before-rule' || code === 'after-rule')
    return t(`error.${code}`, { day: formatDate(lang, day) })
  if (code === 'future') return t('error.date-future')
  return t(code === 'too-old' ? 'error.date-old' : 'error.date-invalid')
}

const partsFrom = (iso: string): DateParts => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
const cut = ({ day, month, year }: DateParts): DateParts => ({
  day: day.slice(0, 10),
  month: month.slice(0, 10),
  year: year.slice(0, 10),
})

/** The address of an answer, in its shortest form; the same in every language. */
export function addressOfAnswer({ what, answer }: AskedDeadline): string {
  const query = new URLSearchParams({ what: what?.id ?? '' })
  if (answer) {
    query.set('date', answer.from)
    if (what?.served) query.set('served', answer.served)
  }
  return query.toString()
}
