import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeFigures } from '../../../src/cases/change/change-figures.ts'
import { applyEvent, followCase, logContact, readCase, submitCase } from '../../../src/cases/index.ts'
import { pointFigures } from '../../../src/cases/letters/point-figures.ts'
import { lineHash } from '../../../src/cases/retention/destroy.ts'
import { ERASED_TABLES } from '../../../src/cases/retention/erase.ts'
import { groupSize, K, QUASI_IDENTIFIERS, type QuasiCodes } from '../../../src/cases/retention/generalise.ts'
import { comingUp, markCase, runRetention, setRetentionRule } from '../../../src/cases/retention/index.ts'
import { rightsFigures } from '../../../src/cases/rights/rights-figures.ts'
import { verifyAudit } from '../../../src/custody/verify-audit.ts'
import { newId } from '../../../src/database/new-id.ts'
import { countContacts } from '../../../src/statistics/count-contacts.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { matter, type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse({ now: '2024-02-05T09:00:00Z' })
  office = await openOffice(house)
})
afterAll(() => house?.close())

const system = { kind: 'system' } as const
const SECRET = 'Salaisuus Hämeenkadulla'

/** A case with something in every table a case can have, closed today. */
async function fullCase(given: Parameters<typeof matter>[0] = {}, personUnit?: string) {
  const made = await office.as({ kind: 'anonymous' }, (t) =>
    submitCase(t, matter({ account: { text: SECRET }, ...given }), { source: 'portal', personUnit }),
  )
  const { caseId } = made
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  await office.as(office.maija, (t) =>
    logContact(t, {
      channel: 'phone',
      reasons: [],
      actions: [],
      person: { name: 'Aino Asiakas' },
      note: SECRET,
      caseId,
    }),
  )
  const org = '08'
  const [{ key_id: keyId } = { key_id: '' }] = await office.rows<{ key_id: string }>(
    `select key_id from "case" where id = $1`,
    caseId,
  )
  const gap = newId()
  const letter = newId()
  const own = house.database.owner
  await own.query(
    `insert into goal (id, organisation, case_id, n, text_sealed, weight, set_by, set_at) values ($1, $2, $3, 1, '', 2, 'client', $4)`,
    [newId(), org, caseId, house.now()],
  )
  for (const [subject, phase, value] of [
    ['situation', 'start', 3],
    ['situation', 'end', 7],
    ['gas:1', 'end', 1],
  ])
    await own.query(
      `insert into rating (organisation, case_id, subject, by, phase, value, rated_at) values ($1, $2, $3, 'client', $4, $5, $6)`,
      [org, caseId, subject, phase, value, house.now()],
    )
  await own.query(
    `insert into rights_issue (id, organisation, case_id, code, owed_by, finding, realised, recorded_at, changed_at)
     values ($1, $2, $3, 'reasons', 'county', 'found', 'yes', $4, $4)`,
    [newId(), org, caseId, house.now()],
  )
  await own.query(
    `insert into letter (id, organisation, case_id, kind, language, state, facts_sealed, created_at, changed_at, checked_at)
     values ($1, $2, $3, 'objection', 'fi', 'sent', '', $4, $4, $4)`,
    [letter, org, caseId, house.now()],
  )
  await own.query(
    `insert into letter_point (id, organisation, case_id, letter_id, n, words_sealed, answered, reasons, measures)
     values ($1, $2, $3, $4, 1, '', 'partly', true, false)`,
    [newId(), org, caseId, letter],
  )
  await own.query(
    `insert into feedback_invitation (token_hash, organisation, case_id, asked_at, expires_at) values ($1, $2, $3, $4, $4)`,
    [Buffer.from(newId()), org, caseId, house.now()],
  )
  await own.query(
    `insert into benefit_gap (id, organisation, case_id, found_at, year, month, municipality, benefit, authority, cause,
       applied_at, last_income_at, effects, state, closed_at, closed_year, closed_month, since_on, key_id, note_sealed, changed_at)
     values ($1, $2, $3, $4, 2024, 2, '837', 'housing', 'kela', 'late', '2024-01-20', '2024-01-17', '{}', 'closed', $4, 2024, 2, '2024-01-17', $5, '\\x01', $4)`,
    [gap, org, caseId, house.now(), keyId],
  )
  await own.query(`update "case" set closed_at = $2, state = '{closed}', tags = '{ended}' where id = $1`, [
    caseId,
    house.now(),
  ])
  return { ...made, gap }
}

