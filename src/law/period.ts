import type { Temporal } from 'temporal-polyfill'
import { blockedBy, type Why } from './calendar.ts'
import { isWorkingDay, WORKING_DAYS, type WorkingDayParameters } from './working-day.ts'

/** `none`: the duty has no fixed length, so no date can be computed. */
export type Unit = 'days' | 'working-days' | 'weeks' | 'months' | 'years' | 'none'

export interface MovedDay {
  readonly date: string
  readonly why: Why
}

/**
 * The last day of a period before it moves. Act 150/1930: 2 § the starting day is not counted; 3 § weeks, months
 * and years end on the same weekday or date, and where the month lacks the date, on its last day.
 * Working days: the length-th working day after the start; a length of 0 is the start itself.
 */
export function addPeriod(
  start: Temporal.PlainDate,
  length: number,
  unit: Exclude<Unit, 'none'>,
  parameters: Partial<WorkingDayParameters> = WORKING_DAYS,
): Temporal.PlainDate {
  if (unit !== 'working-days') return start.add({ [unit]: length }, { overflow: 'constrain' })
  let date = start
  for (let counted = 0; counted < length; ) {
    date = date.add({ days: 1 })
    if (isWorkingDay(date, parameters)) counted += 1
  }
  return date
}

/** Moves an end that falls on a blocked day to the next day that is not (act 150/1930, 5 §), telling each day. */
export function moveEnd(raw: Temporal.PlainDate): { due: Temporal.PlainDate; moved: MovedDay[] } {
  const moved: MovedDay[] = []
  let due = raw
  for (let why = blockedBy(due); why; why = blockedBy(due)) {
    moved.push({ date: due.toString(), why })
    due = due.add({ days: 1 })
  }
  return { due, moved }
}
