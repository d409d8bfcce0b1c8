import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../src/access/signed-in.ts'
import { applyEvent, readCase, startClockByHand } from '../../../src/cases/index.ts'
import { newId } from '../../../src/database/new-id.ts'
import type { Lang } from '../../../src/language/lang.ts'
import { rulePages } from '../../../src/web/desk/admin/rules/index.tsx'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite, signedInAs } from './desk-visitor.ts'
import { formOn } from './form-on.ts'

let house: TestHouse
let office: Office
let adminId: string
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  adminId = await person('Arto Ahola', 'admin')
})
afterAll(() => house?.close())

async function person(name: string, role: Role): Promise<string> {
  const id = newId()
  await office.as({ kind: 'system' }, (t) =>
    t.sql.staff.create({
      data: {
        id,
        organisation: '08',
        name,
        role,
        language: 'fi',
        email: `${id}@example.fi`,
        passwordHash: 'none',
      },
    }),
  )
  return id
}

const RULES = '/desk/admin/rules'
const at = (role: Role, id: string, lang: Lang = 'fi') =>
  new Visitor(ownSite(siteWith(webOn(house), rulePages(webOn(house)), RULES, signedInAs(id, role, lang))))
const admin = () => at('admin', adminId)

describe('the list of rules', () => {
  it('shows every clock by what it rests on, to all who handle cases, in three languages', async () => {
    for (const [role, id] of [
      ['ombudsman', office.maija.id],
      ['lead', office.lead.id],
      ['admin', adminId],
    ] as const) {
      const { status, text } = await at(role, id).get(RULES)
      expect(status).toBe(200)
      expect(text).toContain('Laissa säädetyt määräajat')
      expect(text).toContain('Päätös toimeentulotuesta')
      expect(text).toMatch(/7\s+arkipäivää/)
      expect(text).toContain('1412/1997 14 a §')
      expect(text).toContain('Tarkistamaton')
    }
    expect((await at('lead', office.lead.id, 'sv').get(RULES)).text).toContain('Regler om tider')
    expect((await at('lead', office.lead.id, 'en').get(RULES)).text).toContain('Rules of time')
  })

  it('lets nobody but the administrator change anything', async () => {
    for (const [role, id] of [
      ['ombudsman', office.maija.id],
      ['lead', office.lead.id],
    ] as const) {
      const visitor = at(role, id)
      expect((await visitor.get(`${RULES}/TT7`)).text).not.toContain('Lisää uusi versio')
      expect((await visitor.get(`${RULES}/TT7/edit?at=always`)).status).toBe(403)
      expect((await visitor.get(`${RULES}/new`)).status).toBe(403)
      expect((await visitor.post(`${RULES}/TT7/edit`, { at: 'always', step: 'save' })).status).toBe(403)
    }
    expect((await at('authority', office.maija.id).get(RULES)).status).toBe(403)
  })

  it('knows no rule that is not there', async () => {
    for (const path of ['NONE', 'NONE/add', 'TT7/edit?at=2020-01-01', 'TT7/revert'])
      expect((await admin().get(`${RULES}/${path}`)).status, path).toBe(404)
  })
})

