import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFiles, markCase, personPackage, writeNote } from '../../../src/cases/index.ts'
import { holdFile } from '../../../src/custody/files/hold-file.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import { casePages } from '../../../src/web/desk/index.tsx'
import { staffOnly } from '../../../src/web/session.ts'
import { CLIENT, type Office, openOffice } from '../../cases/office.ts'
import { inPieces } from '../../documents/received-files.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from '../portal/visitor.ts'
import { siteWith, webOn } from '../serve-site.ts'
import { ownSite, signedInAs } from './desk-visitor.ts'

let house: TestHouse
let office: Office
let maija: Visitor
let pekka: Visitor
let lead: Visitor
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  const web = webOn(house)
  const pages = new Hono<WebEnv>().use(staffOnly(web)).route('/', casePages(web))
  const at = (id: string, role: 'ombudsman' | 'lead' = 'ombudsman') =>
    new Visitor(
      ownSite(siteWith(web, pages, '/desk', { ...signedInAs(id, role), provedAt: new Date('2100-01-01') })),
    )
  maija = at(office.maija.id)
  pekka = at(office.pekka.id)
  lead = at(office.lead.id, 'lead')
})
afterAll(() => house?.close())

const follow = async (made: { caseNumber: string; receipt: string }) => {
  const visitor = new Visitor(ownSite(portalOn(house)))
  await visitor.post('/fi/follow', { number: made.caseNumber, receipt: made.receipt })
  return visitor
}
const handledByMaija = async () => {
  const made = await office.submit()
  await house.database.owner.query(`update "case" set handler_id = $2 where id = $1`, [
    made.caseId,
    office.maija.id,
  ])
  await office.as(office.maija, (t) => writeNote(t, made.caseId, 'Sisäinen muistiinpano'))
  return made
}

