import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyEvent, watchClocks } from '../../src/cases/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const told = (caseId: string) =>
  office.rows<{ staff: string; when: string }>(
    `select staff_id as staff, split_part(variables->>'reminder', ':', 4) as when from notice
     where case_id = $1 and template = 'staff-clock' order by planned_at, id`,
    caseId,
  )

it('tells the handler and the lead of a review time near its end, and both when it has ended, once each', async () => {
  const { caseId } = await office.submit()
  await office.as(office.maija, async (t) => {
    await applyEvent(
      t,
      caseId,
      {
        type: 'CAPTURE_DECISION',
        fields: { remedy: 'review', decisionFrom: '2026-11-24', served: 'handed', instructions: 'right' },
      },
      'office',
    )
  })
  // Only the time for the review is left to watch: the office's own clocks end with the answer.
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'ANSWER', note: 'Neuvo' }, 'office'))
  // 24 November and thirty days: Christmas Eve, so the 28th of December.
  for (const [day, expected] of [
    ['2026-12-23', []],
    ['2026-12-24', [office.maija.id, office.lead.id].sort()],
    ['2026-12-28', [office.maija.id, office.lead.id].sort()],
  ] as const) {
    house.setNow(`${day}T09:00:00Z`)
    await watchClocks(house)
    await Promise.all([watchClocks(house), watchClocks(house)])
    expect((await told(caseId)).map(({ staff }) => staff).sort(), day).toEqual(expected)
  }
  house.setNow('2026-12-29T09:00:00Z')
  await watchClocks(house)
  await watchClocks(house)
  const late = (await told(caseId)).filter(({ when }) => when === 'late').map(({ staff }) => staff)
  expect(late.sort()).toEqual([office.maija.id, office.lead.id].sort())
})

it('says nothing of a clock that was stopped, or of a case that has ended', async () => {
  const { caseId } = await office.submit()
  await office.as(office.maija, (t) =>
    applyEvent(t, caseId, { type: 'CLOSE', fields: { outcome: 'advised' } }, 'office'),
  )
  house.setNow('2027-06-01T09:00:00Z')
  await watchClocks(house)
  expect(await told(caseId)).toEqual([])
})
