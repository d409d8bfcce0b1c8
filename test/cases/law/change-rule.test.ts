import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingFigures } from '../../../src/cases/gaps/standing-figures.ts'
import {
  applyEvent,
  changeClock,
  eventFields,
  eventLabel,
  officeRules,
  previewRule,
  readCase,
  ruleHistory,
  saveRule,
  standingRule,
  startClockByHand,
  versionsAfter,
} from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { newId } from '../../../src/database/new-id.ts'
import { computeGap, type GapFacts, RULES, type Rule, rulesOf } from '../../../src/law/index.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Office, openOffice } from '../office.ts'

let house: TestHouse
let office: Office
let admin: Office['lead']
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  admin = { kind: 'staff', id: newId() }
  await office.as({ kind: 'system' }, (t) =>
    t.sql.staff.create({
      data: {
        id: admin.id,
        organisation: '08',
        name: 'Arto Ahola',
        role: 'admin',
        language: 'fi',
        email: 'arto@example.fi',
        passwordHash: 'none',
      },
    }),
  )
})
afterAll(() => house?.close())

const tt7 = rulesOf('TT7')[0] as Rule
const clockOf = async (caseId: string, rule: string) =>
  (await office.as(office.maija, (t) => readCase(t, caseId))).clocks.findLast((clock) => clock.rule === rule)!
const dueOf = async (caseId: string, rule: string) =>
  (await clockOf(caseId, rule)).due.toISOString().slice(0, 10)
const start = (caseId: string, rule: string, from: string) =>
  office.as(office.maija, (t) => startClockByHand(t, caseId, { rule, from, evidence: 'document' }))
const taken = async () => {
  const { caseId } = await office.submit()
  await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
  return caseId
}
const save = async (code: string, versions: readonly Rule[], actor = admin) => {
  const { seen } = await office.as(actor, (t) => standingRule(t, code))
  return office.as(actor, (t) => saveRule(t, { code, versions, seen }))
}
const noticesOf = (caseId: string) =>
  office.rows<{ staff_id: string; variables: { facts: object } }>(
    `select staff_id, variables from notice where case_id = $1 and template = 'staff-clock-changed' order by id`,
    caseId,
  )

