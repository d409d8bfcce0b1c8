import { runOnce } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  applyEvent,
  fireTimer,
  Refusal,
  recodeCase,
  refusalText,
  sendToClient,
  type TimerJob,
} from '../../src/cases/index.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import { quietLogger } from '../../src/database/quiet-logger.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, matter, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())
beforeEach(() => office.later())

const TABLES = [
  '"case"',
  'case_event',
  'message',
  'clock',
  'contact',
  'notice',
  'blind_index',
  'data_key',
  'audit_entry',
  'audit_head',
]

/** Everything the office's tables and the jobs hold, so that "nothing changed" can be said of all of it. */
async function everything(): Promise<string> {
  const parts = await Promise.all(
    [...TABLES, 'graphile_worker.jobs'].map((table) =>
      office.rows<{ all: string }>(
        `select coalesce(string_agg(r::text, '|' order by r::text), '') as all from ${table} r`,
      ),
    ),
  )
  return parts.map(([row]) => row!.all).join('\n')
}

const refused = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('was not refused')
    },
    (error) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )

describe('an event that is refused changes nothing', () => {
  it.each([
    ['the present state does not take it', { type: 'ASSESS', fields: { satisfied: 'yes' } }, 'not-now'],
    ['nobody knows it', { type: 'DANCE' }, 'not-now'],
    ['a field is missing', { type: 'CLOSE' }, 'field-missing'],
    ['a code is not of its list', { type: 'CLOSE', fields: { outcome: 'splendid' } }, 'field-invalid'],
    ['a choice is not offered', { type: 'SET_URGENT', fields: { urgentReason: 'boredom' } }, 'field-invalid'],
    ['a date is none', { type: 'OBJECTION_ALREADY_SENT', fields: { sentOn: '2026-02-30' } }, 'field-invalid'],
    ['a text is missing', { type: 'ANSWER', note: '   ' }, 'note-missing'],
    ['a text is too long', { type: 'ANSWER', note: 'x'.repeat(20_001) }, 'too-long'],
    ['the one named does not work here', { type: 'ASSIGN', fields: { staff: newId() } }, 'field-invalid'],
    ['the one named is no id', { type: 'ASSIGN', fields: { staff: 'Pekka' } }, 'field-invalid'],
    ['the case was changed since', { type: 'TAKE', seenVersion: 7 }, 'changed-meanwhile'],
  ] as const)('%s', async (_why, input, code) => {
    const { caseId } = await office.submit()
    const row = await office.as(office.maija, (t) => t.sql.case.findUniqueOrThrow({ where: { id: caseId } }))
    const before = await everything()
    const refusal = await refused(office.as(office.maija, (t) => applyEvent(t, caseId, input, 'office')))
    expect(refusal.code).toBe(code)
    expect(await everything()).toBe(before)
    for (const lang of ['fi', 'sv', 'en'] as const) {
      expect(refusalText(refusal, lang, row)).toMatch(/^\p{Lu}.*[.!]$/u)
      expect(refusalText(refusal, lang, row)).not.toContain('undefined')
    }
  })
  it('a case of another office is not found', async () => {
    const { caseId } = await office.submit()
    const other = refused(
      inOffice(house, '90', office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office')),
    )
    expect((await other).code).toBe('not-found')
  })
  it('what a client may not do', async () => {
    const { caseId } = await office.submit()
    const refusal = await refused(office.as(CLIENT, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'client')))
    expect(refusal.details.reason).toBe('not-yours')
  })
  it('everything that came before it in the same transaction, as well', async () => {
    const { caseId } = await office.submit()
    const before = await everything()
    await refused(
      office.as(office.maija, async (t) => {
        await applyEvent(t, caseId, { type: 'TAKE' }, 'office')
        await sendToClient(t, caseId, 'Hei')
        await applyEvent(t, caseId, { type: 'GIVE_PLAN', note: 'Hei' }, 'office')
      }),
    )
    expect(await everything()).toBe(before)
  })
})

