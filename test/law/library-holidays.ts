import Holidays from 'date-holidays'
import type { Why } from '../../src/law/calendar.ts'

const NAMES: Readonly<Record<string, Why>> = {
  "New Year's Day": 'new-years-day',
  Epiphany: 'epiphany',
  'Good Friday': 'good-friday',
  'Easter Sunday': 'easter-sunday',
  'Easter Monday': 'easter-monday',
  'Labour Day': 'may-day',
  'Ascension Day': 'ascension-day',
  Pentecost: 'whit-sunday',
  'Midsummer Eve': 'midsummer-eve',
  'Midsummer Day': 'midsummer-day',
  "All Saints' Day": 'all-saints-day',
  'Independence Day': 'independence-day',
  'Christmas Eve': 'christmas-eve',
  'Christmas Day': 'christmas-day',
  'Boxing Day': 'second-christmas-day',
}
/** Observed, but moving nothing by act 150/1930. */
const NOT_OURS = ["New Year's Eve", "Mother's Day", "Father's Day"]

const finland = new Holidays('FI')

/** The holidays of a year by date-holidays, chosen by name (its types mix the eves with New Year's Eve). */
export function holidaysByLibrary(year: number): Map<string, Why[]> {
  const days = new Map<string, Why[]>()
  for (const holiday of finland.getHolidays(year, 'en')) {
    const why = NAMES[holiday.name]
    if (!why) {
      if (NOT_OURS.includes(holiday.name)) continue
      throw new Error(`a holiday nobody placed: ${holiday.name}`)
    }
    const date = holiday.date.slice(0, 10)
    days.set(date, [...(days.get(date) ?? []), why])
  }
  return days
}
