import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../../src/cases/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { NUMBER, portalOn, RECEIPT, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>

beforeAll(async () => {
  house = await testHouse()
  app = portalOn(house)
})
afterAll(() => house.close())

const PAGES = [
  '',
  '/deadline',
  '/help-me',
  '/bodies',
  '/rights',
  '/rights/client',
  '/start',
  '/continue',
  '/follow',
  '/contact',
  '/call-back',
  '/privacy',
  '/accessibility',
]

describe('the pages around the form', () => {
  it.each(['fi', 'sv', 'en'])('are there in %s, with one heading and their own title', async (lang) => {
    const titles = new Set<string>()
    for (const path of PAGES) {
      const seen = await new Visitor(app).get(`/${lang}${path}`)
      expect(seen.status).toBe(200)
      expect(seen.html).toContain(`<html lang="${lang}"`)
      expect(seen.html.match(/<h1/g)).toHaveLength(1)
      expect(seen.html).not.toMatch(/ style="|<script>| on[a-z]+="/)
      titles.add(seen.title)
    }
    expect(titles.size).toBe(PAGES.length)
  })

  it('are found with a slash at the end too', async () => {
    expect((await new Visitor(app).get('/sv/')).path).toBe('/sv')
  })

  it('lead to the same page in the other languages', async () => {
    const seen = await new Visitor(app).get('/sv/contact?place=Vasa')
    expect(seen.html).toContain('href="/fi/contact?place=Vasa"')
  })

  it.each([
    ['fi', 'Emme tee päätöksiä'],
    ['sv', 'Vi fattar inga beslut'],
    ['en', 'We make no decisions'],
  ])('say in %s what an ombudsman cannot do', async (lang, text) => {
    expect((await new Visitor(app).get(`/${lang}`)).text).toContain(text)
  })
})

describe('the contact page', () => {
  it('finds the office of a municipality, without script', async () => {
    await house.database.owner.query(`update organisation set phone = '03 123 4567' where code = '08'`)
    const seen = await new Visitor(app).get('/fi/contact?place=tammerfors')
    expect(seen.text).toContain('Toimisto, kun kotikunta on Tampere')
    expect(seen.html).toContain('href="tel:031234567"')
    expect((await new Visitor(app).get('/fi/contact?place=Zzz')).text).toContain('Emme löytäneet kuntaa')
    expect((await new Visitor(app).get('/fi/contact?place=Ta')).html).toContain('href="?place=Tampere"')
    expect((await new Visitor(app).get('/fi/contact?place=Jomala')).text).toContain('ombudsman.ax')
  })

  it('shows no Northern Sámi before an office has written and reviewed it', async () => {
    const link = 'href="/se/contact"'
    const filled = (reviewed: boolean) =>
      house.database.owner.query(
        `update organisation set sami_page = '## {{ name }}' || E'\\n\\nReviewed words. <b>x</b>',
         sami_reviewed = $1 where code = '08'`,
        [reviewed],
      )
    expect((await new Visitor(app).get('/se/contact')).status).toBe(404)
    await filled(false)
    expect((await new Visitor(app).get('/se/contact')).status).toBe(404)
    expect((await new Visitor(app).get('/fi/contact')).html).not.toContain(link)
    await filled(true)
    const seen = await new Visitor(app).get('/se/contact')
    expect(seen.status).toBe(200)
    expect(seen.html).toContain('lang="se"')
    expect(seen.text).toContain('Reviewed words.')
    expect(seen.html).not.toContain('<b>x</b>')
    expect((await new Visitor(app).get('/fi/contact')).html).toContain(link)
  })
})

describe('a call asked for', () => {
  const form = { place: 'Tampere', phone: '040 123 4567', when: 'aamulla', about: 'Kotihoidosta' }
  const id = (html: string) => /name="id" value="([^"]+)"/.exec(html)![1]!

  it('becomes one case with a number to follow, however often it is sent', async () => {
    const person = new Visitor(app)
    const page = await person.get('/fi/call-back')
    const sent = { ...form, id: id(page.html) }
    const seen = await person.post('/fi/call-back', sent)
    expect(seen.path).toBe('/fi/receipt')
    expect(seen.text).toContain('Kiitos, soitamme sinulle')
    expect(seen.text).toMatch(RECEIPT)
    const again = await person.post('/fi/call-back', sent)
    expect(NUMBER.exec(again.text)![0]).toBe(NUMBER.exec(seen.text)![0])
    const { rows } = await house.database.owner.query('select id from "case"')
    expect(rows).toHaveLength(1)
    const file = await inOffice(house, '08', { kind: 'system' }, (t) => readCase(t, rows[0].id))
    expect(file.person).toMatchObject({ phone: '040 123 4567', reachBy: ['phone'], reachWhen: 'aamulla' })
    expect(file.account.text).toBe('Soittopyyntö. Kotihoidosta')
    expect(file.contacts).toMatchObject([{ channel: 'phone' }])
  })

  it.each([
    [{ ...form, phone: '' }, 'Kirjoita puhelinnumero'],
    [{ ...form, phone: 'soita' }, 'Tarkista puhelinnumero'],
    [{ ...form, place: '' }, 'Kirjoita kunnan nimi'],
    [{ ...form, place: 'Ta' }, 'Valitse luettelosta oikea kunta'],
    [{ ...form, place: 'Turku' }, 'kuuluu toiseen toimistoon'],
  ])('says what is to be corrected and keeps the rest', async (wrong, told) => {
    const seen = await new Visitor(app).post('/fi/call-back', wrong)
    expect(seen.status).toBe(422)
    expect(seen.text).toContain(told)
    expect(seen.html).toContain('value="aamulla"')
  })
})

describe('suggestions of municipalities', () => {
  it('come by how the name begins, in the language of the page', async () => {
    const answer = await app.request('/sv/places?q=åb')
    expect(await answer.json()).toEqual([{ value: 'Åbo', label: 'Åbo (Turku)' }])
  })
})
