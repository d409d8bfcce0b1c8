import type { OfficeTransaction } from '../../custody/transaction.ts'

/** Gaps of each month of a year, January first. */
export interface GapSeries {
  found: number[]
  closed: number[]
  /** closed after the authority had gone over its time */
  late: number[]
}

/** How many gaps were found, closed, and closed too late in each month of a year, as the office itself sees it. */
export async function gapSeries(t: OfficeTransaction, year: number): Promise<GapSeries> {
  const found = await t.sql.benefitGap.groupBy({
    by: ['month'],
    where: { organisation: t.organisation, year },
    _count: true,
  })
  const closed = await t.sql.benefitGap.groupBy({
    by: ['closedMonth', 'tooLate'],
    where: { organisation: t.organisation, closedYear: year },
    _count: true,
  })
  const months = Array.from({ length: 12 }, (_, n) => n + 1)
  const sum = (rows: readonly { _count: number }[]) => rows.reduce((all, { _count }) => all + _count, 0)
  return {
    found: months.map((month) => sum(found.filter((row) => row.month === month))),
    closed: months.map((month) => sum(closed.filter((row) => row.closedMonth === month))),
    late: months.map((month) => sum(closed.filter((row) => row.closedMonth === month && row.tooLate))),
  }
}
