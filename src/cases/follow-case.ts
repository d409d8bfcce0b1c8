import { awayNow } from '../access/index.ts'
import { openDataKey } from '../custody/data-key.ts'
import { unsealText } from '../custody/seal.ts'
import { type House, inOffice, NO_OFFICE, type OfficeTransaction } from '../custody/transaction.ts'
import type { Case, Clock } from '../database/generated/client.ts'
import type { Deadline, Rule } from '../law/index.ts'
import { attachmentsOf, type CaseAttachment } from './attachments/read-attachments.ts'
import { auditRead } from './audit-read.ts'
import { readCaseNumber } from './case-number.ts'
import { feedbackGiven } from './feedback/slot.ts'
import { officeRules } from './law/office-rules.ts'
import type { ThreadMessage } from './read-case.ts'
import { receiptMatches } from './receipt.ts'
import { reviewTimeOf } from './review-time.ts'
import { type AccountParts, openAccount, openPerson, place } from './sealed-parts.ts'

export interface FollowedCase {
  case: Pick<
    Case,
    | 'id'
    | 'organisation'
    | 'number'
    | 'kind'
    | 'workflow'
    | 'workflowVersion'
    | 'snapshot'
    | 'state'
    | 'tags'
    | 'openedAt'
    | 'closedAt'
    | 'language'
    | 'outcome'
    | 'version'
    | 'municipality'
  >
  /** what the client hoped for when writing */
  wish: string | undefined
  /** the handler is away until the day named, ISO; whether somebody answers meanwhile */
  away?: { until: string; answered: boolean }
  /** whether an address for notices is known */
  hasEmail: boolean
  /** whether the office can reach the client by telephone, mail or letter */
  reachable: boolean
  messages: ThreadMessage[]
  /** the files that both sides see */
  attachments: CaseAttachment[]
  clocks: Clock[]
  /** the rules the office's clocks run by */
  rules: readonly Rule[]
  /** what was told of a decision, and by when a review of it must be requested by that */
  decision?: AccountParts['decision']
  reviewTime?: Deadline
  /** the client has said what the help was like; looked up, not kept with the case */
  feedbackGiven: boolean
  /** steps of the case, oldest first; without notes */
  events: { at: Date; type: string; actorKind: string; stateAfter: string[] }[]
}

/** Finds the case a number and receipt open. Null for a wrong receipt and for an unknown number alike, after the same work. */
export async function openWithReceipt(
  house: House,
  typedNumber: string,
  receipt: string,
): Promise<{ id: string; organisation: string } | null> {
  const number = readCaseNumber(typedNumber) ?? ''
  const rows = await house.prisma.$queryRaw<
    { id: string; organisation: string; receipt_hash: Uint8Array | null }[]
  >`
    select * from app.find_case(${number})`
  const found = rows[0]
  const matches = receiptMatches(house.keys, receipt, found?.receipt_hash ?? null)
  return found && matches ? { id: found.id, organisation: found.organisation } : null
}

/** A wrong code is recorded with the case it was tried on; one of a number that is none, with what belongs to no office. */
export async function recordWrongReceipt(house: House, typedNumber: string): Promise<void> {
  const [found] = await house.prisma.$queryRaw<{ id: string; organisation: string }[]>`
    select id, organisation from app.find_case(${readCaseNumber(typedNumber) ?? ''})`
  const subject = found ? ({ subjectKind: 'case', subjectId: found.id } as const) : {}
  await inOffice(house, found?.organisation ?? NO_OFFICE, { kind: 'anonymous' }, async (t) =>
    t.audit({ event: 'client.refused', ...subject }),
  )
}

/** What the client sees of the case. Marks the office's messages as read; recorded. */
export async function followCase(
  house: House,
  opened: { id: string; organisation: string },
): Promise<FollowedCase> {
  return inOffice(house, opened.organisation, { kind: 'client' }, (t) => readAsClient(t, opened.id))
}

async function readAsClient(t: OfficeTransaction, caseId: string): Promise<FollowedCase> {
  const row = await t.sql.case.findUniqueOrThrow({ where: { id: caseId } })
  // One after the other: a transaction has one connection.
  const orderBy = [{ at: 'asc' as const }, { id: 'asc' as const }]
  const clocks = await t.sql.clock.findMany({
    where: { caseId, state: { not: 'stopped' } },
    orderBy: { due: 'asc' },
  })
  const rules = await officeRules(t)
  const messages = await t.sql.message.findMany({ where: { caseId }, orderBy })
  const events = await t.sql.caseEvent.findMany({
    where: { caseId },
    orderBy,
    select: { at: true, type: true, actorKind: true, stateAfter: true },
  })
  const key = await openDataKey(t, row.keyId)
  if (messages.some((message) => message.sender !== 'client' && !message.readAt))
    await t.sql.message.updateMany({
      where: { caseId, sender: { not: 'client' }, readAt: null },
      data: { readAt: t.now },
    })
  await auditRead(t, 'case.read-by-client', caseId)
  const person = openPerson(key, row.keyId, row.personSealed)
  const account = openAccount(key, row.keyId, row.accountSealed)
  const away = row.handlerId && !row.closedAt ? (await awayNow(t)).get(row.handlerId) : undefined
  return {
    case: shownToClient(row),
    away: away && { until: away.until, answered: away.answers !== null },
    decision: account.decision,
    wish: account.desiredOutcome,
    reviewTime: reviewTimeOf(account, rules),
    hasEmail: Boolean(person.email),
    reachable: Boolean(person.phone || person.email || person.address),
    messages: messages.map((message) => ({
      id: message.id,
      at: message.at,
      from: message.sender as ThreadMessage['from'],
      staffId: null,
      text: unsealText(key, place.message(message.id), message.bodySealed),
      readAt: message.readAt,
    })),
    attachments: await attachmentsOf(t, caseId, 'client'),
    clocks,
    rules,
    feedbackGiven: await feedbackGiven(t, caseId),
    events,
  }
}

/** Nothing of who handles the case, and none of the office's pseudonyms and keys. */
function shownToClient(row: Case): FollowedCase['case'] {
  const { id, organisation, number, kind, workflow, workflowVersion, snapshot, state, tags } = row
  const { openedAt, closedAt, language, outcome, version, municipality } = row
  return {
    id,
    organisation,
    number,
    kind,
    workflow,
    workflowVersion,
    snapshot,
    state,
    tags,
    openedAt,
    closedAt,
    language,
    outcome,
    version,
    municipality,
  }
}
