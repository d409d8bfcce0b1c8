import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseNumber } from '../../src/cases/case-number.ts'
import {
  applyEvent,
  followCase,
  logContact,
  openWithReceipt,
  readCase,
  readCaseNumber,
  sendToClient,
  sendToOffice,
  writeNote,
} from '../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

describe('a matter that is taken in', () => {
  it('is one case with its first step, clocks, contact, notice, timers and audit entry', async () => {
    const { caseId, caseNumber, receipt, expectedAnswerBy } = await office.submit()
    expect(caseNumber).toMatch(/^AV-2026-\d{6}-\d$/)
    expect(receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    // Tuesday 24 November; five working days.
    expect(expectedAnswerBy).toBe('2026-12-01')
    const [row] = await office.rows<Record<string, unknown>>(
      `select state, tags, version, nature, urgent, handler_id, closed_at, outcome, next_due::text, receipt_hash is not null as receipt,
        (select array_agg(rule order by rule) from clock where case_id = c.id and state = 'running') as clocks,
        (select array_agg(template) from notice where case_id = c.id and staff_id is null) as notices,
        (select array_agg(event order by seq) from audit_entry where subject_id = c.id::text) as audit,
        (select array_agg(type) from case_event where case_id = c.id) as events,
        (select count(*)::int from graphile_worker.jobs where key like 'case-timer:' || c.id || ':%') as timers
       from "case" c where id = $1`,
      caseId,
    )
    expect(row).toEqual({
      state: ['open.office.received'],
      tags: ['needs-office', 'triage'],
      version: 1,
      nature: 'dissatisfaction',
      urgent: false,
      handler_id: null,
      closed_at: null,
      outcome: null,
      next_due: '2026-11-24',
      receipt: true,
      clocks: ['OFFICE_ACK', 'OFFICE_ANSWER', 'OFFICE_CONTACT'],
      notices: ['received'],
      audit: ['case.submitted'],
      events: ['START'],
      timers: 2,
    })
    const contacts = await office.rows(
      `select channel, year, month, municipality, nature, reasons, source, case_unit = case_id as own, logged_by from contact where case_id = $1`,
      caseId,
    )
    expect(contacts).toEqual([
      {
        channel: 'web-form',
        year: 2026,
        month: 11,
        municipality: '837',
        nature: 'dissatisfaction',
        reasons: ['waiting-time'],
        source: 'portal',
        own: true,
        logged_by: null,
      },
    ])
  })
  it('sends no mail when there is no address, and tells the leads at once when it is urgent', async () => {
    const { caseId } = await office.submit({ person: {}, urgent: true, kind: 'advice' })
    const notices = await office.rows(
      `select template, staff_id, variables->>'reminder' as reminder from notice where case_id = $1`,
      caseId,
    )
    expect(notices).toEqual([{ template: 'staff-reminder', staff_id: office.lead.id, reminder: 'urgent' }])
    const [row] = await office.rows(`select urgent, state from "case" where id = $1`, caseId)
    expect(row).toEqual({
      urgent: true,
      state: ['open.priority.urgent.callNow', 'open.office.received'],
    })
  })
  it('can be read by the office as it was told, and the reading is recorded', async () => {
    const { caseId } = await office.submit({
      account: { text: 'Rivi 1\nRivi 2 – ääkköset', desiredOutcome: 'Päätös', decision: { received: 'no' } },
    })
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.person).toEqual({ name: 'Aino Asiakas', email: 'aino@example.fi', phone: '040 123 4567' })
    expect(file.account).toEqual({
      text: 'Rivi 1\nRivi 2 – ääkköset',
      desiredOutcome: 'Päätös',
      decision: { received: 'no' },
    })
    expect(file.messages.map(({ from, text }) => [from, text])).toEqual([
      ['client', 'Rivi 1\nRivi 2 – ääkköset'],
    ])
    expect(file.reads).toEqual([])
    const again = await office.as(office.pekka, (t) => readCase(t, caseId))
    expect(again.reads).toMatchObject([{ actorKind: 'staff', actorId: office.maija.id }])
  })
})

