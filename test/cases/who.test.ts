import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AccessRefused, awayNow, removeAbsence, saveAbsence } from '../../src/access/index.ts'
import { gapInput } from '../../src/cases/gaps/gap-input.ts'
import {
  applyEvent,
  breakGlass,
  countViews,
  declareConflict,
  declareFor,
  declareTie,
  followCase,
  glassOnCase,
  handOver,
  LeftBehind,
  liftBar,
  listCases,
  logContact,
  nameColleague,
  type Refusal,
  readCase,
  recordGap,
  samePersons,
  searchCases,
  setRestricted,
  turnIntoCase,
  unnameColleague,
  whoSees,
} from '../../src/cases/index.ts'
import { contactLog } from '../../src/cases/log-contact.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house?.close())
beforeEach(async () => {
  for (const table of ['"case"', 'contact', 'notice', 'staff', 'data_key', 'blind_index'])
    await house.database.owner.query(`delete from ${table}`)
  house.setNow('2026-11-24T09:00:00Z')
  office = await openOffice(house)
})

const refusal = (code: Refusal['code']) => expect.objectContaining({ code })
const takenBy = async (who: Office['maija'], given = {}) => {
  const { caseId } = await office.submit(given)
  await office.as(who, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  return caseId
}
const all = (who: Office['maija']) =>
  office.as(who, async (t) => (await listCases(t, { view: 'all' }, { size: 50 })).rows.map(({ id }) => id))
const handlerOf = async (caseId: string) =>
  (
    await office.rows<{ handler_id: string | null }>('select handler_id from "case" where id = $1', caseId)
  )[0]!.handler_id
const mails = (caseId: string) =>
  office.rows<{ staff_id: string; template: string; state: string }>(
    'select staff_id, template, state from notice where case_id = $1 and staff_id is not null order by id',
    caseId,
  )
const events = (event: string) =>
  office.rows<{ n: number }>('select 1 as n from audit_entry where event = $1', event)

describe('a conflict of interest', () => {
  it('locks the case for that person everywhere, and takes it from them', async () => {
    const caseId = await takenBy(office.maija)
    await office.as(office.maija, (t) =>
      recordGap(
        t,
        { caseId },
        gapInput.parse({ benefit: 'basic-assistance', authority: 'kela', cause: 'processing-delay' }),
      ),
    )
    await office.as(office.maija, (t) => declareConflict(t, caseId))
    expect(await handlerOf(caseId)).toBeNull()
    expect((await mails(caseId)).filter(({ template }) => template === 'staff-access')).toEqual([
      { staff_id: office.lead.id, template: 'staff-access', state: 'planned' },
    ])
    await office.as(office.maija, async (t) => {
      await expect(readCase(t, caseId)).rejects.toEqual(refusal('not-found'))
      await expect(applyEvent(t, caseId, { type: 'TAKE' }, 'office')).rejects.toEqual(refusal('not-found'))
      expect((await listCases(t, { view: 'all' }, { size: 50 })).rows).toEqual([])
      expect(await countViews(t, office.maija.id)).toMatchObject({ mine: 0, unassigned: 0, open: 0 })
      expect(await searchCases(t, { text: 'Aino Asiakas', only: {} })).toMatchObject({ hits: [], total: 0 })
      expect(await samePersons(t, { name: 'Aino Asiakas' })).toEqual([])
      for (const table of [
        'contact',
        'case_event',
        'message',
        'clock',
        'notice',
        'benefit_gap',
        'data_key',
        'blind_index',
        'case_bar',
      ])
        expect(await t.ask(`select 1 from ${table}`), table).toEqual([])
      expect(await t.ask(`select 1 from audit_entry where subject_id = $1`, [caseId])).toEqual([])
    })
    // Colleagues go on as before.
    await office.as(office.pekka, (t) =>
      applyEvent(t, caseId, { type: 'ASSIGN', fields: { staff: office.pekka.id } }, 'office'),
    )
    expect((await office.as(office.pekka, (t) => readCase(t, caseId))).case.handlerId).toBe(office.pekka.id)
  })

  it('cannot be given the case, and is mailed nothing more of it', async () => {
    const caseId = await takenBy(office.maija)
    await office.as(office.lead, (t) => declareFor(t, caseId, office.pekka.id))
    await expect(
      office.as(office.maija, (t) =>
        applyEvent(t, caseId, { type: 'ASSIGN', fields: { staff: office.pekka.id } }, 'office'),
      ),
    ).rejects.toEqual(refusal('field-invalid'))
    await expect(office.as(office.maija, (t) => nameColleague(t, caseId, office.pekka.id))).rejects.toEqual(
      refusal('field-invalid'),
    )
    await office.as(office.lead, (t) => liftBar(t, caseId, office.pekka.id))
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'ASSIGN', fields: { staff: office.pekka.id } }, 'office'),
    )
    expect(await handlerOf(caseId)).toBe(office.pekka.id)
  })

  it('is found where the client has the name or address of a member of staff, and not by a single name', async () => {
    const same = await office.submit({ person: { name: 'meikäläinen, MAIJA', email: 'other@example.fi' } })
    const mail = await office.submit({ person: { name: 'X', email: 'PEKKA.pirkka.08@example.fi' } })
    const none = await office.submit({ person: { name: 'Maija' } })
    expect((await all(office.maija)).sort()).toEqual([mail.caseId, none.caseId].sort())
    expect((await all(office.pekka)).sort()).toEqual([same.caseId, none.caseId].sort())
    expect(await events('conflict.found')).toHaveLength(2)
  })

  it('takes a case that its own caller made out of their hands at once', async () => {
    const { contactId } = await office.as(office.maija, (t) =>
      logContact(
        t,
        contactLog.parse({ channel: 'phone', municipality: '837', person: { name: 'Maija Meikäläinen' } }),
      ),
    )
    const { caseId } = await office.as(office.maija, (t) => turnIntoCase(t, contactId, { kind: 'advice' }))
    expect(await handlerOf(caseId)).toBeNull()
    expect(await all(office.maija)).toEqual([])
  })

  it.each([
    ['a service', { kind: 'service', code: 'disability', municipality: '837', name: null, personUnit: null }],
    ['a unit', { kind: 'unit', code: null, municipality: null, name: 'Kotikartano', personUnit: null }],
  ])('follows from a tie to %s, for cases there are and cases to come, until it ends', async (_, tie) => {
    const about = { account: { text: 'Päätös viipyy.', where: 'Hatanpään kotikartano, 2. kerros' } }
    const before = await takenBy(office.maija, about)
    expect(await office.as(office.maija, (t) => declareTie(t, tie))).toBe(1)
    const after = await office.submit(about)
    const other = await office.submit({
      serviceTask: 'older-people',
      account: { text: 'Muu', where: 'Koivula' },
    })
    expect(await all(office.maija)).toEqual([other.caseId])
    expect(await handlerOf(before)).toBeNull()
    expect((await all(office.pekka)).sort()).toEqual([before, after.caseId, other.caseId].sort())
  })

  it('to a client covers all of that person’s cases', async () => {
    const first = await office.submit()
    const [{ person_unit }] = (await office.rows<{ person_unit: string }>(
      'select person_unit from "case"',
    )) as [{ person_unit: string }]
    await office.as(office.maija, (t) => declareConflict(t, first.caseId, { wholePerson: true }))
    const { contactId } = await office.as(office.pekka, (t) =>
      logContact(
        t,
        contactLog.parse({ channel: 'phone', municipality: '837', personUnit: person_unit, note: 'x' }),
      ),
    )
    expect(await office.as(office.maija, (t) => t.sql.contact.count())).toBe(0)
    await office.as(office.pekka, (t) => turnIntoCase(t, contactId, { kind: 'advice' }))
    expect(await all(office.maija)).toEqual([])
    expect(await all(office.pekka)).toHaveLength(2)
  })

  it('that was found and lifted is not found again, and one declared anew is', async () => {
    const { caseId } = await office.submit({ person: { name: 'Maija Meikäläinen' } })
    expect(await office.as(office.lead, (t) => liftBar(t, caseId, office.maija.id))).toBe(true)
    await office.as(office.pekka, (t) =>
      recordGap(
        t,
        { caseId },
        gapInput.parse({ benefit: 'basic-assistance', authority: 'kela', cause: 'processing-delay' }),
      ),
    )
    expect(await all(office.maija)).toEqual([caseId])
    await office.as(office.maija, (t) => declareConflict(t, caseId))
    expect(await all(office.maija)).toEqual([])
  })
})

