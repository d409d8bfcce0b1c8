import type { Temporal } from 'temporal-polyfill'
import { addPeriod } from './period.ts'

/** The `days`-th working day after `date`: for an office's own targets, which no rule of law lays down. */
export const addWorkingDays = (date: Temporal.PlainDate, days: number): Temporal.PlainDate =>
  addPeriod(date, days, 'working-days')