describe('two at once', () => {
  it('tells the later one who was first and what they did', async () => {
    const { caseId } = await office.submit()
    await office.as(office.pekka, (t) => applyEvent(t, caseId, { type: 'TAKE', seenVersion: 1 }, 'office'))
    office.later(1)
    const refusal = await refused(
      office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE', seenVersion: 1 }, 'office')),
    )
    expect(refusal.code).toBe('changed-meanwhile')
    expect(refusal.details).toMatchObject({ by: 'Pekka Pirkka', event: 'TAKE' })
    const row = await office.as(office.maija, (t) => t.sql.case.findUniqueOrThrow({ where: { id: caseId } }))
    expect(refusalText(refusal, 'fi', row)).toMatch(
      /^Pekka Pirkka ehti ensin .* klo .*: Asia otettiin käsittelyyn\./,
    )
  })
  it('tells of a client’s doing and of corrected codes', async () => {
    const { caseId } = await office.submit()
    await office.as(CLIENT, (t) =>
      applyEvent(t, caseId, { type: 'MESSAGE_FROM_CLIENT', note: 'Hei' }, 'client'),
    )
    const press = () =>
      refused(
        office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE', seenVersion: 1 }, 'office')),
      )
    const row = await office.as(office.maija, (t) => t.sql.case.findUniqueOrThrow({ where: { id: caseId } }))
    expect(refusalText(await press(), 'en', row)).toMatch(
      /^The client was first, .*: The client sent a message\./,
    )
    await office.as(office.pekka, (t) =>
      recodeCase(t, caseId, {
        municipality: '837',
        contactPerson: 'client',
        ageBand: null,
        serviceTask: 'kela',
        service: null,
        providerMode: null,
        nature: null,
        reasons: [],
      }),
    )
    expect(refusalText(await press(), 'sv', row)).toMatch(
      /^Pekka Pirkka hann före .*: Uppgifterna i ärendet rättades\./,
    )
  })
  it('lets one of two win, whoever comes first, and leaves one event', async () => {
    for (let round = 0; round < 10; round++) {
      const { caseId } = await office.submit()
      const press = (actor: typeof office.maija) =>
        office.as(actor, (t) => applyEvent(t, caseId, { type: 'TAKE', seenVersion: 1 }, 'office'))
      const results = await Promise.allSettled([press(office.maija), press(office.pekka)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = results.find((result) => result.status === 'rejected') as PromiseRejectedResult
      expect(lost.reason).toMatchObject({ code: 'changed-meanwhile' })
      const [row] = await office.rows<{ handler: string; version: number; taken: number }>(
        `select handler_id as handler, version, (select count(*)::int from case_event where case_id = c.id and type = 'TAKE') as taken
         from "case" c where id = $1`,
        caseId,
      )
      const winner = results[0]!.status === 'fulfilled' ? office.maija.id : office.pekka.id
      expect(row).toEqual({ handler: winner, version: 2, taken: 1 })
    }
  })
  it('loses no message of many clients and colleagues writing at once', async () => {
    const { caseId } = await office.submit()
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2
          ? office.as(office.maija, (t) => sendToClient(t, caseId, `viesti ${n}`))
          : office.as(CLIENT, (t) =>
              applyEvent(t, caseId, { type: 'MESSAGE_FROM_CLIENT', note: `viesti ${n}` }, 'client'),
            ),
      ),
    )
    const [row] = await office.rows<{ version: number; messages: number }>(
      `select version, (select count(*)::int from message where case_id = c.id) as messages from "case" c where id = $1`,
      caseId,
    )
    expect(row).toEqual({ version: 13, messages: 13 })
  })
})

describe('timers', () => {
  const timers = (caseId: string) =>
    office.rows<{ event: string; at: Date }>(
      `select split_part(key, ':', 3) as event, run_at as at from graphile_worker.jobs where key like $1 order by run_at, key`,
      `case-timer:${caseId}:%`,
    )

  it('are jobs in the database, due as the chart says, and are worked off by whoever runs then', async () => {
    const { caseId } = await office.submit()
    const [first] = await timers(caseId)
    expect(first!.event).toBe('xstate.after.days2.complaint.open.office.received')
    expect(first!.at.getTime() - house.now().getTime()).toBe(2 * 86_400_000)
    // Two days on; another process that knows nothing but the database.
    house.setNow(first!.at)
    // The worker goes by the true day, whatever the house's is: this one is due, and no other.
    await office.rows(
      `update graphile_worker._private_jobs
       set run_at = now() + case when key like $1 then interval '-1 s' else interval '30 days' end`,
      `case-timer:${caseId}:%days2.%`,
    )
    await runOnce({
      pgPool: house.database.owner,
      logger: quietLogger(house.log),
      noHandleSignals: true,
      taskList: {
        'case-timer': (job) => fireTimer(house, job as TimerJob),
        'deliver-notice': async () => {},
      },
    })
    const reminded = await office.rows<{ staff: string; reminder: string }>(
      `select staff_id as staff, variables->>'reminder' as reminder from notice where case_id = $1 and staff_id is not null`,
      caseId,
    )
    expect(reminded).toEqual([{ staff: office.lead.id, reminder: 'untaken' }])
    // The worker takes a finished job away after it has said that it is done.
    await expect
      .poll(async () => (await timers(caseId)).map(({ event }) => event))
      .toEqual(['xstate.after.days7.complaint.open.office.received'])
  })
  it('that were left are gone, and one that comes too late all the same changes nothing', async () => {
    const { caseId } = await office.submit()
    const [late] = await timers(caseId)
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    expect((await timers(caseId)).map(({ event }) => event)).toEqual([
      'xstate.after.days3.complaint.open.office.triage',
    ])
    const before = await everything()
    await fireTimer(house, { organisation: '08', caseId, timer: late!.event, event: late!.event })
    await fireTimer(house, { organisation: '08', caseId: newId(), timer: late!.event, event: late!.event })
    expect(await everything()).toBe(before)
  })
  it('fired by two workers at once act once for one move of the case', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'ASK_CLIENT', note: 'Milloin haitte?' }, 'office'),
    )
    const event = 'xstate.after.days14.complaint.open.office.waitingClient.asked'
    const fire = () => fireTimer(house, { organisation: '08', caseId, timer: event, event })
    await Promise.all([fire(), fire()])
    const asked = await office.rows(
      `select 1 from notice where case_id = $1 and template = 'information-asked'`,
      caseId,
    )
    expect(asked).toHaveLength(2)
  })
})

describe('a submission that does not commit', () => {
  it('leaves nothing but a gap in the numbers', async () => {
    const before = await everything()
    const { submitCase } = await import('../../src/cases/index.ts')
    await expect(
      office.as({ kind: 'anonymous' }, async (t) => {
        await submitCase(t, matter({ urgent: true }), { source: 'portal' })
        await t.flush()
        throw new Error('the line broke')
      }),
    ).rejects.toThrow('the line broke')
    expect(await everything()).toBe(before)
  })
})
