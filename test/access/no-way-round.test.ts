import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveAbsence } from '../../src/access/absence/save.ts'
import {
  applyEvent,
  breakGlass,
  contactLog,
  declareConflict,
  gapInput,
  listGaps,
  logContact,
  nameColleague,
  readCase,
  readGap,
  recordGap,
  samePersons,
  setRestricted,
  turnIntoCase,
} from '../../src/cases/index.ts'
import { makeDataKey } from '../../src/custody/data-key.ts'
import { newId } from '../../src/database/new-id.ts'
import { resendNotice } from '../../src/notices/index.ts'
import { planNotice } from '../../src/notices/plan.ts'
import { type Office, openOffice } from '../cases/office.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const handled = async () => {
  const { caseId } = await office.submit()
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  return caseId
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )

it('lets a lead not read a case by giving it to themself, or by putting it into the queue first', async () => {
  const caseId = await handled()
  const as = (type: string, fields: Record<string, string> = {}) =>
    code(office.as(office.lead, (t) => applyEvent(t, caseId, { type, fields }, 'office')))
  expect(await as('ASSIGN', { staff: office.lead.id })).toBe('not-yours')
  expect(await as('RELEASE')).toBe('not-yours')
  expect(await code(office.as(office.lead, (t) => readCase(t, caseId)))).toBe('not-yours')
  // Sharing out the work stays theirs.
  expect(await as('ASSIGN', { staff: office.pekka.id })).toBe('done')
})

it('lets nobody make themself the substitute of a colleague', async () => {
  const absence = {
    staffId: office.maija.id,
    from: '2026-11-24',
    to: '2026-11-25',
    substituteId: office.lead.id,
  }
  expect(await code(office.as(office.lead, (t) => saveAbsence(t, absence)))).toBe('absence-own')
  expect(await code(office.as(office.maija, (t) => saveAbsence(t, absence)))).toBe('done')
  await office.rows('delete from absence where staff_id = $1', office.maija.id)
})

it('sends no letter that opens an account to another address than it was made for', async () => {
  const id = newId()
  await office.as({ kind: 'system' }, async (t) => {
    const { row, key } = makeDataKey(t.keys, t.organisation, id)
    t.insert('dataKey', row)
    planNotice(t, {
      template: 'invitation',
      language: 'fi',
      facts: {},
      address: { email: 'uusi@example.fi', key, keyId: id },
      secretPath: '/desk/set-up/secret',
    })
  })
  const [notice] = await office.rows<{ id: string }>('select id from notice where key_id = $1', id)
  const again = (email?: string) => office.as(office.lead, (t) => resendNotice(t, notice!.id, email))
  expect(await again('vieras@example.fi')).toBe('bad-address')
  expect(await again()).toBeNull()
})

it('keeps the words of a gap without a case to who wrote it and the ombudsmen of its municipality', async () => {
  const { gapId, contactId } = await office.as(office.maija, async (t) => {
    const { contactId } = await logContact(
      t,
      contactLog.parse({ channel: 'phone', contactPerson: 'client', language: 'fi', municipality: '837' }),
    )
    await t.flush()
    const gap = gapInput.parse({
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'bounced',
      effects: [],
      municipality: '837',
      note: 'Salainen asia.',
    })
    return { contactId, ...(await recordGap(t, { contactId }, gap)) }
  })
  const note = async (who: Office['lead']) => (await office.as(who, (t) => readGap(t, gapId))).note
  expect(await note(office.maija)).toBe('Salainen asia.')
  expect(await note(office.pekka)).toBe('Salainen asia.')
  expect(await note(office.lead)).toBe('')
  expect(await code(office.as(office.lead, (t) => turnIntoCase(t, contactId, { kind: 'advice' })))).toBe(
    'not-yours',
  )
  await office.rows(`update staff set municipalities = '{"211"}' where id = $1`, office.pekka.id)
  expect(await code(office.as(office.pekka, (t) => readGap(t, gapId)))).toBe('not-found')
  const { rows } = await office.as(office.pekka, (t) => listGaps(t, { state: 'open' }, { size: 50 }))
  expect(rows.some(({ id }) => id === gapId)).toBe(false)
  expect(await code(office.as(office.pekka, (t) => turnIntoCase(t, contactId, { kind: 'advice' })))).toBe(
    'not-found',
  )
  await office.rows(`update staff set municipalities = '{}' where id = $1`, office.pekka.id)
})

