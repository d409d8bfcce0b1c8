import { createHash } from 'node:crypto'
import ical, { ICalAlarmType, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'

export interface CalendarDay {
  /** ISO day. */
  day: string
  title: string
  text: string
  /** Days before at which the calendar should remind, at nine in the morning. */
  remindBefore: readonly number[]
  /** When the file is made. */
  now: Date
  /** The page it comes from. */
  url: string
}

const HOUR = 3600
const NINE = 9 * HOUR

/**
 * A calendar file (RFC 5545) with one whole day. It names nobody; the event is marked private and does not make
 * the day look busy. Its UID follows from what it says, so taking the file twice gives one event.
 */
export function calendarFile({ day, title, text, remindBefore, now, url }: CalendarDay): string {
  const calendar = ical({ prodId: { company: 'Asiavastaava', product: 'deadline', language: 'FI' } })
  const date = Temporal.PlainDate.from(day)
  const event = calendar.createEvent({
    id: `${createHash('sha256').update(`${day} ${title}`).digest('hex').slice(0, 24)}@asiavastaava`,
    stamp: now,
    start: asDate(date),
    end: asDate(date.add({ days: 1 })),
    allDay: true,
    timezone: 'UTC',
    summary: title,
    description: text,
    url,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  for (const days of remindBefore) {
    event.createAlarm({
      type: ICalAlarmType.display,
      description: title,
      triggerBefore: days * 24 * HOUR - NINE,
    })
  }
  return `${calendar.toString()}\r\n`
}

const asDate = (date: Temporal.PlainDate) => new Date(`${date.toString()}T00:00:00Z`)
