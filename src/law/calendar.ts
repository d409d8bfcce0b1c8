import { Temporal } from 'temporal-polyfill'
import { easterSunday } from './easter.ts'

/** Why a day cannot be the last day of a period, in the words of the `deadline` command. */
export const WHYS = [
  'saturday',
  'sunday',
  'new-years-day',
  'epiphany',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'may-day',
  'ascension-day',
  'whit-sunday',
  'midsummer-eve',
  'midsummer-day',
  'all-saints-day',
  'independence-day',
  'christmas-eve',
  'christmas-day',
  'second-christmas-day',
] as const
export type Why = (typeof WHYS)[number]

const SATURDAY = 6
const SUNDAY = 7

/** The first Saturday on or after a day. */
function saturdayFrom(year: number, month: number, day: number): Temporal.PlainDate {
  const start = new Temporal.PlainDate(year, month, day)
  return start.add({ days: (SATURDAY - start.dayOfWeek + 7) % 7 })
}

/** The named days of a year; where two fall on one day (1.5.2008) the one of a fixed date gives the name. */
function namedDays(year: number): Map<string, Why> {
  const easter = easterSunday(year)
  const midsummer = saturdayFrom(year, 6, 20)
  const days: [Temporal.PlainDate, Why][] = [
    [easter.subtract({ days: 2 }), 'good-friday'],
    [easter, 'easter-sunday'],
    [easter.add({ days: 1 }), 'easter-monday'],
    [easter.add({ days: 39 }), 'ascension-day'],
    [easter.add({ days: 49 }), 'whit-sunday'],
    [midsummer.subtract({ days: 1 }), 'midsummer-eve'],
    [midsummer, 'midsummer-day'],
    [saturdayFrom(year, 10, 31), 'all-saints-day'],
    [new Temporal.PlainDate(year, 1, 1), 'new-years-day'],
    [new Temporal.PlainDate(year, 1, 6), 'epiphany'],
    [new Temporal.PlainDate(year, 5, 1), 'may-day'],
    [new Temporal.PlainDate(year, 12, 6), 'independence-day'],
    [new Temporal.PlainDate(year, 12, 24), 'christmas-eve'],
    [new Temporal.PlainDate(year, 12, 25), 'christmas-day'],
    [new Temporal.PlainDate(year, 12, 26), 'second-christmas-day'],
  ]
  return new Map(days.map(([date, why]) => [date.toString(), why]))
}

const years = new Map<number, Map<string, Why>>()

/**
 * Why a period may not end on this day, or undefined when it may.
 * Act 150/1930, 5 §: holy days, Independence Day, May Day, Christmas Eve, Midsummer Eve and weekday Saturdays.
 * New Year's Eve and Maundy Thursday do not push; Easter Saturday does as a Saturday only. A named day keeps its
 * name on a weekend. Computed for any year as the calendar stands today; that Epiphany and Ascension Day were
 * kept on Saturdays in the years up to 1990 is left out, since no clock here reaches so far.
 */
export function blockedBy(date: Temporal.PlainDate): Why | undefined {
  let named = years.get(date.year)
  if (!named) {
    named = namedDays(date.year)
    years.set(date.year, named)
  }
  const why = named.get(date.toString())
  if (why) return why
  if (date.dayOfWeek === SATURDAY) return 'saturday'
  return date.dayOfWeek === SUNDAY ? 'sunday' : undefined
}