describe('the package', () => {
  async function unpacked(caseId: string, actor: 'client' | 'staff', notes: boolean) {
    const { name, content } = await personPackage(house, {
      organisation: '08',
      actor: actor === 'client' ? { kind: 'client' } : office.maija,
      caseId,
      lang: 'fi',
      notes,
    })
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(piece)
    const folder = mkdtempSync(join(tmpdir(), 'package-'))
    writeFileSync(join(folder, 'a.zip'), Buffer.concat(pieces))
    // Another program than ours says what is in it.
    execFileSync('python3', [
      '-c',
      `import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])`,
      join(folder, 'a.zip'),
      folder,
    ])
    const { existsSync, readdirSync, readFileSync } = await import('node:fs')
    const files = join(folder, 'tiedostot')
    return {
      name,
      files: existsSync(files)
        ? Object.fromEntries(readdirSync(files).map((one) => [one, readFileSync(join(files, one), 'utf8')]))
        : {},
      json: JSON.parse(readFileSync(join(folder, 'tiedot.json'), 'utf8')),
      pdf: execFileSync('pdftotext', [join(folder, 'tiedot.pdf'), '-']).toString(),
    }
  }

  it('holds what was told and done, and the office’s notes only where the office gives them', async () => {
    const made = await handledByMaija()
    const own = await unpacked(made.caseId, 'client', false)
    expect(own.name).toBe(`${made.caseNumber}.zip`)
    expect(own.json).toMatchObject({
      format: 'asiavastaava-client-data',
      case: { number: made.caseNumber, municipality: '837' },
      person: { name: 'Aino Asiakas', email: 'aino@example.fi' },
      told: { text: 'Päätös viipyy.' },
    })
    expect(JSON.stringify(own.json)).not.toContain('Sisäinen muistiinpano')
    expect(own.pdf).toContain('Aino Asiakas')
    expect(own.pdf).toContain('Päätös viipyy.')
    const whole = await unpacked(made.caseId, 'staff', true)
    expect(whole.json.notes).toMatchObject([{ text: 'Sisäinen muistiinpano' }])
    expect(whole.pdf).toContain('Sisäinen muistiinpano')
    const entries = await office.rows<{ actor_kind: string }>(
      `select actor_kind from audit_entry where event = 'case.exported' and subject_id = $1 order by seq`,
      made.caseId,
    )
    expect(entries.map(({ actor_kind }) => actor_kind)).toEqual(['client', 'staff'])
  })

  it('gives the client what they sent also unscanned, and names each file it leaves out with the reason', async () => {
    const made = await handledByMaija()
    const held = async (name: string, words: string) =>
      holdFile(house, inPieces(Buffer.from(words), 50_000), { name, most: 1_000_000 })
    const mine = await held('muistio.txt', 'Omat sanani')
    const bad = await held('paha.txt', 'Pahaa')
    const office_ = await held('toimiston.txt', 'Toimistolta')
    await office.as(CLIENT, (t) =>
      attachFiles(t, made.caseId, [mine, bad], { sender: 'client', shared: true }),
    )
    await office.as(office.maija, (t) =>
      attachFiles(t, made.caseId, [office_], { sender: 'office', shared: true }),
    )
    await house.database.owner.query(`update attachment set state = 'infected' where id = $1`, [bad.id])
    for (const who of ['client', 'staff'] as const) {
      const { json, pdf, files } = await unpacked(made.caseId, who, false)
      expect(Object.values(files)).toEqual(['Omat sanani'])
      const told = new Map(json.files.map((one: { name: string }) => [one.name, one]))
      expect(told.get('muistio.txt')).toMatchObject({ file: Object.keys(files)[0], scanned: false })
      expect(told.get('paha.txt')).toMatchObject({ file: null, leftOut: 'infected' })
      expect(told.get('toimiston.txt')).toMatchObject({ file: null, leftOut: 'unscanned' })
      expect(pdf.replace(/\s+/g, ' ')).toContain('Tiedostoa ei ole tarkastettu haittaohjelmien varalta.')
      expect(pdf.replace(/\s+/g, ' ')).toContain(
        'paha.txt. Tiedosto ei ole paketissa: siinä oli haittaohjelma',
      )
    }
    const opened = await office.rows(
      `select 1 from audit_entry where event = 'attachment.opened-unscanned' and subject_id = $1`,
      made.caseId,
    )
    expect(opened).toHaveLength(2)
  })

  it('comes to the client from the page of the case, who then sees that the office took one too', async () => {
    const made = await handledByMaija()
    const client = await follow(made)
    expect((await client.get('/fi/follow/case')).html).toContain('/fi/follow/data')
    const file = await client.get('/fi/follow/data/file')
    expect(file.headers.get('content-type')).toBe('application/zip')
    expect(file.html.slice(0, 2)).toBe('PK')
    expect((await maija.get(`/desk/cases/${made.caseId}/data?notes=yes`)).headers.get('content-type')).toBe(
      'application/zip',
    )
    expect((await client.get('/fi/follow/opened')).text).toContain('otti asian tiedot tiedostona')
    expect((await new Visitor(ownSite(portalOn(house))).get('/fi/follow/data')).path).toBe(
      '/fi/follow?first=1',
    )
  })
})