describe('a changed rule', () => {
  it('shows before saving which clocks would move, and moves none', async () => {
    const caseId = await taken()
    await start(caseId, 'TT7', '2026-11-23')
    expect(await dueOf(caseId, 'TT7')).toBe('2026-12-02')
    const preview = await office.as(admin, (t) => previewRule(t, 'TT7', [{ ...tt7, length: 9 }]))
    expect(preview).toMatchObject([
      { caseId, handlerId: office.maija.id, was: '2026-12-02', due: '2026-12-04', changes: true },
    ])
    expect(await dueOf(caseId, 'TT7')).toBe('2026-12-02')
    expect(await office.as(office.maija, officeRules)).toBe(RULES)
  })

  it('moves the clock, the queue, the timeline, the audit trail and tells the handler', async () => {
    const caseId = await taken()
    await start(caseId, 'TT7', '2026-11-23')
    const before = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(await save('TT7', [{ ...tt7, length: 9 }])).toMatchObject({ changed: 2 })
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(await dueOf(caseId, 'TT7')).toBe('2026-12-04')
    expect(file.case.statutoryDue?.toISOString().slice(0, 10)).toBe('2026-12-04')
    expect(file.case.version).toBe(before.case.version + 1)
    const event = file.events.at(-1)!
    expect(eventLabel(file.case, event.type, 'fi')).toBe(
      'Määräpäivä laskettiin uudelleen, koska sääntö muuttui',
    )
    expect(eventFields(file.case, event.type, event.fields, 'fi', file.rules)).toEqual([
      { name: 'rule', label: 'Määräaika', value: 'Päätös toimeentulotuesta' },
      { name: 'from', label: 'Aiempi viimeinen päivä', value: '2.12.2026' },
      { name: 'due', label: 'Viimeinen päivä', value: '4.12.2026' },
    ])
    expect(event.actorId).toBe(admin.id)
    const told = await noticesOf(caseId)
    expect(told.map(({ staff_id }) => staff_id)).toEqual([office.maija.id])
    expect(told[0]?.variables.facts).toEqual({
      caseNumber: file.case.number,
      wasDue: '2026-12-02',
      dueOn: '2026-12-04',
    })
    const audit = await office.rows<{ event: string; subject_id: string; details: object }>(
      `select event, subject_id, details from audit_entry where organisation = '08' and actor_id = $1
       order by seq desc limit 3`,
      admin.id,
    )
    expect(audit[0]).toEqual({
      event: 'rule.changed',
      subject_id: 'TT7',
      details: { versions: 1, clocks: 2 },
    })
    expect(audit.slice(1).map(({ event }) => event)).toEqual(['case.event', 'case.event'])
  })

  it('tells the leads where nobody has the case', async () => {
    const { caseId } = await office.submit()
    await start(caseId, 'TIE', '2026-11-23')
    await save('TIE', [{ ...(rulesOf('TIE')[0] as Rule), length: 3 }])
    expect((await noticesOf(caseId)).map(({ staff_id }) => staff_id)).toEqual([office.lead.id])
  })

  it('keeps what happened to a clock: more time that was given stays', async () => {
    const caseId = await taken()
    await start(caseId, 'TAY', '2026-11-23')
    const clock = await clockOf(caseId, 'TAY')
    await office.as(office.maija, (t) =>
      changeClock(t, caseId, {
        clockId: clock.id,
        type: 'extend',
        to: '2027-06-01',
        reason: 'special-reason',
      }),
    )
    const shorter = { ...(rulesOf('TAY')[0] as Rule), length: 2 }
    await save('TAY', [shorter])
    expect(await dueOf(caseId, 'TAY')).toBe('2027-06-01')
    expect((await clockOf(caseId, 'TAY')).computation).toMatchObject({ deadline: { length: 2 } })
  })

  it('leaves closed cases and clocks that ended as they were', async () => {
    const ended = await taken()
    await start(ended, 'PTA', '2026-11-23')
    const clock = await clockOf(ended, 'PTA')
    await office.as(office.maija, (t) => changeClock(t, ended, { clockId: clock.id, type: 'stop' }))
    const closed = await taken()
    await start(closed, 'PTA', '2026-11-23')
    await office.rows(`update "case" set closed_at = now() where id = $1`, closed)
    expect(await save('PTA', [{ ...(rulesOf('PTA')[0] as Rule), length: 20 }])).toEqual({ changed: 0 })
    expect([await dueOf(ended, 'PTA'), await dueOf(closed, 'PTA')]).toEqual(['2026-12-02', '2026-12-02'])
    expect([await noticesOf(ended), await noticesOf(closed)]).toEqual([[], []])
  })

  it('leaves a clock alone whose start no version covers any more, and says so before', async () => {
    const caseId = await taken()
    await start(caseId, 'GDP', '2026-11-23')
    const due = await dueOf(caseId, 'GDP')
    const later = [{ ...(rulesOf('GDP')[0] as Rule), length: 2, validFrom: '2027-01-01' }]
    const [preview] = await office.as(admin, (t) => previewRule(t, 'GDP', later))
    expect(preview).toMatchObject({ caseId, stays: 'before-rule', changes: false, due })
    expect(await save('GDP', later)).toEqual({ changed: 0 })
    expect(await dueOf(caseId, 'GDP')).toBe(due)
  })

  it('is refused, with nothing changed, when somebody else was there first', async () => {
    const { seen } = await office.as(admin, (t) => standingRule(t, 'LS7'))
    const ls7 = rulesOf('LS7')[0] as Rule
    await save('LS7', [{ ...ls7, length: 8 }], office.lead)
    const second = await office.as(admin, (t) =>
      saveRule(t, { code: 'LS7', versions: [{ ...ls7, length: 6 }], seen }),
    )
    expect(second).toBe('changed-meanwhile')
    const standing = await office.as(admin, (t) => standingRule(t, 'LS7'))
    expect(standing.versions.map(({ length }) => length)).toEqual([8])
  })

  it('holds for one of two who save at the same moment', async () => {
    const iak = rulesOf('IAK')[0] as Rule
    const { seen } = await office.as(admin, (t) => standingRule(t, 'IAK'))
    const outcomes = await Promise.all(
      [4, 5].map((length) =>
        office.as(admin, (t) => saveRule(t, { code: 'IAK', versions: [{ ...iak, length }], seen })),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(1)
    expect((await office.as(admin, (t) => standingRule(t, 'IAK'))).versions).toHaveLength(1)
  })

  it('keeps every version with who and when, and goes back to the built-in rule', async () => {
    const keh = rulesOf('KEH')[0] as Rule
    await save(
      'KEH',
      versionsAfter([keh], { how: 'add', rule: { ...keh, length: 2, validFrom: '2027-01-01' } }),
    )
    house.setNow('2026-11-25T09:00:00Z')
    await save('KEH', [], office.lead)
    const history = await office.as(admin, (t) => ruleHistory(t, 'KEH'))
    expect(history.map(({ by }) => by)).toEqual([office.lead.id, admin.id])
    expect(history[1]?.before).toEqual([keh])
    expect(history[1]?.after).toEqual([
      { ...keh, validTo: '2026-12-31' },
      { ...keh, length: 2, validFrom: '2027-01-01' },
    ])
    expect(history[0]?.after).toEqual([keh])
    const rules = await office.as(admin, officeRules)
    expect(rules.filter(({ code }) => code === 'KEH')).toEqual([keh])
    house.setNow('2026-11-24T09:00:00Z')
  })

  it('is the office’s own affair', async () => {
    await inOffice(house, '90', { kind: 'staff', id: admin.id }, async (t) => {
      expect(await standingRule(t, 'TT7')).toMatchObject({ own: false, seen: 'built-in' })
      expect(await ruleHistory(t, 'TT7')).toEqual([])
      expect(await previewRule(t, 'TT7', [{ ...tt7, length: 30 }])).toEqual([])
    })
  })
})

describe('a gap whose rule was changed away from its start', () => {
  it('is still told, without a time of the authority', () => {
    const tao = rulesOf('TT7')[0] as Rule
    const facts = { rule: 'TT7', appliedAt: '2026-11-02', lastIncomeAt: '2026-10-30' } as GapFacts
    const later = [{ ...tao, validFrom: '2027-01-01' }]
    const options = { today: '2026-11-24', rules: later }
    expect(() => computeGap(facts, options)).toThrow(/before-rule/)
    const figures = standingFigures(facts, options)
    expect(figures.time).toBeUndefined()
    expect(figures.daysWithoutIncome).toBe(25)
    expect(standingFigures(facts, { today: '2026-11-24' }).time?.deadline.due).toBe('2026-11-11')
  })
})
