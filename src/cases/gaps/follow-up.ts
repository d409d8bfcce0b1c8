import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Clock } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import { clockRow, dueColumns } from '../engine/case-clocks.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { lockGap } from './lock-gap.ts'

/** The office's own target: asks what came of a fact sheet. */
export const FOLLOW_UP_RULE = 'OFFICE_GAP'

/** Starts the clock of a sheet that was made; its handler is reminded as of every clock. */
export async function startFollowUp(t: OfficeTransaction, work: CaseAtWork): Promise<Clock | null> {
  const row = clockRow(t, work.row.id, { rule: FOLLOW_UP_RULE }, await officeRules(t))
  // An office that set itself no time for it is not reminded.
  if (!row) return null
  t.insert('clock', { ...row, computation: row.computation as object })
  work.clocks.push(row)
  await showDue(t, work)
  return row
}

/** Stops every clock of a gap's sheets that still runs. */
export async function stopFollowUps(t: OfficeTransaction, work: CaseAtWork, gapId: string): Promise<void> {
  const sheets = await t.sql.gapSheet.findMany({ where: { gapId, clockId: { not: null } } })
  const ids = new Set(sheets.map(({ clockId }) => clockId))
  const running = work.clocks.filter(({ id, state }) => ids.has(id) && state !== 'stopped')
  if (running.length === 0) return
  const stoppedOn = new Date(`${dateInFinland(t.now)}T00:00:00Z`)
  await t.sql.clock.updateMany({
    where: { id: { in: running.map(({ id }) => id) } },
    data: { state: 'stopped', stoppedOn },
  })
  for (const clock of running) Object.assign(clock, { state: 'stopped', stoppedOn })
  await showDue(t, work)
}

/** The office has asked what came of its sheets: their clocks stop. Throws Refusal "not-now" when none runs. */
export async function followedUp(t: OfficeTransaction, gapId: string): Promise<void> {
  const { work } = await lockGap(t, gapId)
  const before = work?.clocks.filter(({ state }) => state === 'running').length ?? 0
  if (work) await stopFollowUps(t, work, gapId)
  if (!work || work.clocks.filter(({ state }) => state === 'running').length === before)
    throw new Refusal('not-now')
  t.audit({ event: 'gap.followed-up', subjectKind: 'gap', subjectId: gapId })
}

const showDue = (t: OfficeTransaction, { row, clocks }: CaseAtWork) =>
  t.sql.case.update({ where: { id: row.id }, data: { ...dueColumns(clocks), changedAt: t.now } })
