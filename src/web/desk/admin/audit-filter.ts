import { verdictOn } from '../../../access/index.ts'
import { readCaseNumber } from '../../../cases/index.ts'
import { AUDIT_EVENTS } from '../../../custody/audit-events.ts'
import type { OfficeTransaction } from '../../../custody/transaction.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { startOfDay } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type DateParts, dateParts, type FieldError, readDate } from '../../ui/parts.ts'

/** Kinds of things the log can be narrowed to. */
export const AREAS = [
  'case',
  'contact',
  'notice',
  'staff',
  'session',
  'report',
  'summary',
  'organisation',
  'rule',
] as const

/** What the address asks of the log, as it was typed. */
export interface AuditFilter {
  area?: (typeof AREAS)[number]
  who: string
  event: string
  number: string
  from: DateParts
  to: DateParts
}

const WHO = /^(client|system|anonymous|[0-9a-f-]{36})$/

export function readFilter(query: Record<string, string>): AuditFilter {
  const event = AUDIT_EVENTS.find((one) => one === query.event) ?? ''
  const who = WHO.test(query.who ?? '') ? query.who! : ''
  return {
    area: AREAS.find((one) => one === query.area),
    who,
    event,
    number: (query.number ?? '').trim().slice(0, 40),
    from: dateParts(query, 'from'),
    to: dateParts(query, 'to'),
  }
}

/** Whether anything beside the kind of thing is asked for. */
export const isNarrowed = ({ who, event, number, from, to }: AuditFilter): boolean =>
  Boolean(who || event || number || [from, to].some(({ day, month, year }) => day || month || year))

/** The filter as the words of an address, so that a page can be kept and passed on. */
export function addressOf(filter: AuditFilter, more: Record<string, string> = {}): string {
  const date = (name: 'from' | 'to') =>
    (['day', 'month', 'year'] as const).map((part) => [`${name}-${part}`, filter[name][part]] as const)
  const words = [
    ['area', filter.area ?? ''],
    ['who', filter.who],
    ['event', filter.event],
    ['number', filter.number],
    ...date('from'),
    ...date('to'),
    ...Object.entries(more),
  ].filter(([, value]) => value) as [string, string][]
  return words.length > 0 ? `?${new URLSearchParams(words)}` : ''
}

/** The filter as a condition on the log; or what has to be put right in it. */
export async function conditionOf(t: OfficeTransaction, filter: AuditFilter, lang: Lang) {
  const say = auditLog(lang)
  const errors: FieldError[] = []
  const [from, to] = [readDate(filter.from), readDate(filter.to)]
  if (from === 'invalid') errors.push({ field: 'from', message: say('date-wrong') })
  if (to === 'invalid') errors.push({ field: 'to', message: say('date-wrong') })
  const days = { from: from === 'invalid' ? null : from, to: to === 'invalid' ? null : to }
  if (days.from && days.to && days.to.toString() < days.from.toString())
    errors.push({ field: 'to', message: say('date-order') })
  const number = filter.number ? readCaseNumber(filter.number) : null
  let caseId: string | null = null
  if (filter.number && !number) errors.push({ field: 'number', message: say('case-wrong') })
  else if (number) {
    caseId = await caseOf(t, number)
    if (!caseId) errors.push({ field: 'number', message: say('case-unknown') })
  }
  const actor = /^[0-9a-f-]{36}$/.test(filter.who) ? { actorId: filter.who } : { actorKind: filter.who }
  const where = {
    organisation: t.organisation,
    ...(filter.area ? { subjectKind: filter.area } : {}),
    ...(filter.event ? { event: filter.event } : {}),
    ...(filter.who ? actor : {}),
    ...(days.from || days.to
      ? {
          at: {
            ...(days.from ? { gte: startOfDay(days.from) } : {}),
            ...(days.to ? { lt: startOfDay(days.to.add({ days: 1 })) } : {}),
          },
        }
      : {}),
    ...(caseId
      ? { OR: [{ subjectKind: 'case', subjectId: caseId }, { details: { path: ['case'], equals: caseId } }] }
      : {}),
  }
  return { where, errors }
}

async function caseOf(t: OfficeTransaction, number: string): Promise<string | null> {
  const found = await t.sql.case.findUnique({ where: { number }, select: { id: true } })
  // Of a case that is none of the reader's the log is as silent as of one that never was.
  if (found) return (await verdictOn(t, 'case.why', found.id)) === 'yes' ? found.id : null
  // What was done with a case stays in the log when the case is destroyed.
  const gone = await t.sql.destruction.findFirst({
    where: { organisation: t.organisation, number },
    select: { subjectId: true },
  })
  return gone?.subjectId ?? null
}
