import { type Actor, type House, inOffice } from '../../custody/transaction.ts'
import type { Audience } from '../read-statistics.ts'
import { releaseTables } from '../release/release-tables.ts'
import { type GapTables, gapTables, gapTablesByName } from './gap-tables.ts'

/**
 * A year's gaps for an audience. Reading them is audited; outside the office they go through the release function, all
 * of them together, the same as the reports tell.
 */
export async function readGapStatistics(
  house: House,
  actor: Actor,
  { organisation, audience, year }: { organisation: string; audience: Audience; year: number },
): Promise<{ tables: GapTables; suppressed: number }> {
  const counted = await inOffice(house, organisation, actor, async (t) => {
    t.audit({
      event: 'statistics.read',
      details: { year, audience, rows: 'gaps', columns: null, unit: 'gap' },
    })
    return gapTables(t, year)
  })
  if (audience === 'office') return { tables: gapTablesByName(counted), suppressed: 0 }
  const { tables, suppressed } = releaseTables(counted)
  return { tables: gapTablesByName(tables), suppressed }
}