describe('a correction', () => {
  it('is asked by the client, stands beside the original, and is answered with reasons', async () => {
    const made = await handledByMaija()
    const client = await follow(made)
    const wrong = await client.post('/fi/follow/data', { subject: '', text: 'Nimi on väärin' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Valitse, mitä tietoa korjaus koskee')
    expect(wrong.html).toContain('Nimi on väärin')
    const sent = await client.post('/fi/follow/data', { subject: 'person', text: 'Nimeni on Aino Asikas' })
    expect(sent.text).toContain('Korjaus on lähetetty toimistolle')
    expect(sent.text).toContain('Odottaa vastausta')
    const page = await maija.get(`/desk/cases/${made.caseId}`)
    expect(page.text).toContain('Asiakas on pyytänyt korjausta.')
    // What was written first is there as before.
    expect(page.text).toContain('Aino Asiakas')
    const keeping = await maija.get(`/desk/cases/${made.caseId}/keeping`)
    expect(keeping.text).toContain('Nimeni on Aino Asikas')
    const [{ id } = { id: '' }] = await office.rows<{ id: string }>(
      `select id from rectification where case_id = $1`,
      made.caseId,
    )
    const bare = await maija.post(`/desk/cases/${made.caseId}/rectify/${id}`, {
      noted: 'no',
      [`answer-${id}`]: ' ',
    })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Kirjoita perustelu asiakkaalle')
    const answered = await maija.post(`/desk/cases/${made.caseId}/rectify/${id}`, {
      noted: 'yes',
      [`answer-${id}`]: 'Merkitty, kiitos.',
    })
    expect(answered.text).toContain('Merkitty tietojen viereen')
    expect((await client.get('/fi/follow/data')).text).toContain('Merkitty, kiitos.')
    const again = await maija.post(`/desk/cases/${made.caseId}/rectify/${id}`, {
      noted: 'no',
      [`answer-${id}`]: 'x',
    })
    expect(again.status).toBe(409)
    // The text is sealed, and the log names none of it.
    const dump = await office.rows<{ all: string }>(
      `select coalesce(string_agg(r::text, ' '), '') || (select string_agg(details::text, ' ') from audit_entry) as all from rectification r`,
    )
    expect(dump[0]!.all).not.toContain('Asikas')
    expect(dump[0]!.all).not.toContain(Buffer.from('Asikas').toString('hex'))
  })
})

describe('a restricted case', () => {
  it('is written on by its handler and by nobody else of the office', async () => {
    const made = await handledByMaija()
    const note = (who: Visitor) =>
      who.post(`/desk/cases/${made.caseId}/note`, { 'note-note': 'Uusi muistiinpano', version: '1' })
    expect((await note(pekka)).status).toBe(200)
    const bad = await maija.post(`/desk/cases/${made.caseId}/keeping`, { kind: 'limit', why: '' })
    expect(bad.status).toBe(422)
    const set = await maija.post(`/desk/cases/${made.caseId}/keeping`, {
      kind: 'limit',
      why: 'Asiakas kiistää tietojen oikeellisuuden',
    })
    expect(set.text).toContain('Päätös on tallennettu')
    expect((await pekka.get(`/desk/cases/${made.caseId}`)).text).toContain(
      'Tietojen käsittelyä on rajoitettu',
    )
    const refused = await note(pekka)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Vain asian käsittelijä')
    expect((await note(maija)).status).toBe(200)
    // The client is not kept from their own case.
    const client = await follow(made)
    expect((await client.post('/fi/follow/case', { text: 'Hei' })).text).toContain('Hei')
    const page = await maija.get(`/desk/cases/${made.caseId}/keeping`)
    const end = /action="([^"]+\/end)"/.exec(page.html)![1]!
    expect((await maija.post(end, {})).text).toContain('Päätös on lopetettu')
    expect((await note(pekka)).status).toBe(200)
  })

  it('is marked by whoever answers for keeping without its content being shown', async () => {
    const made = await handledByMaija()
    await office.as(office.maija, (t) =>
      markCase(t, made.caseId, { kind: 'hold', until: null, why: 'Salainen peruste' }),
    )
    const page = await lead.get(`/desk/cases/${made.caseId}/keeping`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Salainen peruste')
    expect(page.text).toContain('Et näe asian sisältöä')
    const done = await lead.post(`/desk/cases/${made.caseId}/keeping`, {
      kind: 'keep',
      why: 'Periaatteellinen',
    })
    expect(done.text).toContain('Päätös on tallennettu')
    expect((await lead.get(`/desk/cases/${made.caseId}/data`)).status).not.toBe(200)
  })
})
