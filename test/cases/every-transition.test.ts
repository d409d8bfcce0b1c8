import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent, fireTimer } from '../../src/cases/index.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { dateInFinland } from '../../src/language/formats.ts'
import { ruleOn } from '../../src/law/index.ts'
import { isTimerEvent, send, start, stateOf } from '../../workflows/index.ts'
import { OBJECTION_DAYS } from '../../workflows/v1/chart.ts'
import type {
  Effect,
  Party,
  Step,
  StoredSnapshot,
  Workflow,
  WorkflowEvent,
} from '../../workflows/workflow.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { everyWorkflow, nameOf } from '../workflows/charts.ts'
import { TODAY } from '../workflows/graph.ts'
import { coveringWalks, type Walk } from '../workflows/walks.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

/** What the database holds of a case, read past row-level security. */
interface Stored {
  snapshot: StoredSnapshot
  state: string[]
  tags: string[]
  version: number
  handler: string | null
  closed: boolean
  outcome: string | null
  nextDue: string | null
  events: number
  last: { type: string; before: string[]; after: string[]; fields: Record<string, unknown>; by: string }
  /** `own`: ended by hand, as it runs beside that of a further decision */
  clocks: { rule: string; state: string; due: string; started: string; own: boolean }[]
  notices: string[]
  audit: string[]
  jobs: string[]
  messages: number
}

async function stored(caseId: string): Promise<Stored> {
  const rows = await office.rows<{ it: Stored }>(
    `select json_build_object(
      'snapshot', c.snapshot, 'state', c.state, 'tags', c.tags, 'version', c.version, 'handler', c.handler_id,
      'closed', c.closed_at is not null, 'outcome', c.outcome, 'nextDue', c.next_due,
      'events', (select count(*) from case_event where case_id = c.id),
      'last', (select json_build_object('type', type, 'before', state_before, 'after', state_after, 'fields', fields, 'by', actor_kind)
        from case_event where case_id = c.id order by at desc, id desc limit 1),
      'clocks', (select coalesce(json_agg(json_build_object('rule', rule, 'state', state, 'due', due, 'started', started_on,
          'own', computation->>'evidence' is not null)), '[]')
        from clock where case_id = c.id),
      'notices', (select coalesce(json_agg(coalesce(variables->>'reminder', template) order by planned_at, id), '[]')
        from notice where case_id = c.id),
      'audit', (select coalesce(json_agg(details->>'type' order by seq), '[]') from audit_entry
        where subject_id = c.id::text and event = 'case.event'),
      'jobs', (select coalesce(json_agg(key), '[]') from graphile_worker.jobs where key like 'case-timer:' || c.id || ':%'),
      'messages', (select count(*) from message where case_id = c.id)
    ) as it from "case" c where id = $1`,
    caseId,
  )
  return rows[0]!.it
}

describe.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))(
  '%s in the database',
  (_, workflow) => {
    const { walks } = coveringWalks(workflow)
    it.each(
      walks.map(
        (walk, index) => [`${index + 1} (${walk.track}, ${walk.events.length} steps)`, walk] as const,
      ),
    )('goes where the chart goes: walk %s', async (_name, walk) => {
      await takeWalk(workflow, walk)
    })
    it('leaves an unbroken audit chain', async () => {
      expect(await verifyAudit(house.database.owner)).toMatchObject({ ok: true })
    })
  },
)

async function takeWalk(workflow: Workflow, walk: Walk): Promise<void> {
  const { input } = walk
  const { caseId } = await office.submit({
    kind: workflow.id,
    urgent: input.urgent,
    consentGiven: input.consentGiven,
    person: input.hasContactAddress
      ? { name: 'Aino Asiakas', email: 'aino@example.fi' }
      : { name: 'Aino Asiakas' },
  })
  let pure = start(workflow, input)
  const timers = new Set<string>()
  let now = await stored(caseId)
  expectCommitted(workflow, pure, now, timers, { address: input.hasContactAddress })
  for (const given of walk.events) {
    office.later(90)
    const event = withDays(withPeople(given))
    const party = partyOf(workflow, event)
    const result = send(workflow, pure.snapshot, event, party, knownToday())
    if ('refused' in result) throw new Error(`${event.type}: ${result.refused}`)
    const before = now
    if (party === 'system') {
      expect(before.jobs).toContain(`case-timer:${caseId}:${event.type}`)
      // As the worker does it: the job is locked, done, then gone. One planned meanwhile under its key is another job.
      const [job] = await office.rows<{ id: string }>(
        `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'test' where key = $1 returning id`,
        `case-timer:${caseId}:${event.type}`,
      )
      await fireTimer(house, { organisation: '08', caseId, timer: event.type, event: event.type })
      await office.rows('delete from graphile_worker._private_jobs where id = $1', job!.id)
      timers.delete(event.type)
    } else {
      const { type, ...fields } = event
      const note = workflow.events[type]!.note === 'required' ? 'Salaisia sanoja' : undefined
      await office.as(party === 'client' ? CLIENT : office.maija, (t) =>
        applyEvent(t, caseId, { type, fields, note, seenVersion: before.version }, party),
      )
    }
    pure = result
    now = await stored(caseId)
    expect(now.version).toBe(before.version + 1)
    expect(now.events).toBe(before.events + 1)
    expect(now.last).toMatchObject({ type: event.type, before: before.state, after: now.state })
    expect(now.last.by).toBe({ system: 'system', client: 'client', office: 'staff' }[party])
    const { type: _type, ...fields } = event
    expect(now.last.fields).toEqual(fields)
    expect(now.audit).toEqual([...before.audit, event.type])
    const writes = workflow.events[event.type]
    const spoken = writes?.note === 'required' && (writes.noteTo === 'client' || party === 'client')
    expect(now.messages).toBe(before.messages + (spoken ? 1 : 0))
    expectCommitted(workflow, pure, now, timers, { address: input.hasContactAddress, before, event })
  }
}

