import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanAttachment } from '../../../src/cases/index.ts'
import { clamd, type Scanner } from '../../../src/custody/files/clamd.ts'
import { docm, pdf, tellingPng } from '../../documents/received-files.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { answerAll, NUMBER, portalOn, RECEIPT, Visitor } from '../portal/visitor.ts'
import { type Desk, fieldOn, openDesk } from './desk-visitor.ts'

let house: TestHouse
let desk: Desk
/** Takes everything for clean. */
const calm: Scanner = {
  async scan(content) {
    for await (const _ of content);
    return null
  },
  version: async () => 'ClamAV 1/1',
}
beforeAll(async () => {
  house = await testHouse()
  house.scanner = calm
  desk = await openDesk(house)
})
afterAll(() => house?.close())

const PDF = { name: 'päätös "2".pdf', bytes: pdf() }
const PNG = { name: 'kuva.png', bytes: tellingPng() }
const files = (caseId: string) =>
  desk.rows<{
    id: string
    message_id: string | null
    note_id: string | null
    shared: boolean
    sender: string
  }>('select * from attachment where case_id = $1 order by added_at, id', caseId)
const scanAll = async (caseId: string) => {
  for (const { id } of await files(caseId))
    await scanAttachment(house, { organisation: '08', attachmentId: id })
}

describe('the files of a case on the desk', () => {
  it('are added for the office alone, found clean, and given out as a file that no browser shows', async () => {
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}/files`
    const seen = await desk.maijaAt.upload(at, { shared: 'no' }, [PDF])
    expect(seen.path).toBe(`${at}?done=added`)
    expect(seen.text).toContain('Odottaa tarkistusta')
    expect(seen.text).toContain('Toimistolle')
    const [file] = await files(caseId)
    const early = await desk.maijaAt.get(`${at}/${file!.id}`)
    expect(early.status).toBe(409)
    expect(early.text).toContain('ei ole vielä tarkistettu')
    // Whatever is sent, a scanner that is there is waited for.
    expect((await desk.maijaAt.post(`${at}/${file!.id}`, {})).status).toBe(409)
    await scanAll(caseId)
    const given = await desk.maijaAt.get(`${at}/${file!.id}`)
    expect(given.status).toBe(200)
    expect(given.headers.get('Content-Disposition')).toBe(
      `attachment; filename="paatos _2_.pdf"; filename*=UTF-8''p%C3%A4%C3%A4t%C3%B6s%20_2_.pdf`,
    )
    expect(given.headers.get('Content-Type')).toBe('application/pdf')
    expect(given.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(given.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
    expect(given.headers.get('Cache-Control')).toBe('no-store')
    expect(given.headers.get('Content-Length')).toBe(String(PDF.bytes.length))
    expect(given.html).toContain('%PDF-1.4')
  })

  it('are asked who sees them, and keep what was good when something was not', async () => {
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}/files`
    const seen = await desk.maijaAt.upload(at, {}, [PDF, { name: 'a.docm', bytes: docm() }])
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Valitse, kuka näkee tiedostot')
    expect(seen.text).toContain('a.docm: tiedostossa on makroja')
    expect(await files(caseId)).toEqual([])
    const kept = fieldOn(seen.html, 'kept')
    expect(kept).toBeTruthy()
    expect(kept).not.toContain('%PDF')
    await desk.maijaAt.upload(at, { shared: 'yes', kept }, [])
    expect(await files(caseId)).toMatchObject([{ shared: true, sender: 'office' }])
    // The mark of one case opens nothing on another, nor does one made up.
    const { caseId: other } = await desk.submit()
    for (const value of [kept, 'AAAA', '']) {
      const tried = await desk.maijaAt.upload(
        `/desk/cases/${other}/files`,
        { shared: 'yes', kept: value },
        [],
      )
      expect(tried.text).toContain('Valitse ensin tiedosto')
    }
  })

  it('go with a message to the client and with a note, which keep their words when a file is not taken', async () => {
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}`
    const page = await desk.maijaAt.get(at)
    const version = fieldOn(page.html, 'version')
    const wrong = await desk.maijaAt.upload(`${at}/message`, { version, 'message-note': 'Tässä päätös.' }, [
      PNG,
      { name: 'tyhjä.pdf', bytes: Buffer.alloc(0) },
    ])
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('tyhjä.pdf: tiedosto on tyhjä')
    expect(wrong.text).toContain('Tässä päätös.')
    const kept = fieldOn(wrong.html, 'kept')
    await desk.maijaAt.upload(`${at}/message`, { version, 'message-note': 'Tässä päätös.', kept }, [])
    await desk.maijaAt.upload(`${at}/note`, { 'note-note': 'Sisäinen.' }, [PDF])
    const [first, second] = await files(caseId)
    expect(first).toMatchObject({ shared: true, note_id: null })
    expect(first!.message_id).toBeTruthy()
    expect(second).toMatchObject({ shared: false, message_id: null })
    expect(second!.note_id).toBeTruthy()
    await scanAll(caseId)
    const after = await desk.maijaAt.get(at)
    expect(after.html.match(new RegExp(`href="${at}/files/${first!.id}"`, 'g'))).toHaveLength(2)
  })

  it('are removed with a reason when the office added them, and not when the client did', async () => {
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}/files`
    await desk.maijaAt.upload(at, { shared: 'no' }, [PDF])
    const [file] = await files(caseId)
    const asked = await desk.maijaAt.post(`${at}/${file!.id}/remove`, { reason: '' })
    expect(asked.status).toBe(422)
    const done = await desk.maijaAt.post(`${at}/${file!.id}/remove`, { reason: 'Väärä asia' })
    expect(done.text).toContain('Tiedosto on poistettu')
    expect(done.text).toContain('Syy: Väärä asia')
    await house.database.owner.query(
      `update attachment set sender = 'client', state = 'clean' where id = $1`,
      [file!.id],
    )
    expect((await desk.maijaAt.post(`${at}/${file!.id}/remove`, { reason: 'x' })).status).toBe(409)
  })

  it('are not there under a wrong address', async () => {
    const { caseId } = await desk.submit()
    for (const path of ['no', '0198a000-0000-7000-8000-000000000009'])
      for (const end of ['', '/remove'])
        expect((await desk.maijaAt.get(`/desk/cases/${caseId}/files/${path}${end}`)).status).toBe(404)
    const nowhere = await desk.maijaAt.upload(
      '/desk/cases/0198a000-0000-7000-8000-000000000009/files',
      { shared: 'no' },
      [PDF],
    )
    expect(nowhere.status).toBe(404)
  })

  it('are opened after a warning where there is no scanner', async () => {
    house.scanner = null
    const { caseId } = await desk.submit()
    const at = `/desk/cases/${caseId}/files`
    expect((await desk.maijaAt.upload(at, { shared: 'no' }, [PDF])).text).toContain('Ei tarkistettu')
    const [file] = await files(caseId)
    const warned = await desk.maijaAt.get(`${at}/${file!.id}`)
    expect(warned.status).toBe(409)
    expect(warned.text).toContain('Tiedosto voi olla vaarallinen')
    const given = await desk.maijaAt.post(`${at}/${file!.id}`, {})
    expect(given.html).toContain('%PDF-1.4')
    house.scanner = calm
  })
})

