import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { planNotice } from '../../notices/plan.ts'
import { noticeLanguage } from '../engine/plan-notices.ts'
import { destroyOne } from './destroy.ts'
import { generaliseGaps, generaliseYear, keptYears } from './generalise.ts'
import { comingUp, type StandingRow } from './read-standings.ts'
import { retentionRules } from './rules.ts'

/** What one run found and did in one office. */
export interface RetentionRun {
  organisation: string
  /** rules the office has set; none: nothing is destroyed */
  rules: number
  /** told of for the first time, or at a nearer distance */
  warned: number
  /** over, and waiting for the shortest warning to run */
  told: number
  held: number
  review: number
  /** kept for good, their time being over */
  keep: number
  /** to be destroyed when the run began */
  due: number
  destroyed: number
  failed: { subject: string; id: string; number: string | null }[]
}

/**
 * Goes once through an office: tells of ends that come near, destroys what is over, and keeps the codes general enough.
 * Each case is a transaction of its own, so a run that was killed is taken up by the next.
 * @param dryRun looks only: nothing is told, destroyed or written
 */
export async function runRetention(
  house: House,
  organisation: string,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<RetentionRun> {
  const system = { kind: 'system' } as const
  const look = await inOffice(house, organisation, system, async (t) => ({
    rules: (await retentionRules(t)).length,
    rows: await comingUp(t),
  }))
  const of = (state: StandingRow['standing']['state']) =>
    look.rows.filter(({ standing }) => standing.state === state)
  const warned = dryRun
    ? (await inOffice(house, organisation, system, (t) => unwarned(t, look.rows))).length
    : await inOffice(house, organisation, system, (t) => warn(t, look.rows), { timeout: 120_000 })
  const due = of('due')
  const done: RetentionRun = {
    organisation,
    rules: look.rules,
    warned,
    told: of('told').length,
    held: of('held').length,
    review: of('review').length,
    keep: of('keep').length,
    due: due.length,
    destroyed: 0,
    failed: [],
  }
  if (dryRun) return done
  for (const row of due)
    try {
      if (await destroyOne(house, organisation, row)) done.destroyed++
    } catch (error) {
      const { subject, id, number } = row
      house.log.error({ subject, id, error: (error as Error).name }, 'not destroyed')
      done.failed.push({ subject, id, number })
    }
  await inOffice(
    house,
    organisation,
    system,
    async (t) => {
      for (const year of await keptYears(t)) {
        await generaliseYear(t, year)
        await generaliseGaps(t, year)
      }
    },
    { timeout: 300_000 },
  )
  return done
}

/** Every office served, one after the other: the nightly job. */
export async function runRetentionEverywhere(house: House): Promise<void> {
  for (const organisation of house.organisations) {
    const run = await runRetention(house, organisation)
    if (run.failed.length > 0) throw new Error(`${run.failed.length} not destroyed`)
  }
}

/** Cases whose end was not yet told of at the distance they have reached. */
async function unwarned(t: OfficeTransaction, rows: readonly StandingRow[]): Promise<StandingRow[]> {
  const near = rows.filter(
    ({ subject, standing }) => subject === 'case' && standing.stage !== null && standing.dueOn !== null,
  )
  if (near.length === 0) return []
  const told = await t.ask<{ key: string }>(
    `select case_id || ' ' || due_on || ' ' || days as key from retention_warning where case_id = any($1::uuid[])`,
    [near.map(({ id }) => id)],
  )
  const known = new Set(told.map(({ key }) => key))
  return near.filter(({ id, standing }) => !known.has(`${id} ${standing.dueOn} ${standing.stage}`))
}

/** Notes the warnings and sends each handler, and the leads, one notice with how many and from when. */
async function warn(t: OfficeTransaction, rows: readonly StandingRow[]): Promise<number> {
  await t.ask(`select pg_advisory_xact_lock(hashtextextended('retention ' || $1, 7270))`, [t.organisation])
  // Another run may have destroyed some meanwhile.
  const there = await t.ask<{ id: string }>(
    `select id::text as id from "case" where id = any($1::uuid[]) for key share`,
    [rows.map(({ id }) => id)],
  )
  const ids = new Set(there.map(({ id }) => id))
  const fresh = (await unwarned(t, rows)).filter(({ id }) => ids.has(id))
  if (fresh.length === 0) return 0
  await t.sql.retentionWarning.createMany({
    data: fresh.map(({ id, standing }) => ({
      organisation: t.organisation,
      caseId: id,
      dueOn: new Date(standing.dueOn!),
      days: standing.stage!,
      warnedAt: t.now,
    })),
    skipDuplicates: true,
  })
  const staff = await t.sql.staff.findMany({
    where: { organisation: t.organisation, active: true, role: { in: ['lead', 'ombudsman'] } },
    select: { id: true, role: true, language: true },
  })
  for (const { id, role, language } of staff) {
    const own = role === 'lead' ? fresh : fresh.filter(({ handlerId }) => handlerId === id)
    const first = own.map(({ standing }) => standing.dueOn!).sort()[0]
    if (!first) continue
    const today = dateInFinland(t.now).toString()
    planNotice(t, {
      template: 'staff-retention',
      language: noticeLanguage(language),
      staffId: id,
      facts: { count: String(own.length), firstOn: [first, today].sort().at(-1)! },
      path: '/desk/retention',
    })
  }
  return fresh.length
}
