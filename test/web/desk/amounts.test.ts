import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../src/access/signed-in.ts'
import { contactLog, gapInput, logContact, readGap, recordGap } from '../../../src/cases/index.ts'
import { newId } from '../../../src/database/new-id.ts'
import type { Lang } from '../../../src/language/lang.ts'
import { rulePages } from '../../../src/web/desk/admin/rules/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  house.setNow('2027-01-15T09:00:00Z')
})
afterAll(() => house?.close())

const PAGE = '/desk/admin/rules/amounts'
const at = (role: Role, lang: Lang = 'fi', id = newId()) =>
  new Visitor(
    ownSite(siteWith(webOn(house), rulePages(webOn(house)), '/desk/admin/rules', signedInAs(id, role, lang))),
  )
const NEW = {
  code: 'basic-assistance-alone',
  amount: '590,50',
  'from-day': '1',
  'from-month': '1',
  'from-year': '2027',
  source: 'Kela 12/2026',
  verified: 'yes',
}

it('takes a new year’s amount, and the estimate of a gap counts by it from its day', async () => {
  const gapId = await office.as(office.maija, async (t) => {
    const { contactId } = await logContact(
      t,
      contactLog.parse({ channel: 'phone', contactPerson: 'client', language: 'fi', municipality: '837' }),
    )
    await t.flush()
    const gap = gapInput.parse({
      benefit: 'basic-assistance',
      authority: 'kela',
      cause: 'bounced',
      lastIncomeAt: '2026-12-30',
      paidAt: '2027-01-02',
      household: { adults: 'alone' },
      effects: [],
    })
    return (await recordGap(t, { contactId }, gap)).gapId
  })
  const gross = async () => (await office.as(office.maija, (t) => readGap(t, gapId))).figures.estimate?.gross
  // 31.12., 1.1. and 2.1.: three thirtieths of 578,43.
  expect(await gross()).toBe(5784)
  const admin = at('admin')
  await admin.get(PAGE)
  const saved = await admin.post(PAGE, NEW)
  expect(saved.text).toContain('Määrä on tallennettu')
  expect(saved.text).toContain('590,50 € kuukaudessa')
  expect(saved.text).toContain('Kela 12/2026')
  // One day of the old amount and two of the new: (578,43 + 2 × 590,50) / 30.
  expect(await gross()).toBe(5865)
  const id = /<input[^>]*name="id"[^>]*value="([^"]+)"/.exec(saved.html)![1]!
  expect((await admin.post(`${PAGE}/remove`, { id })).text).toContain('Määrä on poistettu')
  expect(await gross()).toBe(5784)
  expect((await admin.post(`${PAGE}/remove`, { id })).text).toContain('oli jo poistettu')
  const kept = await office.rows<{ n: number }>(
    `select count(*)::int as n from audit_entry where event = 'rule.changed' and subject_id = $1`,
    NEW.code,
  )
  expect(kept[0]!.n).toBe(2)
})

it('tells in the reader’s language what is wrong, and keeps what was typed', async () => {
  for (const [lang, more, message] of [
    ['fi', { amount: 'paljon' }, 'Kirjoita määrä numeroina'],
    ['sv', { source: ' ' }, 'Skriv var du läste beloppet'],
    ['en', { 'from-month': '13' }, 'Check the first day'],
    ['fi', { code: 'reduction-job-seeking', amount: '120' }, 'enintään 100'],
    ['fi', { code: 'ei-ole' }, 'Valitse, mitä määrää'],
  ] as const) {
    const admin = at('admin', lang)
    await admin.get(PAGE)
    const { status, text, html } = await admin.post(PAGE, { ...NEW, ...more })
    expect(status).toBe(422)
    expect(text).toContain(message)
    if (!('source' in more)) expect(html).toContain('value="Kela 12/2026"')
  }
})

it('is read by those who handle cases and changed by an administrator alone', async () => {
  const ombudsman = at('ombudsman')
  const page = await ombudsman.get(PAGE)
  expect(page.text).toContain('578,43')
  expect(page.text).not.toContain('Tallenna määrä')
  expect((await ombudsman.post(PAGE, NEW)).status).toBe(403)
  expect((await at('authority').get(PAGE)).status).toBe(403)
})