describe('the files of a case for its client', () => {
  async function followed() {
    const app = portalOn(house)
    const writer = new Visitor(app)
    await answerAll(writer)
    await writer.upload('/fi/ask/files', { go: 'add' }, [PNG])
    const page = await writer.post('/fi/ask/check', { go: 'send' })
    const person = new Visitor(app)
    await person.post('/fi/follow', {
      number: NUMBER.exec(page.text)![0],
      receipt: RECEIPT.exec(page.text)![0],
    })
    const [row] = await desk.rows<{ id: string }>(
      `select id from "case" order by opened_at desc, id desc limit 1`,
    )
    return { person, caseId: row!.id }
  }

  it('are seen with their state, and opened once they are clean', async () => {
    const { person, caseId } = await followed()
    const page = await person.get('/fi/follow/case')
    expect(page.text).toContain('kuva.png')
    expect(page.text).toContain('Tarkistamme tiedoston')
    const [file] = await files(caseId)
    const early = await person.get(`/fi/follow/files/${file!.id}`)
    expect(early.status).toBe(409)
    await scanAll(caseId)
    const given = await person.get(`/fi/follow/files/${file!.id}`)
    expect(given.headers.get('Content-Disposition')).toContain('kuva.png')
    expect((await new Visitor(portalOn(house)).get(`/fi/follow/files/${file!.id}`)).path).toContain(
      '/fi/follow',
    )
    const other = await followed()
    expect((await other.person.get(`/fi/follow/files/${file!.id}`)).status).toBe(404)
  })

  it('go with a message, once, and keep all that was typed when one is not taken', async () => {
    const { person, caseId } = await followed()
    const once = fieldOn((await person.get('/fi/follow/case')).html, 'once')
    const wrong = await person.upload('/fi/follow/case', { once, text: 'Tässä lisää.' }, [
      PDF,
      { name: 'a.gif', bytes: Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1') },
    ])
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('a.gif: tällaista tiedostoa')
    expect(wrong.text).toContain('Tässä lisää.')
    const kept = fieldOn(wrong.html, 'kept')
    const form = { once, text: 'Tässä lisää.', kept }
    await Promise.all([
      person.twin().upload('/fi/follow/case', form, []),
      person.twin().upload('/fi/follow/case', form, []),
    ])
    const now = await files(caseId)
    expect(now).toHaveLength(2)
    expect(now[1]!.message_id).toBeTruthy()
    // Files alone are a message as well.
    const alone = await person.upload('/fi/follow/case', { once: 'x', text: '' }, [
      { name: 'lisä.txt', bytes: Buffer.from('Lisää tietoa.') },
    ])
    expect(alone.text).toContain('Lähetin liitteitä.')
    expect(alone.text).toContain('lisä.txt')
    expect((await person.upload('/fi/follow/case', { once: 'y', text: '' }, [])).text).toContain(
      'Kirjoita viesti.',
    )
  })
})

describe('a scanner that is set up and away', () => {
  it('lets nothing out', async () => {
    house.scanner = clamd('127.0.0.1', 1, { connect: 200 })
    const { caseId } = await desk.submit()
    await desk.maijaAt.upload(`/desk/cases/${caseId}/files`, { shared: 'yes' }, [PDF])
    await scanAll(caseId)
    const [file] = await files(caseId)
    const seen = await desk.maijaAt.post(`/desk/cases/${caseId}/files/${file!.id}`, {})
    expect(seen.status).toBe(409)
    expect(seen.text).toContain('ei vastaa juuri nyt')
    house.scanner = calm
  })
})
