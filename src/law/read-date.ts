import { Temporal } from 'temporal-polyfill'
import { DeadlineError } from './deadline.ts'

/** The years the calendar is checked for. */
export const FIRST_YEAR = 1990
export const LAST_YEAR = 2100

/** Reads an ISO day. Throws DeadlineError `bad-date`, or `out-of-range` outside 1990 to 2100. */
export function readDate(value: string | Temporal.PlainDate): Temporal.PlainDate {
  const text = value.toString()
  let date: Temporal.PlainDate
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text)
    date = Temporal.PlainDate.from(text)
  } catch {
    throw new DeadlineError('bad-date', text)
  }
  if (date.year < FIRST_YEAR || date.year > LAST_YEAR) throw new DeadlineError('out-of-range', text)
  return date
}
