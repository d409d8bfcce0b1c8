import { Temporal } from 'temporal-polyfill'
import { TIME_ZONE } from '../../language/formats.ts'
import type { Cell } from './columns.ts'
import type { RejectionCode } from './rejection.ts'

export const FIRST_YEAR = 1990
const TEXT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const FINNISH = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(?:klo\s*)?(\d{1,2})[.:](\d{2}))?$/
/** Day 0 of a spreadsheet; 1900 had no 29 February, which spreadsheets believe, so days count from here. */
const SHEET_DAY_ZERO = Temporal.PlainDate.from('1899-12-30')

/**
 * When a contact was: an ISO date, or date and time (in Finland unless it names its offset), or a date of a
 * spreadsheet. A date without a time is noon in Finland, so that no other zone makes another day of it.
 */
export function readMoment(cell: Cell, now: Date): Date | RejectionCode {
  const moment = momentOf(cell)
  if (typeof moment === 'string') return moment
  const latest = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const isFuture = moment.dayOnly
    ? Temporal.PlainDate.compare(moment.at.toPlainDate(), latest.toPlainDate()) > 0
    : Temporal.ZonedDateTime.compare(moment.at, latest) > 0
  if (isFuture) return 'date-future'
  if (moment.at.year < FIRST_YEAR) return 'date-old'
  return new Date(moment.at.epochMilliseconds)
}

/** How a date in the Finnish form ("31.3.2025", "31.3.2025 klo 14.30") is to be written; undefined if it is none. */
export function isoOfFinnish(text: string): string | undefined {
  const [, day = '', month = '', year, hour, minute] = FINNISH.exec(text) ?? []
  if (!year) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const iso = hour ? `${date} ${hour.padStart(2, '0')}:${minute}` : date
  return typeof momentOf(iso) === 'string' ? undefined : iso
}

function momentOf(cell: Cell): { at: Temporal.ZonedDateTime; dayOnly: boolean } | RejectionCode {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? 'date-format' : inFinland(cell.toISOString().slice(0, 19))
  if (typeof cell === 'number') {
    if (!(cell >= 1 && cell < 100_000)) return 'date-format'
    const seconds = Math.round((cell % 1) * 86_400)
    return inFinland(
      SHEET_DAY_ZERO.add({ days: Math.floor(cell) })
        .toPlainDateTime()
        .add({ seconds })
        .toString(),
    )
  }
  const text = typeof cell === 'string' ? cell.trim() : ''
  if (text === '') return cell === true || cell === false ? 'date-format' : 'date-missing'
  const [, date, time, offset] = TEXT.exec(text) ?? []
  if (!date) return 'date-format'
  try {
    if (!time) return inFinland(date)
    if (!offset) return inFinland(`${date}T${time}`)
    const instant = Temporal.Instant.from(`${date}T${time}${offset.toUpperCase()}`)
    return { at: instant.toZonedDateTimeISO(TIME_ZONE), dayOnly: false }
  } catch {
    return 'date-format'
  }
}

/** A clock time in Finland; midnight to the second is what a spreadsheet makes of a date without a time. */
function inFinland(text: string): { at: Temporal.ZonedDateTime; dayOnly: boolean } {
  const clock = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  const dayOnly = clock.toPlainTime().equals(new Temporal.PlainTime())
  const at = dayOnly ? clock.with({ hour: 12 }) : clock
  return { at: at.toZonedDateTime(TIME_ZONE), dayOnly }
}
