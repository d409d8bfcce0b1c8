import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import type { Case } from '../database/generated/client.ts'
import { dateInFinland } from '../language/formats.ts'
import { NEAR_DAYS } from '../law/index.ts'
import { mayOn } from './gate.ts'

export interface CaseRow extends Omit<Case, 'snapshot' | 'personSealed' | 'accountSealed' | 'receiptHash'> {
  /** whether the person who looks may open it */
  opens: boolean
}

export interface CaseFilter {
  /** mine | unassigned | waiting | open | closed | all */
  view: 'mine' | 'unassigned' | 'waiting' | 'open' | 'closed' | 'all'
  handlerId?: string
  kind?: string
  serviceTask?: string
  municipality?: string
  language?: string
  urgent?: boolean
  /** only cases with these ids, for a search */
  ids?: string[]
}

/** Where a page of the list ends: what its last row is sorted by. Belongs to one view. */
export interface PageKey {
  /** opaque */
  due: string
  id: string
}

const COLUMNS = Prisma.sql`id, organisation, number, kind, workflow, workflow_version as "workflowVersion", state, tags, version,
  key_id as "keyId", person_unit as "personUnit", language, municipality, contact_person as "contactPerson",
  age_band as "ageBand", service_task as "serviceTask", service, provider_mode as "providerMode", nature, reasons,
  outcome, urgent, handler_id as "handlerId", opened_at as "openedAt", changed_at as "changedAt", closed_at as "closedAt",
  next_due as "nextDue", next_statutory as "nextStatutory", statutory_due as "statutoryDue", rights_due as "rightsDue", unread, restricted`

/**
 * Cases of a view, paged by key: `after` is what the page before gave as `next`.
 * Open views: a review or appeal time with fewer than five days left (or passed) tops all; then what is urgent and other
 * statutory clocks as near to their end; then by the clock that can run out first; a case without a clock comes last. Closed: what was closed last comes first. All: the newest
 * comes first. Only coded columns; nothing sealed is opened. Only rows the person at work may see.
 */
export async function listCases(
  t: OfficeTransaction,
  filter: CaseFilter,
  page: { after?: PageKey; size: number },
): Promise<{ rows: CaseRow[]; next: PageKey | null }> {
  const { sort, after, order } = sorting(t, filter.view)
  const where = [
    Prisma.sql`organisation = ${t.organisation}`,
    ...conditions(filter),
    await mayOn(t, 'case.row'),
  ]
  const opens = await mayOn(t, 'case.read')
  if (page.after) where.push(after(page.after))
  const rows = await t.sql.$queryRaw<(CaseRow & { sort: string })[]>`
    select ${COLUMNS}, ${opens} as opens, ${sort}::text as sort from "case" c where ${Prisma.join(where, ' and ')}
    order by ${order} limit ${page.size + 1}`
  const shown = rows.slice(0, page.size)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ sort: _, ...row }) => row),
    next: rows.length > page.size && last ? { due: last.sort, id: last.id } : null,
  }
}

interface Sorting {
  sort: Prisma.Sql
  order: Prisma.Sql
  after: (key: PageKey) => Prisma.Sql
}

function sorting(t: OfficeTransaction, view: CaseFilter['view']): Sorting {
  if (view === 'closed' || view === 'all') {
    const column = view === 'closed' ? Prisma.sql`closed_at` : Prisma.sql`opened_at`
    return {
      sort: column,
      order: Prisma.sql`${column} desc, id desc`,
      after: ({ due, id }) => Prisma.sql`(${column}, id) < (${due}::timestamptz, ${id}::uuid)`,
    }
  }
  const red = dateInFinland(t.now).add({ days: NEAR_DAYS }).toString()
  // One text that sorts as people mean it: 0 before 1 before 2 before the date.
  const sort = Prisma.sql`(case when rights_due < ${red}::date then '0' || rights_due::text
    when urgent or statutory_due < ${red}::date then '1' else '2' end || coalesce(next_due::text, '9999-12-31'))`
  return {
    sort,
    order: Prisma.sql`${sort}, id`,
    after: ({ due, id }) => Prisma.sql`(${sort}, id) > (${due}, ${id}::uuid)`,
  }
}

function conditions(filter: CaseFilter): Prisma.Sql[] {
  const is: Prisma.Sql[] = []
  if (filter.view === 'closed') is.push(Prisma.sql`closed_at is not null`)
  else if (filter.view !== 'all') is.push(Prisma.sql`closed_at is null`)
  if (filter.view === 'mine') is.push(Prisma.sql`handler_id = ${filter.handlerId}::uuid`)
  if (filter.view === 'unassigned') is.push(Prisma.sql`handler_id is null`)
  if (filter.view === 'waiting') is.push(Prisma.sql`tags && array['waiting-client', 'waiting-authority']`)
  if (filter.kind) is.push(Prisma.sql`kind = ${filter.kind}`)
  if (filter.serviceTask) is.push(Prisma.sql`service_task = ${filter.serviceTask}`)
  if (filter.municipality) is.push(Prisma.sql`municipality = ${filter.municipality}`)
  if (filter.language) is.push(Prisma.sql`language = ${filter.language}`)
  if (filter.urgent) is.push(Prisma.sql`urgent`)
  if (filter.ids) is.push(Prisma.sql`id = any(${filter.ids}::uuid[])`)
  return is
}

/** How many open cases each view holds, for the tabs. */
export async function countViews(
  t: OfficeTransaction,
  handlerId: string,
): Promise<{ mine: number; unassigned: number; waiting: number; open: number }> {
  const rows = await t.sql.$queryRaw<{ mine: number; unassigned: number; waiting: number; open: number }[]>`
    select count(*) filter (where handler_id = ${handlerId}::uuid)::int as mine,
           count(*) filter (where handler_id is null)::int as unassigned,
           count(*) filter (where tags && array['waiting-client', 'waiting-authority'])::int as waiting,
           count(*)::int as open
    from "case" c where organisation = ${t.organisation} and closed_at is null and ${await mayOn(t, 'case.row')}`
  return rows[0]!
}