const rule = {
  quietDays: 30,
  warnDays: [90, 30, 7],
  source: 'Tiedonohjaussuunnitelma 1.2',
  startsFrom: 'closed',
} as const
const figures = () =>
  office.as(system, async (t) => ({
    contacts: (await countContacts(t, { year: 2024, rows: 'nature', unit: 'contact' })).total,
    cases: (await countContacts(t, { year: 2024, rows: 'nature', unit: 'case' })).total,
    persons: (await countContacts(t, { year: 2024, rows: 'nature', unit: 'person' })).total,
    reasons: (await countContacts(t, { year: 2024, rows: 'reason', unit: 'case' })).rowTotals,
    change: await changeFigures(t, 2024),
    rights: await rightsFigures(t, 2024),
    points: await pointFigures(t, '2024-01-01', '2024-12-31'),
    gaps: await t.sql.benefitGap.count({ where: { year: 2024 } }),
    durations: (
      await t.sql.benefitGap.findMany({
        where: { year: 2024 },
        select: { appliedAt: true, lastIncomeAt: true },
      })
    ).map(({ appliedAt, lastIncomeAt }) => appliedAt!.getTime() - lastIncomeAt!.getTime()),
  }))

describe('retention', () => {
  it('destroys nothing while the office has set nothing', async () => {
    const { caseId } = await fullCase()
    house.setNow('2099-01-01T09:00:00Z')
    expect(await runRetention(house, '08')).toMatchObject({ rules: 0, due: 0, destroyed: 0, warned: 0 })
    expect(await office.rows('select 1 from "case" where id = $1', caseId)).toHaveLength(1)
    house.setNow('2024-02-06T09:00:00Z')
  })

  it('warns, waits, destroys, and leaves the figures as they were and nothing of the person', async () => {
    const person = newId()
    const one = await fullCase({}, person)
    const two = await fullCase({ municipality: '536' }, person)
    const live = await office.submit({ person: { name: 'Elävä Asiakas' } })
    for (let n = 0; n < 6; n++) await office.submit()
    await house.database.owner.query(
      `insert into feedback_batch (id, organisation, year, closed_at, answers, of_asked) values ($1, '08', 2024, '2024-02-08T01:00:00Z', 5, 2)`,
      [newId()],
    )
    const before = await figures()
    expect(before.change.feedback.asked).toBe(3)
    await office.as(office.lead, (t) =>
      setRetentionRule(t, { ...rule, kind: 'complaint', outcome: '', action: 'destroy', years: 1 }, ''),
    )
    house.setNow('2024-11-20T09:00:00Z')
    const first = await runRetention(house, '08')
    expect(first).toMatchObject({ rules: 1, warned: 3, due: 0, destroyed: 0 })
    expect(await runRetention(house, '08')).toMatchObject({ warned: 0 })
    const told = await office.rows<{ staff_id: string; variables: { facts: { count: string } } }>(
      `select staff_id, variables from notice where template = 'staff-retention'`,
    )
    expect(told.map(({ staff_id }) => staff_id).sort()).toEqual([office.lead.id, office.maija.id].sort())
    expect(told.map(({ variables }) => variables.facts.count)).toEqual(['3', '3'])

    house.setNow('2025-02-07T09:00:00Z')
    await office.as(office.maija, (t) => markCase(t, two.caseId, { kind: 'hold', until: null, why: SECRET }))
    const dry = await runRetention(house, '08', { dryRun: true })
    expect(dry).toMatchObject({ due: 2, held: 1, destroyed: 0 })
    const run = await runRetention(house, '08')
    expect(run).toMatchObject({ due: 2, held: 1, destroyed: 2, failed: [] })

    // The figures of the year are what they were.
    expect(await figures()).toEqual(before)
    // A person whose other case is kept is counted once; when that goes too, still once.
    expect(await office.rows('select 1 from "case" where id = $1', one.caseId)).toEqual([])
    expect(await office.rows('select 1 from "case" where id = $1', live.caseId)).toHaveLength(1)

    const [line] = await office.rows<{ number: string; hash: Buffer; id: string }>(
      `select * from destruction where subject_id = $1`,
      one.caseId,
    )
    expect(line).toMatchObject({ number: one.caseNumber })
    const kept = await office.as(system, (t) =>
      t.sql.destruction.findUniqueOrThrow({ where: { id: line!.id } }),
    )
    expect(lineHash(kept).equals(Buffer.from(kept.hash))).toBe(true)
    const [entry] = await office.rows<{ details: { hash: string } }>(
      `select details from audit_entry where event = 'case.destroyed' and subject_id = $1`,
      one.caseId,
    )
    expect(entry!.details.hash).toBe(line!.hash.toString('hex'))
    expect(await verifyAudit(house.database.owner)).toMatchObject({ ok: true })
    await expect(house.database.owner.query(`update destruction set years = 99`)).rejects.toThrow(
      /never changed/,
    )

    // No table names what is gone, and none of its keys is left.
    await leftOf(one.caseId, one.caseNumber)
    await expect(office.as(office.maija, (t) => readCase(t, one.caseId))).rejects.toThrow()
    await expect(followCase(house, { id: one.caseId, organisation: '08' })).rejects.toThrow()

    // The hold ended, the second goes too, and the year is counted as before.
    const { endMark } = await import('../../../src/cases/retention/index.ts')
    const [mark] = await office.rows<{ id: string }>(
      `select id from case_mark where case_id = $1`,
      two.caseId,
    )
    await office.as(office.maija, (t) => endMark(t, two.caseId, mark!.id))
    expect(await runRetention(house, '08')).toMatchObject({ destroyed: 1 })
    expect(await figures()).toEqual(before)
    await leftOf(two.caseId, two.caseNumber)
    expect(await office.rows(`select 1 from contact where person_unit = $1`, person)).toEqual([])
  })

  /** Looks through the whole database for what names the case or holds its text, save the log and the list. */
  async function leftOf(id: string, number: string) {
    const tables = await office.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables) {
      if (['audit_entry', 'destruction'].includes(name)) continue
      const found = await office.rows(
        `select 1 from "${name}" r where r::text like $1 or r::text like $2 or r::text like $3`,
        `%${id}%`,
        `%${number}%`,
        `%${Buffer.from(SECRET).toString('hex')}%`,
      )
      expect(found, name).toEqual([])
    }
  }

  it('keeps every row among five persons, or as general as can be, and no day', async () => {
    const rows = await office.rows<QuasiCodes & { person: string; kept: boolean; year: number; at: Date }>(
      `select municipality, service, age_band as "ageBand", language, month::int, service_task as "serviceTask",
         person_unit as person, kept, year::int, at from contact where organisation = '08'`,
    )
    const kept = rows.filter((row) => row.kept)
    expect(kept.length).toBeGreaterThan(3)
    for (const row of kept) {
      const size = groupSize(
        row,
        rows.filter(({ year }) => year === row.year),
      )
      expect(size >= K || QUASI_IDENTIFIERS.every((name) => row[name] === null)).toBe(true)
      expect(row.at.toISOString()).toMatch(/-01T(09|10):00:00\.000Z$/)
    }
    const gaps = await office.rows<{ applied: string; municipality: string | null }>(
      `select since_on::text as applied, municipality from benefit_gap where case_id is null`,
    )
    for (const { applied, municipality } of gaps) {
      expect(applied).toBe('2024-01-01')
      expect(municipality).toBeNull()
    }
  })

  it('destroys a lone contact’s words after the rule has stood its warning', async () => {
    house.setNow('2025-03-01T09:00:00Z')
    const { contactId } = await office.as(office.maija, (t) =>
      logContact(t, {
        channel: 'phone',
        reasons: [],
        actions: [],
        person: { name: 'Yksi Soittaja' },
        note: SECRET,
      }),
    )
    await office.as(office.maija, (t) =>
      logContact(t, { channel: 'phone', reasons: [], actions: [], person: {} }),
    )
    house.setNow('2026-06-01T09:00:00Z')
    await office.as(office.lead, (t) =>
      setRetentionRule(t, { ...rule, kind: 'contact', outcome: '', action: 'destroy', years: 1 }, ''),
    )
    expect(await runRetention(house, '08')).toMatchObject({ told: 1 })
    house.setNow('2026-06-08T09:00:00Z')
    const run = await runRetention(house, '08')
    expect(run.failed).toEqual([])
    expect(await office.rows(`select 1 from contact where id = $1`, contactId)).toEqual([])
    expect(await office.rows(`select 1 from data_key where id = $1`, contactId)).toEqual([])
    expect(await office.rows(`select 1 from contact where year = 2025 and month = 3 and kept`)).toHaveLength(
      0,
    )
    expect(
      await office.rows(`select 1 from contact where year = 2025 and kept and note_sealed is null`),
    ).toHaveLength(1)
    expect(await office.rows(`select 1 from destruction where subject = 'contact'`)).toHaveLength(1)
  })

  it('goes on after it was killed, and destroys nothing twice', async () => {
    const cases = [await fullCase(), await fullCase(), await fullCase()]
    house.setNow('2027-06-01T09:00:00Z')
    await runRetention(house, '08')
    house.setNow('2027-06-10T09:00:00Z')
    // The second one's key is held by a lock, as when the server dies in the middle of it.
    const holder = await house.database.owner.connect()
    await holder.query('begin')
    await holder.query(
      `create trigger stop before delete on data_key for each row execute function app.refuse_change()`,
    )
    await holder.query('commit')
    const broken = await runRetention(house, '08')
    expect(broken.destroyed).toBe(0)
    expect(broken.failed.length).toBeGreaterThanOrEqual(3)
    for (const { caseId } of cases) {
      expect(await office.rows(`select 1 from "case" where id = $1`, caseId)).toHaveLength(1)
      expect(await office.rows(`select 1 from contact where case_id = $1`, caseId)).not.toEqual([])
    }
    await holder.query('drop trigger stop on data_key')
    holder.release()
    const both = await Promise.all([runRetention(house, '08'), runRetention(house, '08')])
    expect(both.flatMap(({ failed }) => failed)).toEqual([])
    for (const { caseId } of cases)
      expect(await office.rows(`select 1 from destruction where subject_id = $1`, caseId)).toHaveLength(1)
  })

  it('holds a case whose client was there lately, and says why', async () => {
    const { caseId } = await fullCase()
    house.setNow('2028-06-20T09:00:00Z')
    await runRetention(house, '08')
    await followCase(house, { id: caseId, organisation: '08' })
    house.setNow('2028-07-10T09:00:00Z')
    expect(await runRetention(house, '08')).toMatchObject({ destroyed: 0 })
    const row = (await office.as(system, (t) => comingUp(t))).find(({ id }) => id === caseId)
    expect(row!.standing).toMatchObject({ state: 'held', holds: [{ why: 'client', until: '2028-07-20' }] })
  })
})

it('knows every table that names a case, a contact, a gap or a key', async () => {
  const tables = await office.rows<{ name: string }>(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public'
     and column_name in ('case_id', 'contact_id', 'gap_id', 'key_id') order by 1`,
  )
  expect(tables.map(({ name }) => name).filter((name) => !ERASED_TABLES[name])).toEqual([])
  const cascading = await office.rows<{ name: string }>(
    `select distinct c.conrelid::regclass::text as name from pg_constraint c
     where c.contype = 'f' and c.confdeltype = 'c' and (c.confrelid = '"case"'::regclass
       or c.confrelid in (select conrelid from pg_constraint where contype = 'f' and confdeltype = 'c' and confrelid = '"case"'::regclass))`,
  )
  const names = new Set(cascading.map(({ name }) => name))
  for (const { name } of tables) if (ERASED_TABLES[name] === 'cascade') expect(names, name).toContain(name)
})
