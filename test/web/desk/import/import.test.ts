import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPages } from '../../../../src/web/desk/import/index.tsx'
import { call, csv } from '../../../cases/import/file.ts'
import { type TestHouse, testHouse } from '../../../house.ts'
import { siteWith, webOn } from '../../serve-site.ts'
import { fieldOn, signedInAs } from '../desk-visitor.ts'

let house: TestHouse
const MAIJA = '0198a000-0000-7000-8000-00000000000a'
const PEKKA = '0198a000-0000-7000-8000-00000000000b'
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

type Who = { id?: string; role?: 'ombudsman' | 'admin'; lang?: 'fi' | 'sv' | 'en' }
const site = ({ id = MAIJA, role = 'ombudsman', lang = 'en' }: Who = {}) =>
  siteWith(webOn(house), importPages(webOn(house)), '/desk/import', signedInAs(id, role, lang))
const post = (path: string, body: FormData, who?: Who) =>
  site(who).request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } })
const upload = (bytes: Buffer, who?: Who) => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'contacts.csv'))
  return post('/desk/import/check', form, who)
}
const confirm = (code: string, partial = '', who?: Who) => {
  const form = new FormData()
  form.set('code', code)
  form.set('partial', partial)
  return post('/desk/import', form, who)
}
const count = async () =>
  (await house.database.owner.query('select count(*)::int as n from contact')).rows[0].n as number

describe('import on the desk', () => {
  it('tells what the file looks like, with every column and its codes', async () => {
    for (const lang of ['fi', 'sv', 'en'] as const) {
      const html = await (await site({ lang }).request('/desk/import')).text()
      expect(html).toContain('person_ref')
      expect(html).toContain('waiting-time')
      expect(html).not.toContain('style=')
    }
    const template = await site().request('/desk/import/template.csv')
    expect(await template.text()).toContain('contact_at;channel')
  })

  it('shows what would come in, writes nothing, and imports on the second step', async () => {
    const checked = await upload(csv([call, { ...call, channel: 'email', case_ref: 'A-1' }]))
    expect(checked.status).toBe(200)
    const html = await checked.text()
    expect(html).toContain('2 contacts would be imported.')
    expect(await count()).toBe(0)
    const drafts = await house.database.owner.query(`select encode(sealed, 'escape') as text from draft`)
    expect(drafts.rows.map(({ text }) => text).join()).not.toContain('A-1')
    const done = await confirm(fieldOn(html, 'code'))
    expect(done.status).toBe(303)
    expect(await count()).toBe(2)
    const after = await (await site().request(done.headers.get('Location')!)).text()
    expect(after).toContain('2 contacts were imported.')
    expect((await house.database.owner.query('select 1 from draft')).rows).toEqual([])
    const { rows } = await house.database.owner.query(
      `select actor_id from audit_entry where event = 'contacts.imported'`,
    )
    expect(rows).toEqual([{ actor_id: MAIJA }])
  })

  it('says so when all of it was there before', async () => {
    const html = await (await upload(csv([call]))).text()
    expect(html).toContain('All rows of the file have been imported before.')
    expect(html).not.toContain('name="code"')
  })

  it('shows the errors row by row, and can import the rest', async () => {
    const checked = await upload(
      csv([
        { ...call, channel: 'letter' },
        { ...call, channel: '<b>fax' },
      ]),
    )
    expect(checked.status).toBe(422)
    const html = await checked.text()
    expect(html).toContain('<title>Error:')
    expect(html).toContain('&lt;b&gt;fax')
    expect(html).not.toContain('<b>fax')
    expect(html).toMatch(/<th scope="row"[^>]*>3</)
    const before = await count()
    await confirm(fieldOn(html, 'code'), 'yes')
    expect(await count()).toBe(before + 1)
  })

  it('tells what is wrong with a file of another kind, and with none', async () => {
    expect(await (await upload(Buffer.from('%PDF-1.7'))).text()).toContain(
      'neither a CSV file nor an Excel file',
    )
    const empty = await post('/desk/import/check', new FormData())
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Choose a file.')
  })

  it('gives a checked file to nobody else, and tells when it is gone', async () => {
    const html = await (await upload(csv([{ ...call, channel: 'walk-in' }]))).text()
    const code = fieldOn(html, 'code')
    const before = await count()
    expect((await confirm(code, '', { id: PEKKA })).status).toBe(422)
    expect(await count()).toBe(before)
    expect((await confirm(code)).status).toBe(303)
    const again = await confirm(code)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('no longer kept')
  })

  it('keeps out those who may not import', async () => {
    expect((await site({ role: 'admin' }).request('/desk/import')).status).toBe(403)
    expect((await upload(csv([call]), { role: 'admin' })).status).toBe(403)
  })
})
