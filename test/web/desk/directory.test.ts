import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDirectory } from '../../../src/access/index.ts'
import { inOffice } from '../../../src/custody/transaction.ts'
import { directoryPages } from '../../../src/web/desk/directory/index.tsx'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { fieldOn, ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
const MAIJA = '0198a000-0000-7000-8000-00000000000a'

beforeAll(async () => {
  house = await testHouse({ organisations: ['08', '90'] })
})
afterAll(() => house.close())

const as = (role: 'ombudsman' | 'lead' | 'admin' | 'authority', lang: 'fi' | 'sv' | 'en' = 'fi') =>
  new Visitor(
    ownSite(
      siteWith(webOn(house), directoryPages(webOn(house)), '/desk/directory', signedInAs(MAIJA, role, lang)),
    ),
  )
const portalSeen = (path: string) => new Visitor(portalOn(house)).get(path)

const JOUR = {
  kind: 'social-emergency',
  phone: '000 111 222',
  address: '',
  web: '',
  municipality: '',
  'hours-fi': 'Vastaa aina',
  'hours-sv': 'Svarar alltid',
  'hours-en': 'Always answered',
  'name-fi': '',
  'name-sv': '',
  'name-en': '',
  'say-fi': 'Tarvitsen apua nyt.',
  'say-sv': 'Jag behöver hjälp nu.',
  'say-en': 'I need help now.',
  'checked-day': '24',
  'checked-month': '11',
  'checked-year': '2026',
}

describe('the directory of bodies', () => {
  it('shows the national bodies and what the others do before anybody has filled it in', async () => {
    const seen = await portalSeen('/fi/bodies?county=08')
    expect(seen.text).toContain('Lupa- ja valvontavirasto')
    expect(seen.text).toContain('Sosiaali- ja kriisipäivystys')
    expect(seen.text).toContain('Kaikkia yhteystietoja ei ole vielä tässä luettelossa')
    // The only number that is built in is the emergency number.
    const numbers = [...seen.html.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number)
    expect(new Set(numbers)).toEqual(new Set(['112']))
  })

  it('takes a body from an ombudsman, shows it to everybody in each language, and only in its own area', async () => {
    const seen = await as('ombudsman').post('/desk/directory/new', JOUR)
    expect(seen.path).toBe('/desk/directory?done=saved')
    for (const [lang, hours, say] of [
      ['fi', 'Vastaa aina', 'Tarvitsen apua nyt.'],
      ['sv', 'Svarar alltid', 'Jag behöver hjälp nu.'],
      ['en', 'Always answered', 'I need help now.'],
    ] as const) {
      const page = await portalSeen(`/${lang}/bodies?county=08`)
      expect(page.html).toContain('href="tel:000111222"')
      for (const text of [hours, say]) expect(page.text).toContain(text)
    }
    expect((await portalSeen('/fi/bodies?county=90')).html).not.toContain('tel:000111222')
  })

  it('records the change without the content', async () => {
    const { rows } = await house.database.owner.query(
      `select details from audit_entry where event = 'directory.changed' order by seq desc limit 1`,
    )
    expect(rows[0].details).toMatchObject({ kind: 'social-emergency', done: 'added' })
    expect(JSON.stringify(rows[0].details)).not.toContain('000')
  })

  it.each([
    ['fi', 'Valitse, mikä taho on', 'kaikilla kolmella kielellä'],
    ['sv', 'Välj vilken instans det är', 'på alla tre språk'],
    ['en', 'Choose which body it is', 'in all three languages'],
  ] as const)('tells in %s what is wrong, and keeps what was typed', async (lang, kind, three) => {
    const seen = await as('lead', lang).post('/desk/directory/new', {
      ...JOUR,
      kind: 'zzz',
      phone: 'soita',
      web: 'http://esimerkki.fi',
      'hours-sv': '',
      municipality: '091',
      'checked-year': '2030',
    })
    expect(seen.status).toBe(422)
    for (const text of [kind, three]) expect(seen.text).toContain(text)
    expect(seen.html.match(/class="ds-validation-message"/g)).toHaveLength(6)
    expect(seen.html).toContain('value="soita"')
  })

  it('does not overwrite what others changed meanwhile', async () => {
    const [entry] = await readDirectory(house, '08')
    const page = await as('lead').get(`/desk/directory/${entry!.id}`)
    const asOf = fieldOn(page.html, 'as-of')
    house.setNow('2026-11-24T09:01:00Z')
    const first = await as('lead').post(`/desk/directory/${entry!.id}`, {
      ...JOUR,
      phone: '000 333',
      'as-of': asOf,
    })
    expect(first.path).toContain('done=saved')
    const second = await as('ombudsman').post(`/desk/directory/${entry!.id}`, {
      ...JOUR,
      phone: '000 444',
      'as-of': asOf,
    })
    expect(second.status).toBe(409)
    expect(second.html).toContain('value="000 444"')
    expect((await readDirectory(house, '08'))[0]!.phone).toBe('000 333')
  })

  it('is read by an administrator and changed by none but those who advise', async () => {
    expect((await as('admin').get('/desk/directory')).status).toBe(200)
    expect((await as('admin').get('/desk/directory/new')).status).toBe(403)
    expect((await as('admin').post('/desk/directory/new', JOUR)).status).toBe(403)
    expect((await as('authority').get('/desk/directory')).status).toBe(403)
  })

  it('lets no office write into the directory of another', async () => {
    const [entry] = await readDirectory(house, '08')
    await expect(
      inOffice(house, '90', { kind: 'system' }, (t) =>
        t.sql.body.create({
          data: {
            id: MAIJA,
            organisation: '08',
            kind: 'kela',
            checkedOn: new Date(),
            updatedAt: new Date(),
          },
        }),
      ),
    ).rejects.toThrow()
    const changed = await inOffice(house, '90', { kind: 'system' }, (t) =>
      t.sql.body.updateMany({ where: { id: entry!.id }, data: { phone: '000 555' } }),
    )
    expect(changed.count).toBe(0)
  })

  it('takes a body out after asking', async () => {
    const [entry] = await readDirectory(house, '08')
    const asked = await as('lead').get(`/desk/directory/${entry!.id}/remove`)
    expect(asked.text).toContain('Poistetaanko')
    expect(await readDirectory(house, '08')).toHaveLength(1)
    const seen = await as('lead').post(`/desk/directory/${entry!.id}/remove`, {})
    expect(seen.text).toContain('Taho on poistettu')
    expect(await readDirectory(house, '08')).toHaveLength(0)
  })

  it('puts the number of the emergency services where somebody needs it at once', async () => {
    const one = await testHouse({ organisations: ['08'] })
    const app = portalOn(one)
    const helpSeen = async () => {
      const visitor = new Visitor(app)
      await visitor.post('/fi/start', { kind: 'complaint' })
      await visitor.post('/fi/ask/where', { place: 'Tampere' })
      return visitor.post('/fi/ask/urgent', { needs: 'child' })
    }
    expect((await helpSeen()).text).toContain('Saat numeron alueesi verkkosivuilta')
    await inOffice(one, '08', { kind: 'system' }, (t) =>
      t.sql.body.create({
        data: {
          id: MAIJA,
          organisation: '08',
          kind: 'social-emergency',
          phone: '000 888',
          checkedOn: new Date('2026-11-01'),
          updatedAt: new Date('2026-11-01'),
        },
      }),
    )
    const seen = await helpSeen()
    await one.close()
    expect(seen.path).toBe('/fi/ask/urgent/help')
    expect(seen.html).toContain('href="tel:000888"')
    expect(seen.text).not.toContain('Saat numeron alueesi verkkosivuilta')
  })

  it('leads the finder to the office’s own number', async () => {
    const one = await testHouse({ organisations: ['08'] })
    await inOffice(one, '08', { kind: 'system' }, (t) =>
      t.sql.body.create({
        data: {
          id: MAIJA,
          organisation: '08',
          kind: 'registry',
          phone: '000 777',
          checkedOn: new Date('2026-11-01'),
          updatedAt: new Date('2026-11-01'),
        },
      }),
    )
    const seen = await new Visitor(portalOn(one)).get('/sv/deadline?what=objection&date=2026-11-10')
    await one.close()
    expect(seen.html).toContain('href="tel:000777"')
    expect(seen.text).toContain('kontrollerade 1.11.2026')
  })
})