describe('the content of a case', () => {
  it('is closed to a lead who does not have it, until they break the glass, for a day', async () => {
    const caseId = await takenBy(office.maija)
    const lead = <T>(work: (t: Parameters<Parameters<Office['as']>[1]>[0]) => Promise<T>) =>
      office.as(office.lead, work)
    expect((await lead((t) => listCases(t, { view: 'all' }, { size: 9 }))).rows).toMatchObject([
      { id: caseId, opens: false },
    ])
    await expect(lead((t) => readCase(t, caseId))).rejects.toEqual(refusal('not-yours'))
    expect(await lead((t) => searchCases(t, { text: 'Aino Asiakas', only: {} }))).toMatchObject({
      hits: [],
      total: 0,
    })
    await expect(lead((t) => breakGlass(t, caseId, 'kiire'))).rejects.toEqual(refusal('note-missing'))
    await lead((t) => breakGlass(t, caseId, 'Maija on sairaana ja asiakkaalla on hätä.'))
    expect((await lead((t) => readCase(t, caseId))).person.name).toBe('Aino Asiakas')
    expect(await office.as(office.maija, (t) => glassOnCase(t, caseId))).toMatchObject([
      { staffId: office.lead.id, reason: 'Maija on sairaana ja asiakkaalla on hätä.' },
    ])
    expect((await mails(caseId)).filter(({ template }) => template === 'staff-access')).toMatchObject([
      { staff_id: office.maija.id },
    ])
    expect(await events('glass.broken')).toHaveLength(1)
    house.setNow('2026-11-25T09:00:01Z')
    await expect(lead((t) => readCase(t, caseId))).rejects.toEqual(refusal('not-yours'))
  })

  it('waits behind its row for whoever takes it: a lead assigns without reading', async () => {
    const { caseId } = await office.submit()
    await office.as(office.lead, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    expect((await office.as(office.lead, (t) => readCase(t, caseId))).case.handlerId).toBe(office.lead.id)
    await office.as(office.lead, (t) =>
      applyEvent(t, caseId, { type: 'ASSIGN', fields: { staff: office.maija.id } }, 'office'),
    )
    await expect(office.as(office.lead, (t) => readCase(t, caseId))).rejects.toEqual(refusal('not-yours'))
  })

  it('is its handler’s alone where the client’s address is protected, and of those named', async () => {
    const caseId = await takenBy(office.maija)
    await office.as(office.maija, (t) => setRestricted(t, caseId, true))
    await office.as(office.pekka, async (t) => {
      await expect(readCase(t, caseId)).rejects.toEqual(refusal('not-found'))
      expect((await listCases(t, { view: 'all' }, { size: 9 })).rows).toEqual([])
      expect(await searchCases(t, { text: 'Aino Asiakas', only: {} })).toMatchObject({ hits: [], total: 0 })
      expect(await samePersons(t, { name: 'Aino Asiakas' })).toEqual([])
    })
    await office.as(office.maija, (t) => nameColleague(t, caseId, office.pekka.id))
    expect((await office.as(office.pekka, (t) => readCase(t, caseId))).case.restricted).toBe(true)
    await expect(office.as(office.pekka, (t) => setRestricted(t, caseId, false))).rejects.toEqual(
      refusal('not-yours'),
    )
    await office.as(office.maija, (t) => unnameColleague(t, caseId, office.pekka.id))
    await expect(office.as(office.pekka, (t) => readCase(t, caseId))).rejects.toEqual(refusal('not-found'))
    await office.as(office.lead, (t) => setRestricted(t, caseId, false))
    expect((await office.as(office.pekka, (t) => readCase(t, caseId))).case.restricted).toBe(false)
    expect(await events('case.restricted')).toHaveLength(1)
    expect(await events('case.unrestricted')).toHaveLength(1)
  })

  it('is for each in their own municipalities, and in an office of own cases for the handler', async () => {
    const salo = await takenBy(office.maija, { municipality: '734' })
    await house.database.owner.query(`update staff set municipalities = '{837}' where id = $1`, [
      office.pekka.id,
    ])
    expect(await all(office.pekka)).toEqual([])
    await expect(
      office.as(office.maija, (t) =>
        applyEvent(t, salo, { type: 'ASSIGN', fields: { staff: office.pekka.id } }, 'office'),
      ),
    ).rejects.toEqual(refusal('field-invalid'))
    await house.database.owner.query(`update staff set municipalities = '{}'`)
    expect(await all(office.pekka)).toEqual([salo])
    await house.database.owner.query(`update organisation set own_cases_only = true where code = '08'`)
    expect(await all(office.pekka)).toEqual([])
    const { caseId } = await office.submit()
    expect(await all(office.pekka)).toEqual([caseId])
    await expect(office.as(office.pekka, (t) => readCase(t, caseId))).rejects.toEqual(refusal('not-yours'))
    await office.as(office.pekka, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    await office.as(office.pekka, (t) => readCase(t, caseId))
    await house.database.owner.query(`update organisation set own_cases_only = false where code = '08'`)
  })

  it('is told of by the rules that open it, person by person', async () => {
    const caseId = await takenBy(office.maija)
    await office.as(office.lead, (t) => declareFor(t, caseId, office.pekka.id))
    const { people, bars } = await office.as(office.lead, (t) => whoSees(t, caseId))
    const of = (id: string) => people.find(({ person }) => person.staffId === id)!
    expect(of(office.maija.id).reads).toMatchObject({ allowed: true, row: { when: ['handler'] } })
    expect(of(office.pekka.id).reads).toEqual({ allowed: false, except: 'not-barred' })
    expect(of(office.lead.id).reads).toEqual({ allowed: false })
    expect(of(office.lead.id).row).toMatchObject({ allowed: true })
    expect(bars).toMatchObject([{ staffId: office.pekka.id, reason: 'lead' }])
    await expect(office.as(office.pekka, (t) => whoSees(t, caseId))).rejects.toEqual(refusal('not-found'))
  })
})

describe('an absence', () => {
  const away = (who: Office['maija'], from: string, to: string, substitute: Office['maija'] | null) =>
    office.as(who, (t) => saveAbsence(t, { staffId: who.id, from, to, substituteId: substitute?.id ?? null }))

  it('passes along the chain and ends with the day in Finland', async () => {
    const own = await house.database.owner.query(`update organisation set own_cases_only = true`)
    expect(own.rowCount).toBeGreaterThan(0)
    const caseId = await takenBy(office.maija)
    await away(office.maija, '2026-11-24', '2026-11-26', office.pekka)
    await away(office.pekka, '2026-11-25', '2026-11-25', office.lead)
    const reader = async () => {
      const can: string[] = []
      for (const who of [office.pekka, office.lead])
        await office
          .as(who, (t) => readCase(t, caseId))
          .then(
            () => can.push(who.id),
            () => {},
          )
      return can
    }
    expect(await reader()).toEqual([office.pekka.id])
    house.setNow('2026-11-25T09:00:00Z')
    expect(await reader()).toEqual([office.lead.id])
    expect((await office.as(office.lead, awayNow)).get(office.maija.id)).toEqual({
      until: '2026-11-26',
      answers: office.lead.id,
    })
    // 21:59 UTC is still the 26th in Finland, 22:00 the 27th.
    house.setNow('2026-11-26T21:59:00Z')
    expect(await reader()).toEqual([office.pekka.id])
    house.setNow('2026-11-26T22:00:00Z')
    expect(await reader()).toEqual([])
    expect(await office.as(office.lead, awayNow)).toEqual(new Map())
    await house.database.owner.query(`update organisation set own_cases_only = false`)
  })

  it('brings the reminders of a case to who stands in, and to the leads when nobody does', async () => {
    const caseId = await takenBy(office.maija)
    await away(office.maija, '2026-11-24', '2026-12-30', office.pekka)
    await office.as(office.lead, (t) => breakGlass(t, caseId, 'Kiireellinen asia, ketään ei tavoiteta.'))
    expect((await mails(caseId)).filter(({ template }) => template === 'staff-access')).toMatchObject([
      { staff_id: office.pekka.id },
    ])
    const { remindedStaff } = await import('../../src/cases/engine/plan-notices.ts')
    await away(office.pekka, '2026-11-24', '2026-12-30', null)
    const told = await office.as({ kind: 'system' }, (t) => remindedStaff(t, office.maija.id, false, caseId))
    expect(told.map(({ id }) => id)).toEqual([office.lead.id])
  })

  it('is told to the client without a name, with whether somebody answers meanwhile', async () => {
    const caseId = await takenBy(office.maija)
    const followed = async () => (await followCase(house, { id: caseId, organisation: '08' })).away
    expect(await followed()).toBeUndefined()
    await away(office.maija, '2026-11-24', '2026-11-26', office.pekka)
    expect(await followed()).toEqual({ until: '2026-11-26', answered: true })
    await away(office.pekka, '2026-11-24', '2026-11-24', null)
    expect(await followed()).toEqual({ until: '2026-11-26', answered: false })
    house.setNow('2026-11-27T09:00:00Z')
    expect(await followed()).toBeUndefined()
  })

  it('hands the case of a person who is barred meanwhile to who stands in', async () => {
    const caseId = await takenBy(office.maija)
    await away(office.maija, '2026-11-24', '2026-12-30', office.pekka)
    await office.as(office.lead, (t) => declareFor(t, caseId, office.maija.id))
    expect(await handlerOf(caseId)).toBe(office.pekka.id)
  })

  it('refuses days that cannot be, who cannot stand in, and circles on any of its days', async () => {
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error) => (error as AccessRefused).code,
      )
    expect(await code(away(office.maija, '2026-11-27', '2026-11-26', null))).toBe('absence-dates')
    expect(await code(away(office.maija, '2026-11-20', '2026-11-23', null))).toBe('absence-dates')
    expect(await code(away(office.maija, '2026-11-24', '2026-11-26', office.maija))).toBe(
      'absence-substitute',
    )
    await away(office.maija, '2026-12-01', '2026-12-10', office.pekka)
    await away(office.pekka, '2026-12-05', '2026-12-06', office.lead)
    expect(await code(away(office.lead, '2026-11-24', '2026-12-05', office.maija))).toBe('absence-loop')
    expect(await code(away(office.lead, '2026-11-24', '2026-12-04', office.maija))).toBe('done')
    const [{ id }] = (await office.rows<{ id: string }>(
      `select id from absence where staff_id = $1`,
      office.maija.id,
    )) as [{ id: string }]
    expect(await office.as(office.pekka, (t) => removeAbsence(t, id, office.pekka.id))).toBe(false)
    expect(await office.as(office.maija, (t) => removeAbsence(t, id, office.maija.id))).toBe(true)
  })
})

