import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  allowedEvents,
  currentWorkflow,
  REFUSALS,
  send,
  start,
  stateOf,
  UnknownSnapshot,
  workflowVersion,
} from '../../workflows/index.ts'
import { samplesOf } from '../../workflows/samples.ts'
import type { Party, Step, StoredSnapshot, WorkflowEvent } from '../../workflows/workflow.ts'
import { everyWorkflow, nameOf, nodesOf } from './charts.ts'
import { everyEvent } from './graph.ts'

const complaint = currentWorkflow('complaint')
const fresh = start(complaint, { urgent: false, hasContactAddress: true, consentGiven: false })

/** What the office (or who is named) does one after the other; a refusal stops the test. */
type Happening = string | WorkflowEvent | [WorkflowEvent, Party]
function caseAfter(...events: Happening[]): Step {
  return events.reduce<Step>((before, given) => {
    const [event, party] = Array.isArray(given) ? given : [asEvent(given), undefined]
    const result = send(complaint, before.snapshot, event, party)
    if ('refused' in result) throw new Error(`${event.type}: ${result.refused}`)
    return result
  }, fresh)
}
const asEvent = (given: string | WorkflowEvent): WorkflowEvent =>
  typeof given === 'string' ? { type: given } : given

const met = new Set<string>()
function refusal(before: Step, event: string | WorkflowEvent, party: Party = 'office'): string | undefined {
  const stored = structuredClone(before.snapshot)
  const result = send(complaint, before.snapshot, asEvent(event), party)
  expect(before.snapshot).toEqual(stored)
  if (!('refused' in result)) return undefined
  met.add(result.refused)
  for (const text of Object.values(result.texts)) expect(text).toMatch(/\p{Lu}.*[.!]/u)
  return result.refused
}

const sent: Happening[] = [
  'START_OBJECTION',
  'OFFER_DRAFT',
  [{ type: 'APPROVE_DRAFT' }, 'client'],
  { type: 'RECORD_SENT', sentOn: '2026-11-24' },
]

describe('what is refused, and why', () => {
  afterAll(() => {
    expect([...met].sort()).toEqual([...REFUSALS].sort())
  })
  it('an event nobody knows, or that is not one’s own', () => {
    expect(refusal(fresh, 'DANCE')).toBe('unknown-event')
    expect(refusal(fresh, 'TAKE', 'client')).toBe('not-yours')
    expect(refusal(caseAfter('ASK_CONSENT'), 'GIVE_CONSENT', 'office')).toBe('not-yours')
    const timer = fresh.timers[0]!.event.type
    expect(refusal(fresh, timer, 'client')).toBe('unknown-event')
    expect(refusal(fresh, timer, 'system')).toBeUndefined()
  })
  it('what the present state does not take', () => {
    expect(refusal(fresh, 'ASSESS')).toBe('not-now')
    expect(refusal(caseAfter('TAKE'), 'TAKE')).toBe('not-now')
  })
  it('naming the client to an authority without consent', () => {
    const naming = { type: 'ASK_AUTHORITY', identifiesClient: true, rule: 'TT7' }
    expect(refusal(fresh, naming)).toBe('consent-missing')
    expect(refusal(fresh, { ...naming, identifiesClient: false })).toBeUndefined()
    expect(refusal(caseAfter('RECORD_CONSENT'), naming)).toBeUndefined()
    expect(refusal(caseAfter('RECORD_CONSENT', 'WITHDRAW_CONSENT'), naming)).toBe('consent-missing')
  })
  it('a request to the unit before there is consent', () => {
    expect(refusal(caseAfter('START_MEDIATION'), 'SEND_REQUEST')).toBe('consent-missing')
    expect(
      refusal(caseAfter('START_MEDIATION', [{ type: 'GIVE_CONSENT' }, 'client']), 'SEND_REQUEST'),
    ).toBeUndefined()
  })
  it('consent that was not asked for, or given already', () => {
    expect(refusal(fresh, 'WITHDRAW_CONSENT', 'client')).toBe('not-now')
    expect(refusal(fresh, 'GIVE_CONSENT', 'client')).toBe('consent-not-asked')
    expect(refusal(caseAfter('RECORD_CONSENT'), 'ASK_CONSENT')).toBe('consent-given')
  })
  it('sending an objection its client has not approved', () => {
    const send = { type: 'RECORD_SENT', sentOn: '2026-11-24' }
    expect(refusal(caseAfter('START_OBJECTION'), send)).toBe('approval-missing')
    expect(refusal(caseAfter('START_OBJECTION', 'OFFER_DRAFT'), send)).toBe('approval-missing')
    expect(
      refusal(caseAfter('START_OBJECTION', 'OFFER_DRAFT', [{ type: 'APPROVE_DRAFT' }, 'client']), send),
    ).toBeUndefined()
    // Changed after approval: to be approved anew.
    expect(refusal(caseAfter('START_OBJECTION', 'RECORD_APPROVAL', 'OFFER_DRAFT'), send)).toBe(
      'approval-missing',
    )
  })
  it('calling resolved what still waits for an answer', () => {
    expect(refusal(caseAfter(...sent), { type: 'CLOSE', outcome: 'resolved' })).toBe('answer-awaited')
    expect(refusal(caseAfter(...sent), { type: 'CLOSE', outcome: 'remedy-pending' })).toBeUndefined()
    expect(
      refusal(caseAfter(...sent, 'OBJECTION_ANSWERED'), { type: 'CLOSE', outcome: 'resolved' }),
    ).toBeUndefined()
  })
  it('a plan without a decision', () => {
    expect(refusal(fresh, 'GIVE_PLAN')).toBe('decision-missing')
    expect(refusal(fresh, { type: 'FILED', filedOn: '2026-11-24' }, 'client')).toBe('decision-missing')
  })
  it('work on a closed case, and opening one that is open', () => {
    const closed = caseAfter({ type: 'CLOSE', outcome: 'advised' })
    expect(refusal(closed, 'TAKE')).toBe('case-ended')
    expect(refusal(fresh, { type: 'REOPEN', reopenReason: 'client-asked' })).toBe('case-open')
  })
})

