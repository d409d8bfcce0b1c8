import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Action,
  CASE_ACTIONS,
  decide,
  filterFor,
  may,
  type Person,
  type Subject,
} from '../../src/access/index.ts'
import { CONDITIONS } from '../../src/access/rules/conditions.ts'
import { ACTIONS, EXCEPT, TABLE } from '../../src/access/rules/table.ts'
import { ROLES } from '../../src/access/signed-in.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'

const NOW = new Date('2026-11-24T09:00:00Z')
const PLACES = ['837', '536', '020']
const people = Array.from({ length: 5 }, () => newId())

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
  await inOffice(house, '08', { kind: 'system' }, (t) =>
    t.sql.staff.createMany({
      data: people.map((id) => ({
        id,
        organisation: '08',
        email: `${id}@example.fi`,
        name: 'N',
        role: 'ombudsman',
        passwordHash: 'none',
      })),
    }),
  )
})
afterAll(() => house?.close())

type CaseFacts = Required<Omit<Subject, 'withdrawnAt'>> & { id: string; broken: string[] }

const anyPerson: fc.Arbitrary<Person> = fc.record({
  staffId: fc.constantFrom(...people),
  organisation: fc.constant('08'),
  role: fc.constantFrom(...ROLES),
  municipality: fc.constantFrom(null, ...PLACES),
  places: fc.subarray(PLACES),
  ownCasesOnly: fc.boolean(),
  standsInFor: fc.subarray(people, { maxLength: 2 }),
})
const anyCase: fc.Arbitrary<CaseFacts> = fc
  .record({
    municipality: fc.constantFrom(...PLACES),
    handlerId: fc.constantFrom(null, ...people),
    restricted: fc.boolean(),
    named: fc.subarray(people, { maxLength: 2 }),
    barred: fc.subarray(people, { maxLength: 2 }),
    opened: fc.subarray(people, { maxLength: 2 }),
    /** glass that was broken once and holds no longer */
    broken: fc.subarray(people, { maxLength: 2 }),
  })
  .map((facts) => ({ ...facts, id: newId(), organisation: '08' }))

/** Puts the cases into PostgreSQL, and nothing else. */
async function store(cases: CaseFacts[]): Promise<void> {
  const { owner } = house.database
  await owner.query('delete from "case"')
  await owner.query(
    `insert into "case" (id, organisation, number, kind, workflow, workflow_version, snapshot, state, tags, key_id, person_unit,
       language, municipality, contact_person, handler_id, restricted, opened_at, changed_at)
     select id, '08', id::text, 'advice', 'advice', 1, '{}', '{}', '{}', id, id, 'fi', municipality, 'client', "handlerId", restricted, $2, $2
     from jsonb_to_recordset($1) as c(id uuid, municipality text, "handlerId" uuid, restricted boolean)`,
    [JSON.stringify(cases), NOW],
  )
  const pairs = (of: (one: CaseFacts) => readonly string[]) =>
    JSON.stringify(cases.flatMap((one) => of(one).map((staff) => ({ id: one.id, staff }))))
  const from = `from jsonb_to_recordset($1) as p(id uuid, staff uuid)`
  await owner.query(`insert into case_access select '08', id, staff, staff, $2 ${from}`, [
    pairs((c) => c.named),
    NOW,
  ])
  await owner.query(`insert into case_bar select '08', id, staff, 'own', staff, $2 ${from}`, [
    pairs((c) => c.barred),
    NOW,
  ])
  const glass = `insert into glass_break select gen_random_uuid(), '08', id, staff, '\\x00', $2::timestamptz, $2::timestamptz + $3::interval ${from}`
  await owner.query(glass, [pairs((c) => c.opened), NOW, '1 hour'])
  await owner.query(glass, [pairs((c) => c.broken), NOW, '0 hours'])
}

const idsIn = async (person: Person, action: Action, asThemselves: boolean) => {
  const actor = asThemselves
    ? ({ kind: 'staff', id: person.staffId } as const)
    : ({ kind: 'system' } as const)
  const rows = await inOffice(
    house,
    '08',
    actor,
    (t) =>
      t.sql.$queryRaw<{ id: string }[]>`select c.id from "case" c where ${filterFor(person, action, NOW)}`,
  )
  return rows.map(({ id }) => id).sort()
}

