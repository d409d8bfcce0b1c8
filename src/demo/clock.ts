import { Temporal } from 'temporal-polyfill'
import type { House } from '../custody/transaction.ts'
import { TIME_ZONE } from '../language/formats.ts'

export const DAY = 86_400_000
const MINUTE = 60_000

/** The house in a time that is moved forward, so that what was done long ago carries its date. */
export interface PastHouse extends House {
  set(now: Date): void
}

export function inThePast(house: House): PastHouse {
  let now = house.now()
  return { ...house, now: () => now, set: (to) => (now = to) }
}

/** The first moment from `at` on at which an office is at work: Monday to Friday, eight to four. */
export function atWork(at: Date): Date {
  let moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const minute = moment.minute
  if (moment.hour >= 16) moment = moment.add({ days: 1 }).withPlainTime({ hour: 8, minute })
  if (moment.hour < 8) moment = moment.withPlainTime({ hour: 8, minute })
  if (moment.dayOfWeek > 5) moment = moment.add({ days: 8 - moment.dayOfWeek })
  return new Date(moment.epochMilliseconds)
}

/** The nearest moment at which people write to an office: not in the middle of the night. */
export function awake(at: Date): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const hour = Math.min(21, Math.max(7, moment.hour))
  return new Date(moment.with({ hour }).epochMilliseconds)
}

/** `at` made later than `after` and earlier than `before` by some minutes, whatever the calendar says. */
export function between(after: Date, at: Date, before: Date): Date {
  const least = after.getTime() + 12 * MINUTE
  if (at.getTime() >= least && at < before) return at
  return new Date(Math.min(least, (after.getTime() + before.getTime()) / 2))
}
