import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEvent, officeRules, readCase, reviewTimeOf } from '../../../src/cases/index.ts'
import { EVERYDAY_TOPICS } from '../../../src/classification/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { newId } from '../../../src/database/new-id.ts'
import { computeDeadline, explain, RULES, type Rule, rulesOf } from '../../../src/law/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const answer = rulesOf('OFFICE_ANSWER')[0] as Rule
const own: Rule = { ...answer, length: 10, name: { fi: 'Oma vastaus', sv: 'Eget svar', en: 'Own answer' } }

const store = (rule: Rule, organisation = '08') =>
  inOffice(house, organisation, office.lead, (t) =>
    t.sql.lawRule.create({
      data: {
        id: newId(t.now),
        organisation,
        code: rule.code,
        data: rule as object,
        createdAt: t.now,
        createdBy: office.lead.id,
      },
    }),
  )

describe('the rules of an office', () => {
  it('are the built-in ones until it has its own', async () => {
    expect(await office.as(office.maija, officeRules)).toBe(RULES)
  })

  it('are its own rows for a code, in the place of all built-in ones of that code, and its clocks run by them', async () => {
    const before = await office.submit()
    await store(own)
    const rules = await office.as(office.maija, officeRules)
    expect(rules.filter(({ code }) => code === 'OFFICE_ANSWER')).toEqual([own])
    expect(rules.length).toBe(RULES.length)
    expect(rules.findIndex(({ code }) => code === 'OFFICE_ANSWER')).toBe(
      RULES.findIndex(({ code }) => code === 'OFFICE_ANSWER'),
    )
    const after = await office.submit()
    expect([before.expectedAnswerBy, after.expectedAnswerBy]).toEqual(['2026-12-01', '2026-12-08'])
    const file = await office.as(office.maija, (t) => readCase(t, after.caseId))
    expect(file.rules.find(({ code }) => code === 'OFFICE_ANSWER')?.name.fi).toBe('Oma vastaus')
  })

  it('are read once in a transaction', async () => {
    await office.as(office.maija, async (t) => {
      expect(await officeRules(t)).toBe(await officeRules(t))
    })
  })

  it('say how a pause works when one begins and ends', async () => {
    const { caseId } = await office.submit({ kind: 'advice' })
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    const clock = async () =>
      (await office.as(office.maija, (t) => readCase(t, caseId))).clocks.find(
        ({ rule }) => rule === 'OFFICE_ANSWER',
      )!
    expect((await clock()).due.toISOString().slice(0, 10)).toBe('2026-12-08')
    // The office's rule of today knows no pause: the clock that waits for the client goes on.
    await office.rows(`update law_rule set data = jsonb_set(data, '{pause}', '"never"')`)
    await office.as(office.maija, (t) =>
      applyEvent(t, caseId, { type: 'ASK_CLIENT', note: 'Mikä päivä?' }, 'office'),
    )
    expect((await clock()).state).toBe('running')
  })

  it('assert nothing to a client that the office has not checked', async () => {
    const other = ['kela-benefit', 'health-care', 'employment', 'not-known']
    const account = {
      topic: EVERYDAY_TOPICS.find(({ id }) => !other.includes(id))!.id,
      decision: { received: 'yes', date: '2026-11-20', served: 'letter' },
    } as const
    const unchecked = RULES.map((rule) => (rule.code === 'OIK' ? { ...rule, verified: false } : rule))
    expect(reviewTimeOf(account)?.due).toBe('2026-12-28')
    expect(reviewTimeOf(account, unchecked)).toBeUndefined()
    const deadline = computeDeadline({ rule: 'OIK', from: '2026-11-20', rules: unchecked })
    const said = explain(deadline, 'fi', { rules: unchecked }).join(' ')
    expect(said).toContain('Arviomme mukaan')
    expect(said).not.toContain('434/2003')
  })

  it('are nobody else’s', async () => {
    expect(await inOffice(house, '90', office.lead, officeRules)).toBe(RULES)
    await expect(
      inOffice(house, '90', office.lead, (t) =>
        t.sql.lawRule.create({
          data: {
            id: newId(t.now),
            organisation: '08',
            code: 'OIK',
            data: {},
            createdAt: t.now,
            createdBy: office.lead.id,
          },
        }),
      ),
    ).rejects.toThrow()
  })

  it('are never written over or taken away', async () => {
    await expect(
      office.as(office.lead, (t) => t.sql.lawRule.updateMany({ data: { data: {} } })),
    ).rejects.toThrow()
    await expect(office.as(office.lead, (t) => t.sql.lawRule.deleteMany())).rejects.toThrow()
  })
})
