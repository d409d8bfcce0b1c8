import { dimensionCodes, isDimension } from '../classification/index.ts'
import { type CountTable, orderCodes } from './table.ts'

/** A code's figures in two periods. null: a figure that is not shown, or cannot be had without it. */
export interface Comparison {
  code: string
  now: number | null
  before: number | null
  /** now − before */
  change: number | null
  /** change in per cent of before; null also where before is 0 */
  percent: number | null
}

/**
 * The row totals of a table beside those of an earlier period, and the totals. A code that occurs in one period
 * only has 0 in the other. Codes stand in the order of their list.
 * @throws RangeError when the tables count different things
 */
export function compareTables(
  now: CountTable,
  before: CountTable,
): { rows: Comparison[]; total: Comparison } {
  if (now.unit !== before.unit || now.rowDimension !== before.rowDimension)
    throw new RangeError(`${now.name} and ${before.name} count different things`)
  const figures = (table: CountTable) =>
    new Map(table.rows.map((code, row) => [code, table.rowTotals[row] ?? null]))
  const [here, there] = [figures(now), figures(before)]
  // In a table withheld as a whole a code that is absent is not known to be zero.
  const absent = (table: CountTable) => (table.total === null ? null : 0)
  const figure = (of: Map<string, number | null>, code: string, table: CountTable) =>
    of.has(code) ? of.get(code)! : absent(table)
  const codes = orderCodes([...here.keys(), ...there.keys()], order(now.rowDimension))
  return {
    rows: codes.map((code) => compare(code, figure(here, code, now), figure(there, code, before))),
    total: compare('all', now.total, before.total),
  }
}

const order = (dimension: string) => (isDimension(dimension) ? dimensionCodes(dimension) : [])

function compare(code: string, now: number | null, before: number | null): Comparison {
  const change = now === null || before === null ? null : now - before
  return { code, now, before, change, percent: change === null || !before ? null : (change / before) * 100 }
}

/** Units per 1 000 residents; null where the figure is not shown or the population not known. */
export function perThousand(figure: number | null, residents: number | null | undefined): number | null {
  return figure === null || !residents ? null : (figure * 1000) / residents
}
