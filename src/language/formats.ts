import { Temporal } from 'temporal-polyfill'
import type { Lang } from './lang.ts'

const LOCALE: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
export const TIME_ZONE = 'Europe/Helsinki'

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function dates(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${lang}${JSON.stringify(options)}`
  let format = cache.get(key) as Intl.DateTimeFormat | undefined
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE[lang], { ...options, timeZone: TIME_ZONE })
    cache.set(key, format)
  }
  return format
}

const HOUR = 3_600_000
const datesOfHours = new Map<number, Temporal.PlainDate>()

/**
 * The calendar date in Finland of an instant. Since 1921 Finland's offset is whole hours, so every instant of an
 * hour has one date; remembering it makes counting and importing many contacts fast.
 */
export function dateInFinland(instant: Date): Temporal.PlainDate {
  const hour = Math.floor(instant.getTime() / HOUR)
  const known = datesOfHours.get(hour)
  if (known) return known
  const date = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
  if (instant.getTime() > 0 && datesOfHours.size < 50_000) datesOfHours.set(hour, date)
  return date
}

/** The instant at which a day begins in Finland. */
export const startOfDay = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime({ timeZone: TIME_ZONE }).epochMilliseconds)

/** "24.11.2026" (fi, sv), "24 November 2026" (en). Accepts an instant or an ISO date. */
export function formatDate(lang: Lang, value: Date | string): string {
  const instant = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T12:00:00Z`) : value
  return dates(
    lang,
    lang === 'en'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : {
          day: 'numeric',
          month: 'numeric',
          year: 'numeric',
        },
  ).format(instant)
}

/** "tiistaina 24. marraskuuta 2026", "tisdagen den 24 november 2026": with the weekday, for dates a person must act by. */
export function formatLongDate(lang: Lang, value: Date | string): string {
  const instant = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T12:00:00Z`) : value
  const long = dates(lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    instant,
  )
  return lang === 'sv' ? long.replace(/^(\S+dag) /, '$1en den ') : long
}

/** Time of day in Finland. */
export const formatTime = (lang: Lang, value: Date): string =>
  dates(lang, { hour: '2-digit', minute: '2-digit', hour12: false }).format(value)

/** Date and time of day in Finland. */
export function formatDateTime(lang: Lang, value: Date): string {
  const time = formatTime(lang, value)
  const clock = { fi: 'klo', sv: 'kl.', en: 'at' }[lang]
  return `${formatDate(lang, value)} ${clock} ${time}`
}

/** Month name with a capital, e.g. "Tammikuu"; month 1 to 12. */
export function formatMonth(lang: Lang, month: number): string {
  const name = dates(lang, { month: 'long' }).format(new Date(Date.UTC(2026, month - 1, 15)))
  const nominative = lang === 'fi' ? name.replace(/ta$/, '') : name
  return nominative.charAt(0).toUpperCase() + nominative.slice(1)
}

/** A number with the language's separators and a fixed number of decimals (0 by default). */
export function formatNumber(lang: Lang, value: number, decimals = 0): string {
  const key = `n${lang}${decimals}`
  let format = cache.get(key) as Intl.NumberFormat | undefined
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    cache.set(key, format)
  }
  return format.format(value)
}
