import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../../house.ts'
import { type Desk, fieldOn, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
beforeAll(async () => {
  house = await testHouse({ now: '2026-11-24T09:00:00Z' })
  desk = await openDesk(house)
})
afterAll(() => house?.close())

it('says at the field what a goal’s weight and its attainment can be', async () => {
  const { caseId } = await desk.submit()
  const at = `/desk/cases/${caseId}/change`
  const version = async () => fieldOn((await desk.maijaAt.get(at)).html, 'version')
  const heavy = { 'goal-1': 'Uusi päätös', 'weight-1': '9', version: await version() }
  const refused = await desk.maijaAt.post(`${at}/goals`, heavy)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Tavoite 1: valitse luettelosta, kuinka tärkeä se on.')
  expect(refused.text).not.toContain('weight-1')
  await desk.maijaAt.post(`${at}/goals`, { ...heavy, 'weight-1': '2' })
  const far = await desk.maijaAt.post(`${at}/office/end`, {
    'office-end-gas:1': '5',
    version: await version(),
  })
  expect(far.status).toBe(422)
  expect(far.text).toContain('Sen on oltava −2…+2.')
  const over = await desk.maijaAt.post(`${at}/office/end`, {
    'office-end-goal:1': '11',
    version: await version(),
  })
  expect(over.text).toContain('Sen on oltava 0–10.')
})

it('says at the field that a right nobody missed was not realised in the end', async () => {
  const { caseId } = await desk.submit()
  const at = `/desk/cases/${caseId}/rights`
  const version = fieldOn((await desk.maijaAt.get(at)).html, 'version')
  const page = await desk.maijaAt.post(at, {
    'code-new': 'reasons',
    'owedBy-new': 'county',
    'finding-new': 'not-found',
    'realised-new': 'yes',
    'evidence-new': 'Päätöksen toinen sivu',
    version,
  })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Jos puutetta ei havaittu, jätä tyhjäksi')
  expect(page.html).toContain('Päätöksen toinen sivu')
})