describe('nothing a person wrote can be read in the database', () => {
  const WORDS = [
    'Kekkonen',
    'urho.kekkonen',
    '0501112233',
    '501112233',
    'Tamminiemi',
    'Herttoniemi',
    'haluaisin',
    'Zanzibar',
    'Quixote',
    'Vallgatan',
    'Xylitol',
    'Yksisarvinen',
    'Öljymäki',
  ]

  it('neither as text nor as bytes, base64 or hex, in any table, job or index', async () => {
    const submitted = await office.submit({
      person: {
        name: 'Urho Kekkonen',
        email: 'urho.kekkonen@example.fi',
        phone: '050 111 2233',
        address: 'Tamminiemi 1',
        clientName: 'Aune Herttoniemi',
      },
      account: {
        text: 'Minä haluaisin avun.',
        desiredOutcome: 'Zanzibar',
        where: 'Quixote',
        decision: { received: 'yes', about: 'Vallgatan' },
      },
    })
    const { caseId } = submitted
    await office.as(CLIENT, (t) => sendToOffice(t, caseId, 'Xylitol', 'portal'))
    await office.as(office.maija, async (t) => {
      await sendToClient(t, caseId, 'Yksisarvinen')
      await writeNote(t, caseId, 'Öljymäki')
      await applyEvent(
        t,
        caseId,
        { type: 'ASK_AUTHORITY', fields: { rule: 'none' }, note: 'Öljymäki' },
        'office',
      )
    })
    await office.as(office.maija, (t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        person: { name: 'Urho Kekkonen', phone: '0501112233' },
        note: 'Öljymäki soitti',
      }),
    )
    const dump = await everyRow()
    expect(dump.length).toBeGreaterThan(10_000)
    // The search would find a word that is there.
    expect(dump).toContain('open.office.waitingAuthority')
    for (const word of [...WORDS, submitted.receipt, submitted.receipt.replaceAll(' ', '')])
      for (const form of [word, Buffer.from(word).toString('hex'), base64Middle(word)])
        expect(dump.toLowerCase().includes(form.toLowerCase()), `${word} as ${form}`).toBe(false)
    expect(await openWithReceipt(house, submitted.caseNumber, submitted.receipt)).toEqual({
      id: caseId,
      organisation: '08',
    })
  })

  async function everyRow(): Promise<string> {
    const tables = await office.rows<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname in ('public', 'app', 'graphile_worker')`,
    )
    const dumps = await Promise.all(
      tables.map(({ name }) => office.rows<{ row: string }>(`select r::text as row from ${name} r`)),
    )
    return dumps
      .flat()
      .map(({ row }) => row)
      .join('\n')
  }
  /** What is the same in base64 wherever the word begins. */
  const base64Middle = (word: string) =>
    Buffer.from(word).toString('base64').replace(/=+$/, '').slice(0, -2).padEnd(6, word)
})

describe('case numbers', () => {
  it('are all different and hold a check digit that finds a wrong digit and two exchanged ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (n, place, more) => {
          const number = caseNumber(2026, n)
          expect(readCaseNumber(number)).toBe(number)
          expect(readCaseNumber(number.replaceAll('-', ' ').toLowerCase())).toBe(number)
          expect(readCaseNumber(number.replace('AV-', ''))).toBe(number)
          const digits = number.replace(/\D/g, '')
          const wrong = [...digits]
          wrong[place] = String((Number(wrong[place]) + more) % 10)
          const typed = wrong.join('')
          expect(readCaseNumber(`${typed.slice(0, 4)}-${typed.slice(4, 10)}-${typed.slice(10)}`)).toBeNull()
        },
      ),
    )
    // Two exchanged digits.
    expect(readCaseNumber(caseNumber(2026, 123).replace('123', '132'))).toBeNull()
    expect(readCaseNumber('040 1234 5678')).toBeNull()
    expect(readCaseNumber('')).toBeNull()
  })
  it('are given once each, also to many who come at the same moment', async () => {
    const submitted = await Promise.all(Array.from({ length: 20 }, () => office.submit()))
    expect(new Set(submitted.map(({ caseNumber }) => caseNumber)).size).toBe(20)
    expect(new Set(submitted.map(({ receipt }) => receipt)).size).toBe(20)
  })
})

describe('a receipt', () => {
  it('opens its own case and no other; a wrong one and an unknown number get the same answer', async () => {
    const mine = await office.submit()
    const other = await office.submit()
    const open = (number: string, receipt: string) => openWithReceipt(house, number, receipt)
    expect(await open(mine.caseNumber, mine.receipt)).toEqual({ id: mine.caseId, organisation: '08' })
    expect(
      await open(` ${mine.caseNumber.toLowerCase().replaceAll('-', ' ')} `, mine.receipt.replaceAll(' ', '')),
    ).toEqual({
      id: mine.caseId,
      organisation: '08',
    })
    for (const [number, receipt] of [
      [mine.caseNumber, other.receipt],
      [mine.caseNumber, ''],
      [mine.caseNumber, '0000 0000 0000 0000'],
      [caseNumber(2026, 999_999), mine.receipt],
      ['AV-2026-000001-0', mine.receipt],
      ['', ''],
    ] as const)
      expect(await open(number, receipt)).toBeNull()
  })
  it('shows the client the case without anything of the office’s own', async () => {
    const { caseId, caseNumber, receipt } = await office.submit()
    await office.as(office.maija, async (t) => {
      await writeNote(t, caseId, 'Sisäinen huomio')
      await applyEvent(
        t,
        caseId,
        { type: 'ASK_AUTHORITY', fields: { rule: 'TT7' }, note: 'Sisäinen huomio' },
        'office',
      )
    })
    const opened = await openWithReceipt(house, caseNumber, receipt)
    const followed = await followCase(house, opened!)
    expect(JSON.stringify(followed)).not.toContain('Sisäinen huomio')
    expect(JSON.stringify(followed)).not.toContain(office.maija.id)
    expect(followed.hasEmail).toBe(true)
    expect(followed.case.number).toBe(caseNumber)
    expect(followed.messages.map(({ from, text }) => [from, text])).toEqual([['client', 'Päätös viipyy.']])
    expect(followed.clocks.map(({ rule }) => rule).sort()).toEqual(['OFFICE_ANSWER', 'OFFICE_CONTACT', 'TT7'])
  })
})
