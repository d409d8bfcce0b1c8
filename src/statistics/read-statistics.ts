import { type Actor, type House, inOffice } from '../custody/transaction.ts'
import { countContacts, type TableSpec } from './count-contacts.ts'
import { releaseTables } from './release/release-tables.ts'
import type { CountTable, Unit } from './table.ts'

export const AUDIENCES = ['office', 'authority', 'public'] as const
/** Who gets the figures: the office sees all, others what the release function lets out. */
export type Audience = (typeof AUDIENCES)[number]

/** One table as somebody asks for it. */
export interface Question extends Pick<TableSpec, 'rows' | 'columns'> {
  organisation: string
  audience: Audience
  year: number
  unit: Unit
  municipality?: string
}

/**
 * Counts one table for an audience. Reading it is audited; outside the office it goes through the release function,
 * as a publication of its own: tables that the same readers get belong together in one `releaseTables`.
 */
export async function readStatistics(
  house: House,
  actor: Actor,
  { organisation, audience, year, municipality, rows, columns, unit }: Question,
): Promise<{ table: CountTable; suppressed: number }> {
  const table = await inOffice(house, organisation, actor, async (t) => {
    t.audit({ event: 'statistics.read', details: { year, audience, rows, columns: columns ?? null, unit } })
    return countContacts(t, {
      year,
      rows,
      unit,
      ...(columns ? { columns } : {}),
      ...(municipality ? { municipality } : {}),
    })
  })
  if (audience === 'office') return { table, suppressed: 0 }
  const [released] = releaseTables([table]).tables
  return { table: released!, suppressed: released!.suppressed }
}