describe('a leaver', () => {
  it('leaves everything to colleagues at once, and nothing where somebody would be left alone', async () => {
    const cases = [await takenBy(office.maija), await takenBy(office.maija), await takenBy(office.maija)]
    await office.as(office.lead, (t) => declareFor(t, cases[0]!, office.pekka.id))
    await office.as(office.pekka, (t) =>
      saveAbsence(t, {
        staffId: office.pekka.id,
        from: '2026-12-01',
        to: '2026-12-02',
        substituteId: office.maija.id,
      }),
    )
    const admin = { kind: 'staff', id: newId() } as const
    await expect(
      office.as(admin, (t) => handOver(t, office.maija.id, [office.pekka.id])),
    ).rejects.toBeInstanceOf(LeftBehind)
    expect(await Promise.all(cases.map(handlerOf))).toEqual(cases.map(() => office.maija.id))
    const moved = await office.as(admin, (t) =>
      handOver(t, office.maija.id, [office.pekka.id, office.lead.id]),
    )
    expect([...moved.cases.values()].sort()).toEqual([1, 2])
    expect(moved.absences).toBe(1)
    expect(await handlerOf(cases[0]!)).toBe(office.lead.id)
    expect(await office.rows('select 1 from "case" where handler_id = $1', office.maija.id)).toEqual([])
    expect(await office.rows('select active from staff where id = $1', office.maija.id)).toEqual([
      { active: false },
    ])
    expect(await office.rows('select substitute_id from absence')).toEqual([
      { substitute_id: office.lead.id },
    ])
  })

  it('is not shut out with open cases in hand', async () => {
    await takenBy(office.maija)
    const { changeStaff } = await import('../../src/access/index.ts')
    const shut = inOffice(house, '08', { kind: 'system' }, (t) =>
      changeStaff(t, { id: office.maija.id, active: false }),
    )
    await expect(shut).rejects.toEqual(expect.objectContaining({ code: 'has-cases' }))
  })
})
