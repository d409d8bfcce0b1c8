import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerInvitation,
  applyEvent,
  changeFigures,
  closeFeedbackBatches,
  feedbackInvitation,
  feedbackWords,
  followCase,
  giveFeedback,
} from '../../src/cases/index.ts'
import { recipientOf } from '../../src/notices/recipient.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

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
const opened = (id: string) => ({ id, organisation: '08' })

/** Every row of the office that was written by the same transaction as a row of `table`, by table. */
async function writtenWith(table: string): Promise<Record<string, number>> {
  const tables = await office.rows<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'app', 'graphile_worker')`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const [{ n } = { n: 0 }] = await office.rows<{ n: number }>(
      `select count(*)::int as n from ${name} where xmin::text in (select xmin::text from ${table})`,
    )
    if (n > 0) found[name] = n
  }
  return found
}
const everythingOf = (caseId: string) =>
  office.rows(
    `select c.xmin::text, to_jsonb(c) as row, (select count(*)::int from case_event where case_id = c.id) as events,
       (select jsonb_agg(i.xmin::text) from feedback_invitation i where i.case_id = c.id) as invitations,
       (select count(*)::int from audit_entry where subject_id = c.id::text) as audited
     from "case" c where c.id = $1`,
    caseId,
  )

describe('feedback', () => {
  it('is one click away from the mail and given once', async () => {
    const { path, token } = await asked({ language: 'sv' })
    expect(path).toMatch(/^\/sv\/feedback\/[\w-]{20,}$/)
    expect(await feedbackInvitation(house, token)).toBe('open')
    expect(await answerInvitation(house, token, { understood: 'yes', words: 'Tack för hjälpen' })).toBe(
      'open',
    )
    expect(await answerInvitation(house, token, { heard: 'no' })).toBe('used')
    expect(await feedbackInvitation(house, token)).toBe('used')
  })
  it('leaves nothing on the case, and nothing is written together with it', async () => {
    const { caseId, token } = await asked()
    const before = await everythingOf(caseId)
    expect(before[0]).toMatchObject({ events: expect.any(Number), invitations: [expect.any(String)] })
    expect(await answerInvitation(house, token, { trust: 'partly', words: 'Kiitos' })).toBe('open')
    expect(await everythingOf(caseId)).toEqual(before)
    expect(Object.keys(await writtenWith('feedback_inbox'))).toEqual(['public.feedback_inbox'])
    const rows = await office.rows<{ slot: Buffer; sealed: Buffer }>(`select * from feedback_inbox`)
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['slot', 'organisation', 'sealed'])
      expect(row.sealed.toString('latin1')).not.toMatch(/Kiitos|Tack|partly/)
    }
  })
  it('given beside the case is known behind the link of the mail', async () => {
    const { caseId, token } = await asked()
    expect((await followCase(house, opened(caseId))).feedbackGiven).toBe(false)
    expect(await giveFeedback(house, opened(caseId), { heard: 'yes' })).toBe('open')
    expect(await giveFeedback(house, opened(caseId), { heard: 'yes' })).toBe('used')
    expect(await feedbackInvitation(house, token)).toBe('used')
    expect((await followCase(house, opened(caseId))).feedbackGiven).toBe(true)
  })
  it('is taken once, and refused in words, when it comes through both doors at the same time', async () => {
    const cases = [await asked(), await asked(), await asked()]
    const all = cases.map(({ caseId, token }) =>
      Promise.all([
        answerInvitation(house, token, { heard: 'yes' }),
        giveFeedback(house, opened(caseId), { heard: 'no' }),
        answerInvitation(house, token, { heard: 'partly' }),
      ]),
    )
    for (const states of await Promise.all(all)) expect(states.sort()).toEqual(['open', 'used', 'used'])
  })
  it('has an end, and an unknown link tells nothing', async () => {
    const { token } = await asked()
    house.setNow('2027-02-01T09:00:00Z')
    expect(await feedbackInvitation(house, token)).toBe('gone')
    expect(await answerInvitation(house, 'unknown', { heard: 'yes' })).toBe('gone')
    house.setNow('2026-11-24T09:00:00Z')
  })
  it('cannot be given while the case is open, and can again after another end', async () => {
    const { caseId } = await office.submit()
    expect(await giveFeedback(house, opened(caseId), { heard: 'yes' })).toBe('used')
    const end = (type: string, note?: string) =>
      office.as(office.maija, (t) =>
        applyEvent(
          t,
          caseId,
          { type, fields: { outcome: 'advised', reopenReason: 'client-asked' }, note },
          'office',
        ),
      )
    await end('ANSWER_AND_CLOSE', 'Näin.')
    expect(await giveFeedback(house, opened(caseId), { heard: 'yes' })).toBe('open')
    await end('REOPEN')
    expect(await giveFeedback(house, opened(caseId), { heard: 'yes' })).toBe('used')
    await end('CLOSE')
    expect(await giveFeedback(house, opened(caseId), { heard: 'no' })).toBe('open')
  })
})

describe('a batch of feedback', () => {
  const figures = () => office.as(office.maija, async (t) => (await changeFigures(t, 2027)).feedback)
  it('is opened from five answers on, at once, in an order of its own', async () => {
    await house.database.owner.query(`delete from feedback_inbox`)
    house.setNow('2027-03-01T09:00:00Z')
    const cases = []
    for (let n = 0; n < 8; n++) cases.push(await asked())
    for (const [n, { token }] of cases.slice(0, 4).entries())
      await answerInvitation(house, token, { heard: 'yes', words: `Sana ${n}` })
    const before = await figures()
    await closeFeedbackBatches(house)
    // Four answers have come, and no page shows it.
    expect(await figures()).toEqual(before)
    expect(before).toMatchObject({ answers: 0, used: 0, asked: 0, closedAt: null })
    for (const [n, { caseId }] of cases.slice(4, 7).entries())
      await giveFeedback(house, opened(caseId), { heard: 'no', words: `Sana ${n + 4}` })
    expect(await figures()).toEqual(before)
    await closeFeedbackBatches(house)
    const after = await figures()
    expect(after).toMatchObject({ answers: 7, used: 7, closedAt: house.now() })
    expect(after.asked).toBeGreaterThanOrEqual(8)
    expect(after.replies.heard).toEqual({ yes: 4, partly: 0, no: 3, none: 0 })
    expect(await office.rows(`select 1 from feedback_inbox where sealed is not null`)).toEqual([])
    const words = await office.as(office.maija, (t) => feedbackWords(t, 2027))
    expect(words.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Sana ${n}`))
    // A second answer does not come in when the first has left.
    expect(await answerInvitation(house, cases[0]!.token, { heard: 'no' })).toBe('used')
    // One later waits for others: the figures stand still.
    expect(await answerInvitation(house, cases[7]!.token, { heard: 'partly' })).toBe('open')
    await closeFeedbackBatches(house)
    expect(await figures()).toEqual(after)
    house.setNow('2026-11-24T09:00:00Z')
  })
  it('tells by nothing in what order its answers came', async () => {
    const orders = new Set<string>()
    for (let round = 0; round < 3; round++) {
      await house.database.owner.query(`delete from feedback_inbox; delete from feedback_answer`)
      house.setNow(`2028-0${round + 1}-01T09:00:00Z`)
      for (let n = 0; n < 12; n++) {
        const { caseId } = await asked()
        await giveFeedback(house, opened(caseId), n < 6 ? { heard: 'yes' } : { heard: 'no' })
      }
      await closeFeedbackBatches(house)
      const rows = await office.rows<{ heard: string }>(`select heard from feedback_answer order by ctid`)
      expect(rows).toHaveLength(12)
      orders.add(rows.map(({ heard }) => heard).join())
      const { 'public.case': cases = 0, 'public.case_event': events = 0 } =
        await writtenWith('feedback_answer')
      expect([cases, events]).toEqual([0, 0])
    }
    // That all three come out as they went in happens once in 10^8 times.
    expect(orders.size).toBeGreaterThan(1)
    house.setNow('2026-11-24T09:00:00Z')
  })
})
