import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyEvent,
  type CaseFilter,
  type CaseRow,
  countViews,
  listCases,
  logContact,
  type PageKey,
  searchCases,
} from '../../src/cases/index.ts'
import type { OfficeTransaction } from '../../src/custody/transaction.ts'
import { Prisma } from '../../src/database/client.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
const VIEWS = ['mine', 'unassigned', 'waiting', 'open', 'closed', 'all'] as const

beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  await fill(600)
})
afterAll(() => house?.close())

/** Rows of many kinds in two offices, with equal days so that the order has ties to break. */
async function fill(rows: number): Promise<void> {
  await office.rows(
    `insert into "case" (id, organisation, number, kind, workflow, workflow_version, snapshot, state, tags, key_id,
       person_unit, language, municipality, contact_person, service_task, handler_id, opened_at, changed_at, closed_at,
       next_due, statutory_due, urgent)
     select gen_random_uuid(), case when g % 5 = 0 then '90' else '08' end, 'AV-2025-' || lpad(g::text, 6, '0') || '-x',
       case when g % 2 = 0 then 'advice' else 'complaint' end, 'advice', 1, '{}', array['open.office.triage'],
       case when g % 4 = 0 then array['waiting-client'] else array['needs-office'] end, gen_random_uuid(),
       gen_random_uuid(), case when g % 7 = 0 then 'sv' else 'fi' end, case when g % 3 = 0 then '837' else '536' end,
       'client', case when g % 6 = 0 then 'kela' end, case when g % 3 = 0 then $1::uuid end,
       '2026-01-01'::timestamptz + (g / 3) * interval '1 day', now(),
       case when g % 10 >= 7 then '2026-06-01'::timestamptz + (g / 4) * interval '1 hour' end,
       case when g % 11 > 0 then '2026-11-20'::date + (g * 7 % 40) end,
       case when g % 13 = 0 then '2026-11-20'::date + (g * 7 % 40) + g % 3 end, g % 29 = 0
     from generate_series(1, $2::int) g`,
    office.maija.id,
    rows,
  )
}

const list = (filter: CaseFilter, page: { after?: PageKey; size: number }) =>
  office.as(office.maija, (t) => listCases(t, filter, page))

async function pagesOf(filter: CaseFilter, size: number): Promise<CaseRow[]> {
  const all: CaseRow[] = []
  let after: PageKey | undefined
  for (let page = 0; page < 1000; page++) {
    const { rows, next } = await list(filter, { after, size })
    expect(rows.length).toBeLessThanOrEqual(size)
    all.push(...rows)
    if (!next) return all
    expect(rows).toHaveLength(size)
    after = JSON.parse(JSON.stringify(next))
  }
  throw new Error('no end')
}

const filters = fc.record(
  {
    view: fc.constantFrom(...VIEWS),
    kind: fc.constantFrom('advice', 'complaint'),
    serviceTask: fc.constantFrom('kela'),
    municipality: fc.constantFrom('837', '536'),
    language: fc.constantFrom('fi', 'sv'),
    urgent: fc.constant(true),
  },
  { requiredKeys: ['view'] },
)

