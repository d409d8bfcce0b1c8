import type { Effect, WorkflowEvent } from '../../../workflows/workflow.ts'
import { caseFacts, decide, personOf } from '../../access/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { isService, type Service } from '../../law/index.ts'
import { consentFollows } from '../mediation/consent-follows.ts'
import { Refusal } from '../refusal.ts'
import { canHandle } from '../who/can-handle.ts'
import { pauseClock, resumeClock, startClock, stopClock } from './case-clocks.ts'
import type { CaseAtWork } from './case-row.ts'
import { planClientNotice, planReminder } from './plan-notices.ts'

/** Carries out what the statechart wants done, in its order, in the transaction of the transition. */
export async function runEffects(
  t: OfficeTransaction,
  work: CaseAtWork,
  effects: readonly Effect[],
  event: WorkflowEvent,
): Promise<void> {
  for (const effect of effects) await runEffect(t, work, effect, event)
}

async function runEffect(
  t: OfficeTransaction,
  work: CaseAtWork,
  effect: Effect,
  event: WorkflowEvent,
): Promise<void> {
  switch (effect.type) {
    case 'notice':
      return planClientNotice(t, work, effect.params.template)
    case 'remind':
      return planReminder(t, work, effect.params.reminder, effect.params.escalate)
    case 'startClock':
      return startClock(t, work, {
        rule: effect.params.rule,
        from: dateField(event, effect.params.from),
        field: effect.params.from,
        beside: effect.params.beside,
        served: effect.params.served ? serviceField(event, effect.params.served) : undefined,
      })
    case 'stopClock':
      return stopClock(t, work, effect.params.rule)
    case 'pauseClock':
      return pauseClock(t, work, effect.params.rule)
    case 'resumeClock':
      return resumeClock(t, work, effect.params.rule)
    case 'assign':
      return assign(t, work, effect.params, event)
    case 'assignIfFree':
      if (handlerOf(work) !== null || t.actor.kind !== 'staff') return
      // Whoever takes a call in a matter that is locked for them does not get the case with it.
      if (await canHandle(t, work.row.id, t.actor.id)) await assign(t, work, { to: 'actor' }, event)
      return
    case 'close':
      work.change.outcome = effect.params.outcome
      work.change.closedAt = t.now
      await t.sql.contact.updateMany({
        where: { caseId: work.row.id, outcome: null },
        data: { outcome: effect.params.outcome },
      })
      return
    case 'reopen':
      // How it ended is open again, on its contacts too.
      await t.sql.contact.updateMany({
        where: { caseId: work.row.id, outcome: work.row.outcome },
        data: { outcome: null },
      })
      work.change.outcome = null
      work.change.closedAt = null
      return
    case 'flagUrgent':
      work.change.urgent = effect.params.urgent
      return
    case 'consent':
      // The statechart remembers whether there is consent; its scope and days stand in a table of their own.
      return consentFollows(t, work, effect.params.state, effect.params.how)
    case 'action':
      return addAction(t, work, effect.params.action)
  }
}

const textField = (event: WorkflowEvent, name: string): string | undefined =>
  typeof event[name] === 'string' ? (event[name] as string) : undefined
const dateField = (event: WorkflowEvent, name: string): string | undefined =>
  name === 'now' ? undefined : textField(event, name)

const handlerOf = (work: CaseAtWork): string | null =>
  work.change.handlerId === undefined ? work.row.handlerId : work.change.handlerId

async function assign(
  t: OfficeTransaction,
  work: CaseAtWork,
  params: Extract<Effect, { type: 'assign' }>['params'],
  event: WorkflowEvent,
): Promise<void> {
  // What was put back into the queue could be taken from there.
  if (params.to === 'nobody' && t.actor.kind === 'staff') await mayTakeOver(t, work)
  if (params.to === 'nobody') work.change.handlerId = null
  else if (params.to === 'named') work.change.handlerId = await namedHandler(t, work, event, params.field)
  else if (t.actor.kind === 'staff') {
    await mayTakeOver(t, work)
    work.change.handlerId = t.actor.id
  }
  t.audit({
    event: 'case.assigned',
    subjectKind: 'case',
    subjectId: work.row.id,
    details: { to: handlerOf(work) },
  })
}

/** Only someone who works in this office now can be given a case, and nobody for whom it is locked. */
async function namedHandler(
  t: OfficeTransaction,
  work: CaseAtWork,
  event: WorkflowEvent,
  field: string,
): Promise<string> {
  const id = textField(event, field)
  const is = id && UUID.test(id) && (await canHandle(t, work.row.id, id))
  if (!is) throw new Refusal('field-invalid', { event: event.type, field })
  if (t.actor.kind === 'staff' && id === t.actor.id) await mayTakeOver(t, work)
  return id
}

/**
 * Giving oneself a case that a colleague handles opens its content for good, so it takes a right to read it that lasts.
 * A glass broken for a day is none: a colleague can be given the case, or its handler names who opened it.
 */
async function mayTakeOver(t: OfficeTransaction, work: CaseAtWork): Promise<void> {
  const { handlerId } = work.row
  if (!handlerId || (t.actor.kind === 'staff' && handlerId === t.actor.id)) return
  const person = await personOf(t)
  const facts = person && (await caseFacts(t, work.row.id))
  if (!person || !facts || !decide(person, 'case.read', { ...facts, opened: [] }).allowed)
    throw new Refusal('not-yours', { case: work.row.id })
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** What the office did is counted on the contact that led to it: the latest one of the case. */
async function addAction(t: OfficeTransaction, work: CaseAtWork, action: string): Promise<void> {
  await t.sql.$executeRaw`
    update contact set actions = array_append(actions, ${action})
    where id = (select id from contact where case_id = ${work.row.id}::uuid order by at desc, id desc limit 1)
      and not actions @> array[${action}]`
}

function serviceField(event: WorkflowEvent, name: string): Service | undefined {
  const value = textField(event, name)
  return value && isService(value) ? value : undefined
}
