import { estimateOf } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import type { BenefitGap } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import { factsOf, type GapFigures } from '../../law/index.ts'
import { amountOnOf } from '../../statistics/index.ts'
import { mayOn } from '../gate.ts'
import { officeRules } from '../law/office-rules.ts'
import { closedOn } from './closed-on.ts'
import { seesLone } from './lone-gate.ts'
import { standingFigures } from './standing-figures.ts'

export interface GapFilter {
  state: 'open' | 'closed'
  cause?: string
  authority?: string
  municipality?: string
}

/** Where a page of the board ends: what its last row is sorted by. */
export interface GapKey {
  /** ISO day */
  since: string
  id: string
}

export type GapRow = Omit<BenefitGap, 'noteSealed' | 'keyId'> & { caseNumber: string | null }

const COLUMNS = Prisma.sql`g.id, g.organisation, g.case_id as "caseId", g.contact_id as "contactId", g.found_at as "foundAt",
  g.year, g.month, g.municipality, g.benefit, g.authority, g.cause, g.applied_at as "appliedAt", g.supplements,
  g.decided_at as "decidedAt", g.paid_at as "paidAt", g.rule, g.rule_from as "ruleFrom", g.due_at as "dueAt",
  g.last_income_at as "lastIncomeAt", g.household, g.bridging, g.hand_offs as "handOffs", g.effects, g.urgent, g.state,
  g.closed_at as "closedAt", g.closed_year as "closedYear", g.closed_month as "closedMonth", g.corrected,
  g.too_late as "tooLate", g.follow_up_on as "followUpOn", g.since_on as "sinceOn", g.recorded_by as "recordedBy",
  g.changed_at as "changedAt", g.version`

/**
 * Gaps with what follows from them, those that have lasted longest first, paged by key. Coded columns only.
 * The index (organisation, state, since_on, id) gives them in this order; see test/cases/gaps/list-gaps.test.ts.
 */
export async function listGaps(
  t: OfficeTransaction,
  filter: GapFilter,
  page: { after?: GapKey; size: number },
): Promise<{ rows: (GapRow & { figures: GapFigures })[]; next: GapKey | null }> {
  const rows = await t.sql.$queryRaw<GapRow[]>(
    gapQuery(t.organisation, filter, page, await mayOn(t, 'case.row'), await seesLone(t)),
  )
  const shown = rows.slice(0, page.size)
  const last = shown.at(-1)
  const today = dateInFinland(t.now).toString()
  const rules = await officeRules(t)
  const amountOn = await amountOnOf(t)
  return {
    rows: shown.map((row) => ({
      ...row,
      figures: standingFigures(factsOf(row, estimateOf(row.benefit), closedOn(row)), {
        today,
        rules,
        amountOn,
      }),
    })),
    next:
      rows.length > page.size && last
        ? { since: last.sinceOn.toISOString().slice(0, 10), id: last.id }
        : null,
  }
}

/**
 * The statement of a page, one row more than asked for; apart, so that a test can have it explained. A gap of which
 * nothing but codes is left, since its case was destroyed, is in the figures only.
 */
export function gapQuery(
  organisation: string,
  filter: GapFilter,
  { after, size }: { after?: GapKey; size: number },
  seen: Prisma.Sql = Prisma.sql`true`,
  lone: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  const where = [Prisma.sql`g.organisation = ${organisation}`, Prisma.sql`g.state = ${filter.state}`]
  if (filter.cause) where.push(Prisma.sql`g.cause = ${filter.cause}`)
  if (filter.authority) where.push(Prisma.sql`g.authority = ${filter.authority}`)
  if (filter.municipality) where.push(Prisma.sql`g.municipality = ${filter.municipality}`)
  if (after) where.push(Prisma.sql`(g.since_on, g.id) > (${after.since}::date, ${after.id}::uuid)`)
  return Prisma.sql`
    select ${COLUMNS}, c.number as "caseNumber" from benefit_gap g left join "case" c on c.id = g.case_id
    where ${Prisma.join(where, ' and ')} and (case when g.case_id is null then ${lone} else ${seen} end)
      and coalesce(g.case_id, g.contact_id) is not null order by g.since_on, g.id limit ${size + 1}`
}

/** How many gaps are open now, and how many of them are urgent. */
export async function countOpenGaps(t: OfficeTransaction): Promise<{ open: number; urgent: number }> {
  const rows = await t.sql.$queryRaw<{ open: number; urgent: number }[]>`
    select count(*)::int as open, count(*) filter (where g.urgent and g.paid_at is null)::int as urgent
    from benefit_gap g left join "case" c on c.id = g.case_id
    where g.organisation = ${t.organisation} and g.state = 'open'
      and (case when g.case_id is null then ${await seesLone(t)} else ${await mayOn(t, 'case.row')} end) and coalesce(g.case_id, g.contact_id) is not null`
  return rows[0]!
}