const partyOf = (workflow: Workflow, event: WorkflowEvent): Party =>
  isTimerEvent(event.type) ? 'system' : workflow.events[event.type]!.by[0]!

const withPeople = (event: WorkflowEvent): WorkflowEvent =>
  'staff' in event ? { ...event, staff: office.pekka.id } : event

/** The samples are made for one day; the house's time has moved on since. */
function withDays(event: WorkflowEvent): WorkflowEvent {
  const moved = (day: string) => {
    const days = Temporal.PlainDate.from(TODAY).until(day).days
    return dateInFinland(house.now()).add({ days }).toString()
  }
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? moved(value) : value,
    ]),
  ) as WorkflowEvent
}
const knownToday = () => ({ ...OBJECTION_DAYS, today: dateInFinland(house.now()).toString() })

/** Everything the step wanted is in the database, and nothing else of its kind. */
function expectCommitted(
  workflow: Workflow,
  step: Step,
  now: Stored,
  timers: Set<string>,
  given: { address: boolean; before?: Stored; event?: WorkflowEvent },
): void {
  expect(now.snapshot).toEqual(step.snapshot)
  expect({ state: now.state, tags: now.tags }).toEqual({
    state: stateOf(workflow, step.snapshot).paths,
    tags: stateOf(workflow, step.snapshot).tags,
  })
  for (const id of step.cancelled) timers.delete(id)
  for (const { id } of step.timers) timers.add(id)
  expect(now.jobs.map((key) => key.split(':').slice(2).join(':')).sort()).toEqual([...timers].sort())
  const running = now.clocks.filter((clock) => clock.state === 'running').map((clock) => clock.due)
  expect(now.nextDue).toBe(running.sort()[0] ?? null)
  expect(now.closed).toBe(
    step.snapshot.value.constructor === Object && 'ended' in (step.snapshot.value as object),
  )
  expectNotices(step.effects, now, given)
  for (const effect of lastOfEachRule(step.effects)) expectClock(effect, now, given)
  for (const effect of step.effects) expectEffect(effect, now, given.event)
}

function expectNotices(effects: Effect[], now: Stored, given: { address: boolean; before?: Stored }): void {
  const added = [...now.notices]
  for (const known of given.before?.notices ?? []) added.splice(added.indexOf(known), 1)
  const wanted = effects.flatMap((effect) => {
    if (effect.type === 'notice') return given.address ? [effect.params.template] : []
    if (effect.type === 'remind') return [effect.params.reminder]
    return []
  })
  expect([...new Set(added)].sort()).toEqual([...new Set<string>(wanted)].sort())
  // A mail to the client goes once; a reminder to each who is to know.
  for (const effect of effects)
    if (effect.type === 'notice' && given.address)
      expect(added.filter((name) => name === effect.params.template)).toHaveLength(
        wanted.filter((name) => name === effect.params.template).length,
      )
}

type ClockEffect = Extract<Effect, { type: 'startClock' | 'stopClock' | 'pauseClock' | 'resumeClock' }>
function lastOfEachRule(effects: Effect[]): ClockEffect[] {
  const last = new Map<string, ClockEffect>()
  for (const effect of effects)
    if (effect.type.endsWith('Clock')) last.set((effect as ClockEffect).params.rule, effect as ClockEffect)
  return [...last.values()]
}

function expectClock(
  effect: ClockEffect,
  now: Stored,
  given: { before?: Stored; event?: WorkflowEvent },
): void {
  const { rule } = effect.params
  const ofChart = now.clocks.filter((clock) => clock.rule === rule && !clock.own)
  const states = ofChart.map((clock) => clock.state)
  const before = (given.before?.clocks ?? [])
    .filter((clock) => clock.rule === rule)
    .map((clock) => clock.state)
  if (effect.type === 'startClock') {
    const from = effect.params.from === 'now' ? undefined : given.event?.[effect.params.from]
    const started = typeof from === 'string' ? from : dateInFinland(house.now()).toString()
    const timed = ruleOn(rule, started)
    if (!timed || timed.unit === 'none') return
    expect(
      states.filter((state) => state === 'running'),
      rule,
    ).toHaveLength(1)
    expect(ofChart.find((clock) => clock.state === 'running')!.started).toBe(started)
  } else if (effect.type === 'stopClock') expect(states.filter((state) => state !== 'stopped')).toEqual([])
  else if (effect.type === 'pauseClock') expect(states.filter((state) => state === 'running')).toEqual([])
  else
    expect(
      states.filter((state) => state === 'paused'),
      `${rule} after ${before}`,
    ).toEqual([])
}

function expectEffect(effect: Effect, now: Stored, event?: WorkflowEvent): void {
  if (effect.type === 'close') expect(now.outcome).toBe(effect.params.outcome)
  if (effect.type === 'reopen') expect(now.outcome).toBeNull()
  if (effect.type === 'assign')
    expect(now.handler).toBe(
      { actor: office.maija.id, nobody: null, named: event?.staff as string }[effect.params.to],
    )
  if (effect.type === 'assignIfFree') expect(now.handler).not.toBeNull()
}
