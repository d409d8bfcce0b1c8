import { Prisma } from '../database/client.ts'
import { TIME_ZONE } from '../language/formats.ts'
import type { Hierarchy } from './table.ts'

/**
 * The time that is counted, by the calendar in Finland: a year, one quarter of it, or the days from `from` to
 * `to` (ISO dates, both included).
 */
export type Period =
  | { year: number; quarter?: 1 | 2 | 3 | 4; from?: undefined; to?: undefined }
  | { from: string; to: string; year?: undefined; quarter?: undefined }

/** The months of a year, each in its quarter. */
export const QUARTERS: Hierarchy = {
  child: 'month',
  parent: 'quarter',
  parentOf: Object.fromEntries(
    Array.from({ length: 12 }, (_, m) => [String(m + 1).padStart(2, '0'), String(Math.floor(m / 3) + 1)]),
  ),
}

/** The period as part of what a figure means. */
export function periodFilter(period: Period): Record<string, string> {
  if (period.from !== undefined) return { from: period.from, to: period.to }
  const { year, quarter } = period
  return { year: String(year), ...(quarter === undefined ? {} : { quarter: String(quarter) }) }
}

/** The period as a condition that an index of the contacts serves. */
export function periodCondition(period: Period): Prisma.Sql {
  if (period.from !== undefined)
    return Prisma.sql`at >= (${period.from}::date)::timestamp at time zone ${TIME_ZONE}
      and at < (${period.to}::date + 1)::timestamp at time zone ${TIME_ZONE}`
  const { year, quarter } = period
  if (quarter === undefined) return Prisma.sql`year = ${year}`
  return Prisma.sql`year = ${year} and month between ${quarter * 3 - 2} and ${quarter * 3}`
}
