import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerInvitation, applyEvent, feedbackInvitation, giveFeedback } from '../../src/cases/index.ts'
import { recipientOf } from '../../src/notices/recipient.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse({ now: '2026-11-24T09:00:00Z' })
  office = await openOffice(house)
})
afterAll(() => house.close())

/** A closed case of which the client has been asked how it went: its id and the secret of the mail's link. */
async function asked(given = {}) {
  const { caseId } = await office.submit(given)
  const fields = { outcome: 'advised' }
  await office.as(office.maija, (t) =>
    applyEvent(t, caseId, { type: 'ANSWER_AND_CLOSE', fields, note: 'Näin.' }, 'office'),
  )
  const timer = 'xstate.after.days3.complaint.ended.closed'
  await office.as({ kind: 'system' }, (t) => applyEvent(t, caseId, { type: timer }, 'system'))
  const path = await office.as({ kind: 'system' }, async (t) => {
    const notice = await t.sql.notice.findFirstOrThrow({ where: { caseId, template: 'feedback' } })
    return (await recipientOf(t, notice))?.path
  })
  return { caseId, path, token: path?.split('/').at(-1) ?? '' }
}
const given = (caseId: string) =>
  office.rows<{ type: string; fields: object; note_sealed: unknown }>(
    `select type, fields, note_sealed from case_event where case_id = $1 and type = 'FEEDBACK'`,
    caseId,
  )

describe('feedback', () => {
  it('is one click away from the mail, given once, and belongs to no case', async () => {
    const { caseId, path, token } = await asked({ language: 'sv' })
    expect(path).toMatch(/^\/sv\/feedback\/[\w-]{20,}$/)
    expect(await feedbackInvitation(house, token)).toBe('open')
    const answers = { understood: 'yes', trust: 'partly', words: 'Tack för hjälpen' } as const
    expect(await answerInvitation(house, token, answers, 'sv')).toBe('open')
    expect(await answerInvitation(house, token, { heard: 'no' }, 'sv')).toBe('used')
    expect(await feedbackInvitation(house, token)).toBe('used')
    expect(await given(caseId)).toEqual([{ type: 'FEEDBACK', fields: {}, note_sealed: null }])
    const rows = await office.rows<Record<string, unknown>>(
      `select row_to_json(a)::text || coalesce(row_to_json(k)::text, '') as all, a.*
       from feedback_answer a left join data_key k on k.id = a.id where a.language = 'sv'`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      year: 2026,
      month: 11,
      door: 'mail',
      understood: 'yes',
      trust: 'partly',
      heard: null,
    })
    // Neither the case nor the moment can be read from the answer, and its words not without the key.
    const everything = String(rows[0]!.all)
    expect(everything).not.toContain(caseId)
    expect(everything).not.toContain('2026-11-24')
    expect(everything).not.toContain('Tack')
    expect(String(rows[0]!.id)[14]).toBe('4')
  })
  it('given beside the case uses up the invitation', async () => {
    const { caseId, token } = await asked()
    const opened = { id: caseId, organisation: '08' }
    expect(await giveFeedback(house, opened, { heard: 'yes' }, 'fi')).toBe('open')
    expect(await giveFeedback(house, opened, { heard: 'yes' }, 'fi')).toBe('used')
    expect(await feedbackInvitation(house, token)).toBe('used')
  })
  it('is taken once when two press at the same time', async () => {
    const { token } = await asked()
    const both = await Promise.all([1, 2].map(() => answerInvitation(house, token, { heard: 'yes' }, 'fi')))
    expect(both.sort()).toEqual(['open', 'used'])
  })
  it('has an end, and an unknown link tells nothing', async () => {
    const { token } = await asked()
    house.setNow('2027-02-01T09:00:00Z')
    expect(await feedbackInvitation(house, token)).toBe('gone')
    expect(await answerInvitation(house, 'unknown', { heard: 'yes' }, 'fi')).toBe('gone')
    house.setNow('2026-11-24T09:00:00Z')
  })
  it('cannot be given while the case is open', async () => {
    const { caseId } = await office.submit()
    const opened = { id: caseId, organisation: '08' }
    expect(await giveFeedback(house, opened, { heard: 'yes' }, 'fi')).toBe('used')
    const event = office.as(CLIENT, (t) => applyEvent(t, caseId, { type: 'FEEDBACK' }, 'client'))
    await expect(event).rejects.toMatchObject({ code: 'not-now', details: { reason: 'case-open' } })
  })
})