describe('what holds always', () => {
  it.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))(
    'no delay ends a case of %s: a silent client is never closed out',
    (_, workflow) => {
      const delayed = nodesOf(workflow).flatMap((node) => node.after)
      expect(delayed.length).toBeGreaterThan(10)
      for (const { target } of delayed)
        expect(target?.some((node) => node.path[0] === 'ended') ?? false).toBe(false)
    },
  )
  it('a timer that comes too late changes nothing', () => {
    const taken = caseAfter('TAKE')
    for (const timer of fresh.timers.filter(({ id }) => id.includes('received'))) {
      expect(taken.cancelled).toContain(timer.id)
      expect(send(complaint, taken.snapshot, timer.event)).toEqual({
        snapshot: taken.snapshot,
        effects: [],
        timers: [],
        cancelled: [],
        changed: false,
      })
    }
  })
  it('a client’s silence pauses the office’s clock, and the reply lets it go on', () => {
    expect(caseAfter('ASK_CLIENT').effects).toContainEqual({
      type: 'pauseClock',
      params: { rule: 'OFFICE_ANSWER' },
    })
    expect(caseAfter('ASK_CLIENT', [{ type: 'MESSAGE_FROM_CLIENT' }, 'client']).effects).toContainEqual({
      type: 'resumeClock',
      params: { rule: 'OFFICE_ANSWER' },
    })
  })
  it('a decision starts the time of its own remedy; captured anew it ends the one counted wrong', () => {
    const decision = {
      type: 'CAPTURE_DECISION',
      remedy: 'review',
      decisionFrom: '2026-11-20',
      served: 'letter',
      instructions: 'right',
    }
    const captured = caseAfter(decision)
    expect(captured.effects).toContainEqual({
      type: 'startClock',
      params: { rule: 'OIK', statutory: true, from: 'decisionFrom', served: 'served', beside: true },
    })
    const other = send(complaint, captured.snapshot, { ...decision, remedy: 'appeal-admin-court' }) as Step
    expect(other.effects.slice(0, 1)).toEqual([{ type: 'stopClock', params: { rule: 'OIK' } }])
    expect(other.effects).toContainEqual(
      expect.objectContaining({ params: expect.objectContaining({ rule: 'VAL', statutory: true }) }),
    )
  })
  it('withdrawn consent stops mediation wherever it is, and the question to the authority', () => {
    const mediating = ['RECORD_CONSENT', 'START_MEDIATION'] as const
    for (const more of [[], ['SEND_REQUEST'], ['SEND_REQUEST', 'UNIT_REPLIED']] as const) {
      const stopped = caseAfter(...mediating, ...more, [{ type: 'WITHDRAW_CONSENT' }, 'client'])
      expect(stopped.snapshot.value).toMatchObject({ open: { mediation: 'stopped' } })
      expect(stopped.snapshot.context.consent).toBe('withdrawn')
    }
    const asked = caseAfter(
      'RECORD_CONSENT',
      { type: 'ASK_AUTHORITY', identifiesClient: true, rule: 'TT7' },
      [{ type: 'WITHDRAW_CONSENT' }, 'client'],
    )
    expect(asked.effects).toContainEqual({ type: 'stopClock', params: { rule: 'TT7' } })
    expect(asked.snapshot.value).toMatchObject({ open: { office: 'advising' } })
  })
  it('an urgent case tells the leads at once, and again when nobody has called', () => {
    const urgent = start(complaint, { urgent: true, hasContactAddress: false, consentGiven: false })
    expect(urgent.effects).toContainEqual({ type: 'remind', params: { reminder: 'urgent', escalate: true } })
    expect(urgent.timers.map(({ delayMs }) => delayMs)).toContain(4 * 3_600_000)
    expect(stateOf(complaint, urgent.snapshot).tags).toContain('urgent')
  })
})