describe('the list of cases', () => {
  it('gives page after page what it gives at once: every case once, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 70 }), async (given, size) => {
        const filter = { ...given, handlerId: office.maija.id }
        const whole = await list(filter, { size: 1000 })
        expect(whole.next).toBeNull()
        const paged = await pagesOf(filter, Math.max(size, Math.ceil(whole.rows.length / 12)))
        expect(paged.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id))
        expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length)
      }),
      { numRuns: 40 },
    )
  })

  it('holds what the view and the filters say, and nothing of another office', async () => {
    const is: Record<CaseFilter['view'], (row: CaseRow) => boolean> = {
      mine: (row) => !row.closedAt && row.handlerId === office.maija.id,
      unassigned: (row) => !row.closedAt && row.handlerId === null,
      waiting: (row) => !row.closedAt && row.tags.some((tag) => tag.startsWith('waiting-')),
      open: (row) => !row.closedAt,
      closed: (row) => row.closedAt !== null,
      all: () => true,
    }
    const every = (await list({ view: 'all' }, { size: 1000 })).rows
    expect(every).toHaveLength(480)
    expect(every.every((row) => row.organisation === '08')).toBe(true)
    for (const view of VIEWS) {
      const { rows } = await list({ view, handlerId: office.maija.id }, { size: 1000 })
      const wanted = every.filter(is[view])
      expect(wanted.length).toBeGreaterThan(20)
      expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
    }
    const narrow = await list(
      { view: 'all', kind: 'advice', language: 'sv', municipality: '837' },
      { size: 1000 },
    )
    expect(narrow.rows.map(({ id }) => id).sort()).toEqual(
      every
        .filter((row) => row.kind === 'advice' && row.language === 'sv' && row.municipality === '837')
        .map(({ id }) => id)
        .sort(),
    )
    const counted = await office.as(office.maija, (t) => countViews(t, office.maija.id))
    expect(counted).toEqual({
      mine: every.filter(is.mine).length,
      unassigned: every.filter(is.unassigned).length,
      waiting: every.filter(is.waiting).length,
      open: every.filter(is.open).length,
    })
  })

  it('puts what cannot wait first: urgent, and statutory clocks with fewer than five days left', async () => {
    const { rows } = await list({ view: 'open' }, { size: 1000 })
    // 24 November: the 28th is four days away, the 29th five.
    const red = rows.map(
      (row) => row.urgent || (row.statutoryDue !== null && row.statutoryDue <= new Date('2026-11-28')),
    )
    const first = red.indexOf(false)
    expect(first).toBeGreaterThan(5)
    expect(red.slice(first)).not.toContain(true)
    const due = rows.map((row) => row.nextDue?.getTime() ?? Number.POSITIVE_INFINITY)
    for (const part of [due.slice(0, first), due.slice(first)])
      expect(part).toEqual([...part].sort((a, b) => a - b))
  })

  it('lets a statutory clock top the queue though another clock of the case ends before it', async () => {
    const { caseId } = await office.submit({ municipality: '049' })
    await office.as(office.maija, (t) =>
      applyEvent(
        t,
        caseId,
        {
          type: 'CAPTURE_DECISION',
          fields: { remedy: 'review', decisionFrom: '2026-10-22', served: 'letter', instructions: 'right' },
        },
        'office',
      ),
    )
    const { rows } = await list({ view: 'open', municipality: '049' }, { size: 10 })
    // Posted 22 October, known on the 29th, thirty days: 28 November is a Saturday, so Monday the 30th: not red yet.
    expect(rows[0]).toMatchObject({ nextStatutory: false, statutoryDue: new Date('2026-11-30') })
    const place = async () =>
      (await list({ view: 'open' }, { size: 1000 })).rows.findIndex(({ id }) => id === caseId)
    const red = (await list({ view: 'open' }, { size: 1000 })).rows.filter(
      (row) => row.urgent || (row.statutoryDue && row.statutoryDue <= new Date('2026-11-28')),
    ).length
    expect(await place()).toBeGreaterThanOrEqual(red)
    house.setNow('2026-11-26T09:00:00Z')
    const tomorrow = (await list({ view: 'open' }, { size: 1000 })).rows.filter(
      (row) => row.urgent || (row.statutoryDue && row.statutoryDue <= new Date('2026-11-30')),
    ).length
    expect(await place()).toBeLessThan(tomorrow)
    house.setNow('2026-11-24T09:00:00Z')
  })

  it('reads every view through an index when there are many cases', async () => {
    await office.rows(
      `insert into "case" (id, organisation, number, kind, workflow, workflow_version, snapshot, key_id, person_unit,
         language, municipality, contact_person, opened_at, changed_at, closed_at)
       select gen_random_uuid(), '08', 'AV-2024-' || g, 'advice', 'advice', 1, '{}', gen_random_uuid(), gen_random_uuid(),
         'fi', '837', 'client', '2024-01-01'::timestamptz + g * interval '1 hour', now(), '2024-02-01'::timestamptz + g * interval '1 hour'
       from generate_series(1, 20000) g`,
    )
    await office.rows('analyze "case"')
    for (const view of VIEWS) {
      const plan = await office.as(office.maija, async (t) => {
        let query: Prisma.Sql | undefined
        const watched = new Proxy(t.sql, {
          get: (sql, name) =>
            name === '$queryRaw'
              ? (parts: TemplateStringsArray, ...values: unknown[]) => {
                  query = Prisma.sql(parts, ...(values as never[]))
                  return sql.$queryRaw(query)
                }
              : sql[name as keyof typeof sql],
        })
        await listCases({ ...t, sql: watched }, { view, handlerId: office.maija.id }, { size: 50 })
        return t.sql.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`explain ${query!}`)
      })
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text, view).toMatch(/case_open_queue|case_closed|case_organisation_/)
      expect(text, view).not.toMatch(/Seq Scan/)
    }
  })
})

describe('the search', () => {
  const idsOf = async (t: OfficeTransaction, text: string) =>
    (await searchCases(t, { text, only: {} })).hits.map(({ row }) => row.id)
  const find = (words: string) => office.as(office.pekka, (t) => idsOf(t, words))

  it('finds by number, by its digits, by phone, e-mail and name, as people type them', async () => {
    const { caseId, caseNumber } = await office.submit({
      person: {
        name: 'Hilkka Ääninen-Öhman',
        phone: '044 987 6543',
        email: 'hilkka@example.fi',
        clientName: 'Onni Öhman',
      },
    })
    const running = caseNumber.split('-')[2]!
    for (const words of [
      caseNumber,
      ` ${caseNumber.toLowerCase()} `,
      caseNumber.replaceAll('-', ' '),
      caseNumber.replace('AV-', ''),
      running,
      '0449876543',
      '+358 44 987 6543',
      'HILKKA@example.fi',
      'hilkka ääninen-öhman',
      'Ääninen-Öhman Hilkka',
      'hilkka',
      'Onni Öhman',
    ])
      expect(await find(words), words).toContain(caseId)
    for (const words of [
      '',
      ' ',
      'h',
      'hilk',
      '0449876544',
      'hilkka@example.se',
      'AV-2026-999999-9',
      '999999',
    ])
      expect(await find(words), words).not.toContain(caseId)
  })
  it('finds a case by who called about it, and nothing of another office', async () => {
    const { caseId, caseNumber } = await office.submit()
    await office.as(office.maija, (t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        caseId,
        person: { name: 'Naapuri Niemi', phone: '050 000 1111' },
      }),
    )
    expect(await find('Naapuri Niemi')).toEqual([caseId])
    const { inOffice } = await import('../../src/custody/transaction.ts')
    for (const words of [caseNumber, 'Naapuri Niemi'])
      expect(await inOffice(house, '90', office.maija, (t) => idsOf(t, words))).toEqual([])
  })
  it('records that somebody searched and how many were found, not the words', async () => {
    await find('Salainen Nimi')
    const [entry] = await office.rows<Record<string, unknown>>(
      `select event, actor_id, details::text as details from audit_entry where organisation = '08' order by seq desc limit 1`,
    )
    expect(entry).toEqual({ event: 'search', actor_id: office.pekka.id, details: '{"found": 0}' })
  })
})
