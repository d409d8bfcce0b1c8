import { Temporal } from 'temporal-polyfill'
import { addPeriod, moveEnd, type Unit } from './period.ts'
import { isWorkingDay, WORKING_DAYS, type WorkingDayParameters } from './working-day.ts'

function workingDaysAfter(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  parameters: Partial<WorkingDayParameters>,
): number {
  let count = 0
  for (let date = from; Temporal.PlainDate.compare(date, to) < 0; ) {
    date = date.add({ days: 1 })
    if (isWorkingDay(date, parameters)) count += 1
  }
  return count
}

/**
 * The end of a period after a pause, before it moves: what was left is counted on from the day of resuming. The
 * day of the pause is used up and the day of resuming is not counted, so a pause of no length changes nothing.
 * Working days are counted as such, other units by the days that passed; never before the day of resuming.
 */
export function resumedEnd(
  end: Temporal.PlainDate,
  pausedOn: Temporal.PlainDate,
  resumedOn: Temporal.PlainDate,
  unit: Unit,
  parameters: Partial<WorkingDayParameters> = WORKING_DAYS,
): Temporal.PlainDate {
  const shifted =
    unit === 'working-days'
      ? addPeriod(resumedOn, workingDaysAfter(pausedOn, end, parameters), 'working-days', parameters)
      : end.add({ days: pausedOn.until(resumedOn).days })
  return Temporal.PlainDate.compare(shifted, resumedOn) < 0 ? resumedOn : shifted
}

/**
 * The due day of a clock that goes on after a pause; it ends on a day that is not blocked. A clock that had run
 * out before the pause keeps its day.
 */
export function shiftDue(
  due: Temporal.PlainDate,
  pausedOn: Temporal.PlainDate,
  resumedOn: Temporal.PlainDate,
  unit: Unit,
): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(pausedOn, due) > 0) return due
  return moveEnd(resumedEnd(due, pausedOn, resumedOn, unit)).due
}
