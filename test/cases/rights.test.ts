import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeRightsIssue,
  readCase,
  recordRightsIssue,
  removeRightsIssue,
  rightsFigures,
  rightsIssuesOf,
} from '../../src/cases/index.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { LANGS } from '../../src/language/lang.ts'
import { citeStatute, RIGHT_GROUPS, RIGHTS } from '../../src/law/index.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse({ now: '2026-11-24T09:00:00Z' })
  office = await openOffice(house)
})
afterAll(() => house.close())

const issue = {
  code: 'reasons',
  owedBy: 'county',
  finding: 'found',
  evidence: 'Päätöksen toinen sivu',
} as const
const issues = (caseId: string) =>
  office.as(office.maija, async (t) =>
    rightsIssuesOf(t, await t.sql.case.findUniqueOrThrow({ where: { id: caseId } })),
  )

describe('the catalogue of rights', () => {
  it('names every right once, in three languages, with a statute that can be cited', () => {
    expect(new Set(RIGHTS.map(({ code }) => code)).size).toBe(RIGHTS.length)
    for (const { code, statute, name, group } of RIGHTS) {
      expect(RIGHT_GROUPS, code).toContain(group)
      for (const lang of LANGS) {
        expect(name[lang], code).toMatch(/\S/)
        expect(citeStatute(statute, lang), code).toMatch(/\d/)
      }
    }
    for (const group of RIGHT_GROUPS)
      expect(
        RIGHTS.some((right) => right.group === group),
        group,
      ).toBe(true)
  })
})

describe('rights at stake in a case', () => {
  it('are several, each with who owed it and what was found, and told on the timeline', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, async (t) => {
      await recordRightsIssue(t, caseId, issue)
      await recordRightsIssue(t, caseId, { code: 'reasons', owedBy: 'provider', finding: 'open' })
    })
    expect(await issues(caseId)).toMatchObject([
      { ...issue, realised: null },
      { code: 'reasons', owedBy: 'provider', finding: 'open' },
    ])
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(file.events.filter(({ type }) => type === 'RIGHTS_ISSUE_RECORDED')).toHaveLength(2)
    const [row] = await office.rows<{ all: string }>(
      `select json_agg(r)::text || (select json_agg(e.fields)::text from case_event e where case_id = $1) as all
       from rights_issue r where case_id = $1`,
      caseId,
    )
    expect(row!.all).not.toContain('sivu')
  })
  it('change, and one recorded by mistake is kept and counted nowhere', async () => {
    house.setNow('2023-05-05T09:00:00Z')
    const { caseId } = await office.submit()
    const [kept, mistake] = await office.as(office.maija, async (t) => [
      await recordRightsIssue(t, caseId, issue),
      await recordRightsIssue(t, caseId, { ...issue, code: 'heard' }),
    ])
    await office.as(office.maija, async (t) => {
      await changeRightsIssue(t, caseId, kept!, { ...issue, realised: 'partly' })
      await removeRightsIssue(t, caseId, mistake!)
    })
    expect((await issues(caseId)).map(({ code, realised }) => [code, realised])).toEqual([
      ['reasons', 'partly'],
    ])
    const figures = await office.as(office.maija, (t) => rightsFigures(t, 2023))
    expect(figures).toMatchObject({ total: 1, cases: 1 })
    expect(figures.lines).toEqual([
      {
        code: 'reasons',
        owedBy: 'county',
        findings: { open: 0, found: 1, 'not-found': 0, 'not-settled': 0 },
        realised: { yes: 0, partly: 1, no: 0, unknown: 0 },
      },
    ])
    house.setNow('2026-11-24T09:00:00Z')
  })
  it('are changed by one of two at once', async () => {
    const { caseId } = await office.submit()
    const { version } = (await office.as(office.maija, (t) => readCase(t, caseId))).case
    const record = () => office.as(office.maija, (t) => recordRightsIssue(t, caseId, issue, version))
    const both = await Promise.allSettled([record(), record()])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed-meanwhile' },
    })
    expect(await issues(caseId)).toHaveLength(1)
  })
  it('are the office’s own: another sees none', async () => {
    const { caseId } = await office.submit()
    await office.as(office.maija, (t) => recordRightsIssue(t, caseId, issue))
    const seen = await inOffice(house, '02', { kind: 'system' }, (t) => t.sql.rightsIssue.count())
    expect(seen).toBe(0)
  })
})

it('does not say that a right nobody missed was realised in the end', async () => {
  const { caseId } = await office.submit()
  const record = (more: object) =>
    office.as(office.maija, (t) => recordRightsIssue(t, caseId, { ...issue, ...more }))
  await expect(record({ finding: 'not-found', realised: 'yes' })).rejects.toMatchObject({
    code: 'field-invalid',
    details: { field: 'realised' },
  })
  expect(await issues(caseId)).toEqual([])
  const id = await record({ finding: 'not-found' })
  await expect(
    office.as(office.maija, (t) =>
      changeRightsIssue(t, caseId, id, { ...issue, finding: 'not-found', realised: 'partly' }),
    ),
  ).rejects.toMatchObject({ code: 'field-invalid' })
})