describe.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))(
  'any history of %s',
  (_, workflow) => {
    const all = everyEvent(workflow)
    const history = fc
      .array(fc.nat(all.length - 1), { maxLength: 60 })
      .map((picks) => picks.map((pick) => all[pick]!))

    it('leaves a case that can go on, stored as coded JSON, and says beforehand what it takes', () => {
      fc.assert(
        fc.property(history, fc.boolean(), fc.boolean(), fc.boolean(), (events, urgent, address, consent) => {
          let snapshot: StoredSnapshot = start(workflow, {
            urgent,
            hasContactAddress: address,
            consentGiven: consent,
          }).snapshot
          for (const event of events) {
            const result = send(workflow, snapshot, event)
            if ('refused' in result) continue
            if (!result.changed) expect(result.snapshot).toBe(snapshot)
            snapshot = JSON.parse(JSON.stringify(result.snapshot))
            expect(snapshot).toEqual(result.snapshot)
          }
          expect(snapshot.status).toBe('active')
          expect(Object.keys(snapshot.context).sort()).toEqual(Object.keys(fresh.snapshot.context).sort())
          for (const party of ['office', 'client'] as const) {
            const offered = new Set(
              allowedEvents(workflow, snapshot, party).flatMap(({ type, refusal }) =>
                refusal ? [] : [type],
              ),
            )
            for (const [type, description] of Object.entries(workflow.events)) {
              const takes = samplesOf(type, description).some(
                (sample) => !('refused' in send(workflow, snapshot, sample, party)),
              )
              expect(offered.has(type), `${type} by ${party}`).toBe(takes)
            }
          }
        }),
        { numRuns: 25 },
      )
    })
  },
)

describe('a snapshot', () => {
  it('of another workflow, version or state is not restored', () => {
    const take = { type: 'TAKE' }
    const stored = fresh.snapshot
    expect(() => send(complaint, { ...stored, version: 99 }, take)).toThrow(UnknownSnapshot)
    expect(() => send(currentWorkflow('advice'), stored, take)).toThrow(UnknownSnapshot)
    expect(() => send(complaint, { ...stored, value: { open: { office: 'gone' } } }, take)).toThrow(
      UnknownSnapshot,
    )
    expect(() => send(complaint, { ...stored, value: 'gone' }, take)).toThrow(UnknownSnapshot)
    expect(() => workflowVersion('complaint', 99)).toThrow(UnknownSnapshot)
  })
})