it('lets who broke the glass make no lasting way in for themself, nor anybody name themself', async () => {
  const caseId = await handled()
  await office.as(office.lead, (t) => breakGlass(t, caseId, 'Käsittelijää ei tavoiteta tänään.'))
  expect(await code(office.as(office.lead, (t) => readCase(t, caseId)))).toBe('done')
  const name = (who: Office['lead'], whom: Office['lead']) =>
    code(office.as(who, (t) => nameColleague(t, caseId, whom.id)))
  const as = (type: string, fields: Record<string, string> = {}) =>
    code(office.as(office.lead, (t) => applyEvent(t, caseId, { type, fields }, 'office')))
  expect(await name(office.lead, office.lead)).toBe('not-yours')
  expect(await name(office.lead, office.pekka)).toBe('not-yours')
  expect(await as('ASSIGN', { staff: office.lead.id })).toBe('not-yours')
  expect(await as('RELEASE')).toBe('not-yours')
  office.later(25 * 60)
  expect(await code(office.as(office.lead, (t) => readCase(t, caseId)))).toBe('not-yours')
  expect(await name(office.maija, office.lead)).toBe('done')
  expect(await code(office.as(office.lead, (t) => readCase(t, caseId)))).toBe('done')
})

it('tells the handler when a substitute names somebody', async () => {
  const caseId = await handled()
  const day = office.house.now().toISOString().slice(0, 10)
  await office.as(office.maija, (t) =>
    saveAbsence(t, { staffId: office.maija.id, from: day, to: day, substituteId: office.pekka.id }),
  )
  const name = (whom: Office['lead']) =>
    code(office.as(office.pekka, (t) => nameColleague(t, caseId, whom.id)))
  const told = () =>
    office.rows<{ staff_id: string; reminder: string }>(
      `select staff_id, variables->>'reminder' as reminder from notice
       where case_id = $1 and template = 'staff-access' order by id`,
      caseId,
    )
  await office.as(office.pekka, (t) => setRestricted(t, caseId, true))
  // Whoever stands in reads a protected case too, and names nobody for it in secret.
  expect(await code(office.as(office.pekka, (t) => readCase(t, caseId)))).toBe('done')
  expect(await name(office.pekka)).toBe('not-yours')
  expect(await name(office.lead)).toBe('done')
  expect(await told()).toEqual([
    { staff_id: office.lead.id, reminder: 'who-handed' },
    { staff_id: office.maija.id, reminder: 'who-named' },
  ])
  await office.rows('delete from absence where staff_id = $1', office.maija.id)
})

it('tells a lead no more than "met before" of whom a case is about', async () => {
  const name = 'Sisko Salainen'
  const { caseId, caseNumber } = await office.submit({ person: { name } })
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  const [seen] = await office.as(office.lead, (t) => samePersons(t, { name }))
  expect(seen).toMatchObject({ caseId: null, caseNumber: null, serviceTask: null, at: null, contacts: 0 })
  expect(seen!.lone).toBe(false)
  expect(await office.as(office.maija, (t) => samePersons(t, { name }))).toMatchObject([
    { caseId, caseNumber, serviceTask: 'disability', contacts: 1, lone: false },
  ])
  await office.as(office.lead, (t) => breakGlass(t, caseId, 'Käsittelijää ei tavoiteta tänään.'))
  expect(await office.as(office.lead, (t) => samePersons(t, { name }))).toMatchObject([{ caseId }])
})

it('answers who tries the unit of a locked person as for one that is not known', async () => {
  const { caseId } = await office.submit({ person: { name: 'Lauri Lukittu' } })
  const [{ unit } = { unit: '' }] = await office.rows<{ unit: string }>(
    'select person_unit as unit from "case" where id = $1',
    caseId,
  )
  const declared = { wholePerson: true }
  await office.as(office.lead, (t) => declareConflict(t, caseId, declared))
  const log = async (who: Office['lead'], personUnit: string) => {
    const { contactId } = await office.as(who, (t) =>
      logContact(t, contactLog.parse({ channel: 'phone', municipality: '837', personUnit })),
    )
    const sql = 'select person_unit as unit from contact where id = $1'
    return (await office.rows<{ unit: string }>(sql, contactId))[0]!.unit
  }
  const unknown = newId()
  expect(await log(office.lead, unit)).not.toBe(unit)
  expect(await log(office.lead, unknown)).not.toBe(unknown)
  expect(await log(office.maija, unit)).toBe(unit)
})

it('tells an ombudsman of some municipalities of an earlier call elsewhere only where they took it', async () => {
  const person = { name: 'Tuula Toisaalta' }
  const call = contactLog.parse({ channel: 'phone', municipality: '837', serviceTask: 'kela', person })
  await office.as(office.maija, (t) => logContact(t, call))
  await office.rows(`update staff set municipalities = '{"211"}' where id in ($1, $2)`, ...both())
  const seen = async (who: Office['lead']) => (await office.as(who, (t) => samePersons(t, person)))[0]
  expect(await seen(office.maija)).toMatchObject({ contacts: 1, serviceTask: 'kela', lone: true })
  expect(await seen(office.pekka)).toMatchObject({ contacts: 0, at: null, serviceTask: null })
  await office.rows(`update staff set municipalities = '{}' where id in ($1, $2)`, ...both())
})
const both = () => [office.maija.id, office.pekka.id]
