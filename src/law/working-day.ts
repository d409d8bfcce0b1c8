import type { Temporal } from 'temporal-polyfill'
import { blockedBy } from './calendar.ts'

/**
 * What counts as a working day (arkipäivä, vardag). The acts on services do not define it, so the two doubtful
 * cases are parameters, shown in every explanation.
 */
export interface WorkingDayParameters {
  /** Saturdays that are not holidays count. */
  readonly saturdayCounts: boolean
  /** Christmas Eve and Midsummer Eve count. */
  readonly eveCounts: boolean
}

/**
 * Neither counts. For Saturdays so says the child welfare handbook of the Finnish institute for health and welfare
 * ("Lastensuojelun aikarajat": neither holy days nor weekday Saturdays are working days); the eves are our choice,
 * in line with act 150/1930, 5 §.
 */
export const WORKING_DAYS: WorkingDayParameters = { saturdayCounts: false, eveCounts: false }

/** Whether a day counts when working days are counted. A Christmas Eve on a Saturday needs both parameters. */
export function isWorkingDay(
  date: Temporal.PlainDate,
  parameters: Partial<WorkingDayParameters> = WORKING_DAYS,
): boolean {
  const why = blockedBy(date)
  if (why === undefined) return true
  const { saturdayCounts = false, eveCounts = false } = parameters
  if (why === 'saturday') return saturdayCounts
  if (why !== 'christmas-eve' && why !== 'midsummer-eve') return false
  return eveCounts && date.dayOfWeek !== 7 && (saturdayCounts || date.dayOfWeek !== 6)
}
