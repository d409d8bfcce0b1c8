import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { isLang, type Lang } from '../language/lang.ts'
import type { NoticeVariables } from './plan.ts'
import { MOST_ATTEMPTS } from './schedule.ts'
import { NOTICES, type NoticeName } from './template.ts'

export type NoticeState = 'planned' | 'sending' | 'sent' | 'waiting' | 'undelivered' | 'cancelled'

/** Views of the outbox: what needs somebody, what is on its way, what waits for a mail server, what went out. */
export const OUTBOX_VIEWS = ['undelivered', 'on-the-way', 'waiting', 'sent', 'cancelled', 'all'] as const
export type OutboxView = (typeof OUTBOX_VIEWS)[number]

const STATES: Record<OutboxView, NoticeState[] | null> = {
  undelivered: ['undelivered'],
  'on-the-way': ['planned', 'sending'],
  waiting: ['waiting'],
  sent: ['sent'],
  cancelled: ['cancelled'],
  all: null,
}

/** What is wrong with a notice, so that the page can say what to do. */
export type NoticeTrouble = 'refused' | 'gave-up' | 'text' | 'retrying' | 'no-server' | 'nobody'

export interface OutboxRow {
  id: string
  template: NoticeName
  audience: 'client' | 'staff' | 'authority'
  language: Lang
  state: NoticeState
  trouble: NoticeTrouble | null
  attempts: number
  plannedAt: Date
  nextAttemptAt: Date | null
  sentAt: Date | null
  caseId: string | null
  caseNumber: string | null
  /** code of the statechart's reminder, of a staff notice */
  reminder: string | null
  /** the mail server's words, without the address */
  lastAnswer: string | null
  /** as it went out, or is to go out from the outbox; null before the first attempt */
  subject: string | null
  text: string | null
  templateVersion: string
}

export interface OutboxFilter {
  view: OutboxView
  caseId?: string
  /** cases whose notices the person sees, as a condition on `c`; those of no case are always among them. None: all. */
  sees?: Prisma.Sql
}

/** Place in the list, newest first: the last row of the page before. */
export interface OutboxKey {
  plannedAt: Date
  id: string
}

/** Notices of the office, newest first; one more than `limit` is never given. */
export async function listOutbox(
  t: OfficeTransaction,
  { view, caseId, sees }: OutboxFilter,
  after?: OutboxKey,
  limit = 50,
): Promise<{ rows: OutboxRow[]; next: OutboxKey | null }> {
  const { sql } = Prisma
  const states = STATES[view]
  const of = [
    sql`n.organisation = ${t.organisation}`,
    seenOf(sees),
    ...(states ? [sql`n.state = any(${states}::text[])`] : []),
    ...(caseId ? [sql`n.case_id = ${caseId}::uuid`] : []),
    ...(after ? [sql`(n.planned_at, n.id) < (${after.plannedAt}, ${after.id}::uuid)`] : []),
  ]
  const ids = await t.sql.$queryRaw<{ id: string }[]>`
    select n.id from notice n where ${Prisma.join(of, ' and ')}
    order by n.planned_at desc, n.id desc limit ${limit + 1}`
  const found = await t.sql.notice.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
  })
  const rows = found.slice(0, limit).map(outboxRow)
  const last = rows.at(-1)
  return {
    rows,
    next: found.length > limit && last ? { plannedAt: last.plannedAt, id: last.id } : null,
  }
}

const seenOf = (sees?: Prisma.Sql): Prisma.Sql =>
  sees
    ? Prisma.sql`(n.case_id is null or exists (select 1 from "case" c where c.id = n.case_id and ${sees}))`
    : Prisma.sql`true`

/** How many notices each view holds, of those the person sees. */
export async function countOutbox(
  t: OfficeTransaction,
  sees?: Prisma.Sql,
): Promise<Record<OutboxView, number>> {
  const found = await t.sql.$queryRaw<{ state: string; count: number }[]>`
    select n.state, count(*)::int as count from notice n
    where n.organisation = ${t.organisation} and ${seenOf(sees)} group by n.state`
  const of = (view: OutboxView) =>
    found
      .filter((group) => !STATES[view] || STATES[view].includes(group.state as NoticeState))
      .reduce((sum, group) => sum + group.count, 0)
  return Object.fromEntries(OUTBOX_VIEWS.map((view) => [view, of(view)])) as Record<OutboxView, number>
}

/** One notice, or null. Recorded, for it shows its text. */
export async function readNotice(t: OfficeTransaction, id: string): Promise<OutboxRow | null> {
  const row = await t.sql.notice.findFirst({ where: { id, organisation: t.organisation } })
  if (row && t.actor.kind === 'staff')
    t.audit({ event: 'notice.read', subjectKind: 'notice', subjectId: id, details: { case: row.caseId } })
  return row && outboxRow(row)
}

function outboxRow(row: Prisma.NoticeGetPayload<object>): OutboxRow {
  const { facts, reminder } = row.variables as unknown as NoticeVariables
  const template = row.template as NoticeName
  return {
    id: row.id,
    template,
    audience: NOTICES[template].audience,
    language: isLang(row.language) ? row.language : 'fi',
    state: row.state as NoticeState,
    trouble: troubleOf(row),
    attempts: row.attempts,
    plannedAt: row.plannedAt,
    nextAttemptAt: row.nextAttemptAt,
    sentAt: row.sentAt,
    caseId: row.caseId,
    caseNumber: facts.caseNumber ?? null,
    reminder: reminder ?? null,
    lastAnswer: row.lastAnswer,
    subject: row.subject,
    text: row.text,
    templateVersion: row.templateVersion,
  }
}

/** What stands in a notice's way; null when nothing does. */
function troubleOf(row: {
  state: string
  attempts: number
  lastAnswer: string | null
}): NoticeTrouble | null {
  if (row.state === 'waiting') return 'no-server'
  if (row.state === 'cancelled') return row.lastAnswer === 'nobody to send it to' ? 'nobody' : null
  if (row.state === 'planned') return row.attempts ? 'retrying' : null
  if (row.state !== 'undelivered') return null
  if (row.lastAnswer?.startsWith('text: ')) return 'text'
  return row.attempts >= MOST_ATTEMPTS ? 'gave-up' : 'refused'
}
