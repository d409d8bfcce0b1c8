import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import type { Case } from '../database/generated/client.ts'

export type CaseRow = Omit<Case, 'snapshot' | 'personSealed' | 'accountSealed' | 'receiptHash'>

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

/** Where a page of the list ends: the sort columns of its last row. */
export interface PageKey {
  due: string
  id: string
}

const COLUMNS = Prisma.sql`id, organisation, number, kind, workflow, workflow_version as "workflowVersion", state, tags, version,
  key_id as "keyId", person_unit as "personUnit", language, municipality, contact_person as "contactPerson",
  age_band as "ageBand", service_task as "serviceTask", service, provider_mode as "providerMode", nature, reasons,
  outcome, urgent, handler_id as "handlerId", opened_at as "openedAt", changed_at as "changedAt", closed_at as "closedAt",
  next_due as "nextDue", next_statutory as "nextStatutory", unread`

/**
 * Cases by the clock that can run out first; urgent ones and statutory clocks within five days before all.
 * Paged by key: `after` is the last row's. Only coded columns; nothing sealed is opened.
 */
export async function listCases(
  t: OfficeTransaction,
  filter: CaseFilter,
  page: { after?: PageKey; size: number },
): Promise<{ rows: CaseRow[]; next: PageKey | null }> {
  // One text that sorts as people mean it: 0 before 1 before the date; a case without a clock comes last.
  const sort = Prisma.sql`(case when closed_at is null and (urgent or (next_statutory and next_due <= (${t.now}::timestamptz)::date + 5))
    then '0' else '1' end || coalesce(next_due::text, '9999-12-31'))`
  const where = [Prisma.sql`organisation = ${t.organisation}`, ...conditions(filter)]
  if (page.after) where.push(Prisma.sql`(${sort}, id) > (${page.after.due}, ${page.after.id}::uuid)`)
  const rows = await t.sql.$queryRaw<(CaseRow & { sort: string })[]>`
    select ${COLUMNS}, ${sort} as sort from "case" where ${Prisma.join(where, ' and ')}
    order by sort, id limit ${page.size + 1}`
  const shown = rows.slice(0, page.size)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ sort: _, ...row }) => row),
    next: rows.length > page.size && last ? { due: last.sort, id: last.id } : null,
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
    from "case" where organisation = ${t.organisation} and closed_at is null`
  return rows[0]!
}
