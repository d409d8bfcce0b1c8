import { afterAll, beforeAll, expect, it } from 'vitest'
import { saveAbsence } from '../../src/access/absence/save.ts'
import {
  applyEvent,
  contactLog,
  gapInput,
  listGaps,
  logContact,
  readCase,
  readGap,
  recordGap,
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
})
