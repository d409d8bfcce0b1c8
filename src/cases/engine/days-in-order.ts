import type { WorkflowEvent } from '../../../workflows/workflow.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { cases } from '../../language/catalogues/cases.ts'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { Refusal } from '../refusal.ts'
import { eventLabel } from '../timeline-texts.ts'
import type { CaseStanding } from '../workflow-of.ts'

/** What an event's day cannot be before: the day of the latest of these events on the case. */
const AFTER: Readonly<Record<string, { field: string; after: Readonly<Record<string, string>> }>> = {
  ACKNOWLEDGED: { field: 'receivedOn', after: { RECORD_SENT: 'sentOn', OBJECTION_ALREADY_SENT: 'sentOn' } },
  OBJECTION_ANSWERED: {
    field: 'answeredOn',
    after: { RECORD_SENT: 'sentOn', OBJECTION_ALREADY_SENT: 'sentOn', ASK_SUPPLEMENT: 'sentOn' },
  },
  FILED: { field: 'filedOn', after: { CAPTURE_DECISION: 'decisionFrom' } },
  DECIDED: { field: 'decidedOn', after: { FILED: 'filedOn' } },
  UNIT_REPLIED: { field: 'repliedOn', after: { SEND_REQUEST: 'sentOn' } },
}

/**
 * Refuses a day that cannot be: an answer before the question, a ruling before it was asked for. A slip in a year would
 * call an answer thousands of days late and end a wait for good.
 * Throws Refusal "field-invalid" with the field, the day and what happened on it in words.
 */
export async function daysInOrder(
  t: OfficeTransaction,
  row: CaseStanding & { id: string },
  event: WorkflowEvent,
): Promise<void> {
  const order = AFTER[event.type]
  const day = order && event[order.field]
  if (!order || typeof day !== 'string') return
  const before = await t.sql.caseEvent.findFirst({
    where: { caseId: row.id, type: { in: Object.keys(order.after) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { type: true, fields: true },
  })
  const earliest = before && (before.fields as Record<string, unknown>)[order.after[before.type]!]
  if (typeof earliest !== 'string' || day >= earliest) return
  const text = (lang: Lang) =>
    cases(lang)('refusal-day-order', {
      date: formatDate(lang, earliest),
      event: eventLabel(row, before!.type, lang),
    })
  throw new Refusal(
    'field-invalid',
    { event: event.type, field: order.field },
    { fi: text('fi'), sv: text('sv'), en: text('en') },
  )
}
