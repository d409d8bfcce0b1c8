import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyEvent, followCase, readCase, sendToOffice, watchClocks } from '../../src/cases/index.ts'
import { verifyAudit } from '../../src/custody/verify-audit.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'
import { passTime } from './pass-time.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

/** The machine's clock as a bad battery, a daylight-saving bug or a wrong time server leave it. */
const JUMPS = [
  '2027-01-05T09:00:00Z',
  '2026-11-24T09:00:00Z',
  '2026-11-24T08:00:00Z',
  '2028-11-24T09:00:00Z',
  '2026-11-25T09:00:00Z',
  '2000-01-01T00:00:00Z',
  '2026-11-26T09:00:00Z',
]

it('a clock that jumps loses nothing, tells nobody twice, and leaves no case stuck', async () => {
  house.setNow('2026-11-24T09:00:00Z')
  const cases = [await office.submit(), await office.submit({ kind: 'advice' })]
  const said: string[] = []
  const event = (caseId: string, type: string, fields: Record<string, string> = {}, note?: string) =>
    office.as(office.maija, (t) => applyEvent(t, caseId, { type, fields, note }, 'office'))
  for (const { caseId } of cases) await event(caseId, 'TAKE')
  for (const [n, jump] of JUMPS.entries()) {
    house.setNow(jump)
    await watchClocks(house)
    for (const { caseId } of cases) {
      const text = `viesti ${n}`
      await office.as(CLIENT, (t) => sendToOffice(t, caseId, text, 'portal'))
      said.push(text)
      await event(caseId, 'MESSAGE_TO_CLIENT', {}, `vastaus ${n}`)
    }
    await Promise.all([watchClocks(house), watchClocks(house)])
  }
  for (const { caseId } of cases) {
    const { messages } = await followCase(house, { id: caseId, organisation: '08' })
    const from = (who: string) => messages.filter((one) => one.from === who).map(({ text }) => text)
    for (const text of said) expect(from('client').join('\n')).toContain(text)
    for (const n of JUMPS.keys()) expect(from('office')).toContain(`vastaus ${n}`)
    // Each reminder of an end was told once to each person.
    const told = await office.rows<{ n: number }>(
      `select count(*)::int as n from notice where case_id = $1 and variables->>'reminder' like 'clock:%'
       group by staff_id, variables->>'reminder'`,
      caseId,
    )
    for (const { n } of told) expect(n).toBe(1)
    await event(caseId, 'CLOSE', { outcome: 'advised' }, 'Asia on selvitetty.')
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.case.closedAt).not.toBeNull()
  }
  // What was planned for days to come is done when they come, and ends.
  await passTime(house, '2027-06-01T09:00:00Z')
  expect((await verifyAudit(house.database.owner)).ok).toBe(true)
})
