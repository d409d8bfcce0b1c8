import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
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
}

/** Place in the list, newest first: the last row of the page before. */
export interface OutboxKey {
  plannedAt: Date
  id: string
}

/** Notices of the office, newest first; one more than `limit` is never given. */
export async function listOutbox(
  t: OfficeTransaction,
  { view, caseId }: OutboxFilter,
  after?: OutboxKey,
  limit = 50,
): Promise<{ rows: OutboxRow[]; next: OutboxKey | null }> {
  const states = STATES[view]
  const where: Prisma.NoticeWhereInput = {
    organisation: t.organisation,
    ...(states ? { state: { in: states } } : {}),
    ...(caseId ? { caseId } : {}),
    ...(after
      ? {
          OR: [{ plannedAt: { lt: after.plannedAt } }, { plannedAt: after.plannedAt, id: { lt: after.id } }],
        }
      : {}),
  }
  const found = await t.sql.notice.findMany({
    where,
    orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const rows = found.slice(0, limit).map(outboxRow)
  const last = rows.at(-1)
  return {
    rows,
    next: found.length > limit && last ? { plannedAt: last.plannedAt, id: last.id } : null,
  }
}

/** How many notices each view holds. */
export async function countOutbox(t: OfficeTransaction): Promise<Record<OutboxView, number>> {
  const found = await t.sql.notice.groupBy({
    by: ['state'],
    where: { organisation: t.organisation },
    _count: true,
  })
  const of = (view: OutboxView) =>
    found
      .filter((group) => !STATES[view] || STATES[view].includes(group.state as NoticeState))
      .reduce((sum, group) => sum + group._count, 0)
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
