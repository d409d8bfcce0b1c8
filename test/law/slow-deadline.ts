import { holidaysByLibrary } from './library-holidays.ts'

/**
 * The same law written a second time, slowly and with nothing in common: plain Date objects in UTC, one day at a
 * time, and the holidays of another library.
 */
const blocked = new Map<number, Set<string>>()
const iso = (date: Date) => date.toISOString().slice(0, 10)

function isBlocked(date: Date): boolean {
  const year = date.getUTCFullYear()
  let days = blocked.get(year)
  if (!days) {
    days = new Set(holidaysByLibrary(year).keys())
    blocked.set(year, days)
  }
  return date.getUTCDay() === 0 || date.getUTCDay() === 6 || days.has(iso(date))
}

/** Whether a day counts when working days are counted: the same, but for what the two parameters let in. */
function isWorking(date: Date, { saturdayCounts, eveCounts }: Counted): boolean {
  if (!isBlocked(date)) return true
  if (date.getUTCDay() === 0) return false
  const names = holidaysByLibrary(date.getUTCFullYear()).get(iso(date)) ?? []
  const onlyEve = names.every((name) => name.endsWith('-eve'))
  if (names.length > 0 && !(onlyEve && eveCounts)) return false
  return date.getUTCDay() !== 6 || saturdayCounts
}

interface Counted {
  saturdayCounts: boolean
  eveCounts: boolean
}

function nextDay(date: Date): Date {
  return new Date(date.getTime() + 86_400_000)
}

export function slowDeadline(
  from: string,
  unit: string,
  length: number,
  served: string,
  counted: Counted = { saturdayCounts: false, eveCounts: false },
): { served: string; raw: string; due: string; moved: string[] } {
  let date = new Date(`${from}T00:00:00Z`)
  for (let n = { letter: 7, 'e-notice': 3 }[served] ?? 0; n > 0; n -= 1) date = nextDay(date)
  const known = iso(date)
  if (unit === 'days' || unit === 'weeks') {
    for (let n = unit === 'weeks' ? length * 7 : length; n > 0; n -= 1) date = nextDay(date)
  } else if (unit === 'working-days') {
    for (let n = 0; n < length; ) {
      date = nextDay(date)
      if (isWorking(date, counted)) n += 1
    }
  } else {
    const months = unit === 'years' ? length * 12 : length
    const day = date.getUTCDate()
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
    const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
    date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastOfMonth)))
  }
  const raw = iso(date)
  const moved: string[] = []
  while (isBlocked(date)) {
    moved.push(iso(date))
    date = nextDay(date)
  }
  return { served: known, raw, due: iso(date), moved }
}
