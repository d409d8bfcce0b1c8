import type { OfficeTransaction } from '../custody/transaction.ts'
import { type GapTables, gapTables, gapTablesByName, type ReleasedTable } from '../statistics/index.ts'
import { stillHolds } from './told.ts'
import type { Workshop } from './workshop/orders.ts'

/** A year's gaps for a report, and what its readers get to know by them. */
export interface GapFigures {
  tables: GapTables
  suppressed: number
  told: ReleasedTable[]
}

/** A year's gaps as the office itself sees them. */
export async function countGaps(t: OfficeTransaction, year: number): Promise<GapFigures> {
  return { tables: gapTablesByName(await gapTables(t, year)), suppressed: 0, told: [] }
}

/**
 * A year's gaps as they may leave the office: all tables of the year together are one publication, whichever report or
 * summary tells a part of it, so what one hides cannot be computed from another. What was told before and still holds
 * is told again as it was.
 * @param told the gap tables that were told of the year so far, the latest last
 */
export async function releaseGaps(
  t: OfficeTransaction,
  year: number,
  told: readonly ReleasedTable[][],
  workshop: Workshop,
): Promise<GapFigures> {
  const own = await gapTables(t, year)
  const last = told.at(-1)
  const tables =
    last && stillHolds(last, own) ? last : (await workshop.release(own, { known: told.flat() })).tables
  return {
    tables: gapTablesByName(tables),
    suppressed: tables.reduce((sum, table) => sum + table.suppressed, 0),
    told: [...tables],
  }
}