describe('a rule', () => {
  it('is the same as a check and as a filter, for whatever people and cases', async () => {
    const world = fc.tuple(
      fc.array(anyCase, { minLength: 1, maxLength: 30 }),
      fc.array(anyPerson, { minLength: 1, maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(world, async ([cases, persons]) => {
        await store(cases)
        for (const person of persons)
          for (const action of [...CASE_ACTIONS, 'notice.resend'] as const) {
            const checked = cases.filter((one) => may(person, action, one)).map(({ id }) => id)
            expect(await idsIn(person, action, false), `${person.role} ${action}`).toEqual(checked.sort())
            // The wall below takes nothing away that the rules give: a lock is in both.
            expect(await idsIn(person, action, true), `behind the wall: ${person.role} ${action}`).toEqual(
              checked,
            )
          }
      }),
      { numRuns: 40 },
    )
  })

  it('holds for releases too', async () => {
    const cases = [null, ...PLACES].flatMap((municipality) =>
      [null, NOW].map((withdrawnAt) => ({ organisation: '08', municipality, withdrawnAt })),
    )
    for (const municipality of [null, ...PLACES]) {
      const person: Person = { staffId: people[0]!, organisation: '08', role: 'authority', municipality }
      const rows = await inOffice(
        house,
        '08',
        { kind: 'system' },
        (t) => t.sql.$queryRaw<{ municipality: string | null; gone: boolean }[]>`
          select r.municipality, r.withdrawn_at is not null as gone
          from jsonb_to_recordset(${JSON.stringify(cases.map((one) => ({ municipality: one.municipality, withdrawn_at: one.withdrawnAt })))}::jsonb)
            as r(municipality text, withdrawn_at timestamptz) where ${filterFor(person, 'release.read', NOW)}`,
      )
      const checked = cases.filter((one) => may(person, 'release.read', one))
      expect(rows).toEqual(
        checked.map((one) => ({ municipality: one.municipality, gone: one.withdrawnAt !== null })),
      )
    }
  })

  it('ends at the office: nothing of another one is anybody’s', () => {
    for (const role of ROLES)
      for (const action of ACTIONS) {
        const person: Person = { staffId: people[0]!, organisation: '08', role, municipality: null }
        expect(may(person, action, { organisation: '90', handlerId: people[0]! })).toBe(false)
      }
  })

  it('locks a case for whoever is barred, whatever else is set', () => {
    const subject: Subject = {
      organisation: '08',
      handlerId: people[0]!,
      named: people,
      opened: people,
      barred: [people[0]!],
    }
    for (const role of ROLES)
      for (const action of CASE_ACTIONS) {
        const person: Person = { staffId: people[0]!, organisation: '08', role, municipality: null }
        expect(decide(person, action, subject)).toMatchObject({ allowed: false, except: 'not-barred' })
      }
  })

  it('gives a lead the row of every case and the content of their own alone, an administrator neither', () => {
    const of = (role: 'lead' | 'admin' | 'ombudsman', more: Partial<Person> = {}): Person => ({
      staffId: people[0]!,
      organisation: '08',
      role,
      municipality: null,
      ...more,
    })
    const others: Subject = { organisation: '08', municipality: '837', handlerId: people[1]! }
    expect(may(of('lead'), 'case.row', others)).toBe(true)
    expect(may(of('lead'), 'case.read', others)).toBe(false)
    expect(may(of('lead'), 'case.read', { ...others, handlerId: people[0]! })).toBe(true)
    expect(may(of('lead'), 'case.read', { ...others, opened: [people[0]!] })).toBe(true)
    expect(may(of('lead', { standsInFor: [people[1]!] }), 'case.read', others)).toBe(true)
    for (const action of ['case.row', 'case.read', 'case.work'] as const)
      expect(may(of('admin'), action, { ...others, handlerId: people[0]! })).toBe(false)
    expect(may(of('ombudsman'), 'case.read', others)).toBe(true)
    expect(may(of('ombudsman', { ownCasesOnly: true }), 'case.read', others)).toBe(false)
    expect(may(of('ombudsman', { places: ['020'] }), 'case.row', others)).toBe(false)
    expect(may(of('ombudsman'), 'case.row', { ...others, restricted: true })).toBe(false)
    expect(may(of('ombudsman'), 'case.read', { ...others, restricted: true, named: [people[0]!] })).toBe(true)
  })

  it('lets an ombudsman send a notice again of an own case alone, the lead of any', () => {
    const person = (role: 'ombudsman' | 'lead') => ({
      role,
      organisation: '08',
      municipality: null,
      staffId: 'maija',
    })
    const of = (handlerId: string | null) => ({ organisation: '08', handlerId })
    expect(may(person('ombudsman'), 'notice.resend', of('maija'))).toBe(true)
    expect(may(person('ombudsman'), 'notice.resend', of('kalle'))).toBe(false)
    expect(may(person('ombudsman'), 'notice.resend', of(null))).toBe(false)
    expect(may(person('lead'), 'notice.resend', of('kalle'))).toBe(true)
  })

  it('names conditions only that exist, and every condition is used', () => {
    const used = new Set([...TABLE.flatMap(({ when = [] }) => when), ...EXCEPT.map(({ when }) => when)])
    expect([...used].sort()).toEqual(Object.keys(CONDITIONS).sort())
    for (const action of ACTIONS)
      expect(
        TABLE.some(({ actions }) => actions.includes(action)),
        action,
      ).toBe(true)
  })
})