describe('a rule on the desk', () => {
  it('says that it is not checked and what that means', async () => {
    const { text } = await at('ombudsman', office.maija.id).get(`${RULES}/TTK`)
    expect(text).toContain('Tätä sääntöä ei ole tarkistettu')
    expect(text).toContain('Toimisto ei ole muuttanut sääntöä')
  })

  it('is checked in every field, and what was typed stays', async () => {
    const page = await admin().get(`${RULES}/TT7/edit?at=always`)
    const form = { ...formOn(page.html), step: 'preview' }
    const wrong = await admin().post(`${RULES}/TT7/edit`, {
      ...form,
      length: '5000',
      unit: 'fortnights',
      'name-sv': '',
      'duty-fi': 'Aika on {aika}.',
      'validFrom-day': '31',
      'validFrom-month': '2',
      'validFrom-year': '2027',
      source: '',
    })
    expect(wrong.status).toBe(422)
    for (const message of [
      'Valitse jokin vaihtoehdoista: Yksikkö',
      'Kirjoita teksti: Nimi (ruotsiksi)',
      'Aaltosulkeissa voi olla vain {period}, kerran ja velvollisuuden kohdalla: Velvollisuus (suomeksi)',
      'Tarkista päivä: Ensimmäinen voimassaolopäivä',
      'Kirjoita, mihin tieto säännöstä perustuu',
    ])
      expect(wrong.text).toContain(message)
    expect(formOn(wrong.html)).toMatchObject({ length: '5000', 'duty-fi': 'Aika on {aika}.' })
    const long = await admin().post(`${RULES}/TT7/edit`, { ...form, length: '1001' })
    expect(long.text).toMatch(/Anna ajan pituus kokonaislukuna väliltä 0–1\s000/)
    const years = { 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '1980' }
    expect((await admin().post(`${RULES}/TT7/edit`, { ...form, ...years })).text).toContain(
      'vuosien 1990 ja 2100 välillä',
    )
  })

  it('warns of a change after which no rule would be in force today', async () => {
    const page = await admin().get(`${RULES}/OFFICE_ACK/edit?at=always`)
    const first = { 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '2099' }
    const form = { ...formOn(page.html), step: 'preview' }
    const later = await admin().post(`${RULES}/OFFICE_ACK/edit`, { ...form, ...first })
    expect(later.text).toContain('Tänään ei olisi voimassa yhtään sääntöä')
    const same = await admin().post(`${RULES}/OFFICE_ACK/edit`, { ...form, length: '1' })
    expect(same.text).not.toContain('Tänään ei olisi voimassa')
  })

  it('shows what would change, saves it, and tells what was done', async () => {
    const { caseId, caseNumber } = await office.submit()
    await office.as(office.maija, (t) => applyEvent(t, caseId, { type: 'TAKE' }, 'office'))
    await office.as(office.maija, (t) =>
      startClockByHand(t, caseId, { rule: 'TT7', from: '2026-11-23', evidence: 'document' }),
    )
    const page = await admin().get(`${RULES}/TT7/edit?at=always`)
    const preview = await admin().post(`${RULES}/TT7/edit`, {
      ...formOn(page.html),
      length: '9',
      step: 'preview',
    })
    expect(preview.status).toBe(200)
    for (const words of [
      'Mitään ei ole vielä tallennettu',
      '7 arkipäivää → 9 arkipäivää',
      '1 määräpäivä muuttuu.',
      caseNumber,
      'Maija Meikäläinen',
      '2.12.2026',
      '4.12.2026',
    ])
      expect(preview.text.replaceAll('\u00a0', ' ')).toContain(words)
    // The administrator reads no cases: the number is told, without a way into the case.
    expect(preview.html).not.toContain(`/desk/cases/${caseId}`)
    const back = await admin().post(`${RULES}/TT7/edit`, { ...formOn(preview.html), step: 'form' })
    expect(formOn(back.html)).toMatchObject({ length: '9', unit: 'working-days' })
    const saved = await admin().post(`${RULES}/TT7/edit`, { ...formOn(preview.html), step: 'save' })
    expect(saved.path).toBe(`${RULES}/TT7?done=1`)
    expect(saved.text).toContain('1 määräpäivä laskettiin uudelleen')
    expect(saved.text).toContain('Arto Ahola')
    const file = await office.as(office.maija, (t) => readCase(t, caseId))
    expect(
      file.clocks
        .find(({ rule }) => rule === 'TT7')
        ?.due.toISOString()
        .slice(0, 10),
    ).toBe('2026-12-04')
    expect((await admin().get(RULES)).text).toContain('Toimiston muuttama')
  })

  it('begins a new version on a day, and the old one ends the day before', async () => {
    const page = await admin().get(`${RULES}/OIK/add`)
    const form = formOn(page.html)
    expect(form).toMatchObject({ 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '2027' })
    // A new version does not count as checked before somebody says so.
    expect(form.verified).toBeUndefined()
    const missing = { ...form, 'validFrom-day': '', 'validFrom-month': '', 'validFrom-year': '' }
    expect((await admin().post(`${RULES}/OIK/add`, { ...missing, step: 'preview' })).text).toContain(
      'Anna päivä, josta uusi versio alkaa',
    )
    const preview = await admin().post(`${RULES}/OIK/add`, { ...form, length: '21', step: 'preview' })
    expect(preview.text).toContain('Lisättiin versio, voimassa alkaen 1.1.2027')
    const saved = await admin().post(`${RULES}/OIK/add`, { ...formOn(preview.html), step: 'save' })
    expect(saved.text).toContain('Voimassa 31.12.2026 saakka')
    expect((await admin().get(RULES)).text).toContain('Tuleva muutos 1.1.2027')
    const again = await admin().get(`${RULES}/OIK/add`)
    const same = await admin().post(`${RULES}/OIK/add`, { ...formOn(again.html), step: 'preview' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('Voimassaolo menee päällekkäin toisen version kanssa (alkaen 1.1.2027)')
  })

  it('can be a new one of the office’s own', async () => {
    const page = await admin().get(`${RULES}/new`)
    const texts = Object.fromEntries(
      ['name', 'duty', 'start', 'broken', 'act'].flatMap((name) =>
        ['fi', 'sv', 'en'].map((lang) => [`${name}-${lang}`, `${name} ${lang}`]),
      ),
    )
    const form = {
      ...formOn(page.html),
      ...texts,
      length: '3',
      unit: 'weeks',
      source: 'toimiston päätös',
      verified: 'yes',
      step: 'preview',
    }
    for (const [code, message] of [
      ['oma aika', 'Kirjoita tunnus isoilla kirjaimilla'],
      ['OIK', 'Tunnus on jo käytössä'],
    ] as const)
      expect((await admin().post(`${RULES}/new`, { ...form, code })).text).toContain(message)
    const preview = await admin().post(`${RULES}/new`, { ...form, code: 'oma_aika' })
    expect(preview.status).toBe(200)
    const saved = await admin().post(`${RULES}/new`, { ...formOn(preview.html), step: 'save' })
    expect(saved.path).toBe(`${RULES}/OMA_AIKA?done=0`)
    expect((await admin().get(RULES)).text).toContain('name fi')
  })

  it('goes back to the built-in one', async () => {
    const page = await admin().get(`${RULES}/TT7/revert`)
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('9 arkipäivää → 7 arkipäivää')
    const saved = await admin().post(`${RULES}/TT7/revert`, { ...formOn(page.html), step: 'save' })
    expect(saved.text).toContain('1 määräpäivä laskettiin uudelleen')
    expect(saved.text).not.toContain('Palauta ohjelman oma sääntö')
  })
})

describe('two administrators at one rule', () => {
  it('tells the second who changed what, and keeps what was typed', async () => {
    const other = at('admin', await person('Bertta Berg', 'admin'))
    const [mine, theirs] = [
      await admin().get(`${RULES}/TIE/edit?at=always`),
      await other.get(`${RULES}/TIE/edit?at=always`),
    ]
    const preview = await other.post(`${RULES}/TIE/edit`, {
      ...formOn(theirs.html),
      length: '3',
      step: 'preview',
    })
    const myPreview = await admin().post(`${RULES}/TIE/edit`, {
      ...formOn(mine.html),
      length: '4',
      step: 'preview',
    })
    await other.post(`${RULES}/TIE/edit`, { ...formOn(preview.html), step: 'save' })
    const refused = await admin().post(`${RULES}/TIE/edit`, { ...formOn(myPreview.html), step: 'save' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Bertta Berg muutti sääntöä sillä aikaa, kun kirjoitit')
    expect(refused.text.replaceAll('\u00a0', ' ')).toContain('2 viikkoa → 3 viikkoa')
    expect(formOn(refused.html).length).toBe('4')
    const then = await admin().post(`${RULES}/TIE/edit`, { ...formOn(refused.html), step: 'preview' })
    expect(then.text.replaceAll('\u00a0', ' ')).toContain('3 viikkoa → 4 viikkoa')
    const saved = await admin().post(`${RULES}/TIE/edit`, { ...formOn(then.html), step: 'save' })
    expect(saved.path).toBe(`${RULES}/TIE?done=0`)
  })
})
