import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp } from '../../../src/cases/index.ts'
import { docm, pdf, tellingJpeg } from '../../documents/received-files.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { answerAll, portalOn, Visitor } from './visitor.ts'

let house: TestHouse
let app: ReturnType<typeof portalOn>

beforeAll(async () => {
  house = await testHouse()
  app = portalOn(house)
})
afterAll(() => house.close())

const rows = async <T>(sql: string): Promise<T[]> => (await house.database.owner.query(sql)).rows as T[]
const count = async (table: string) =>
  Number((await rows<{ n: string }>(`select count(*) n from ${table}`))[0]!.n)
const at = '/fi/ask/files'
const PDF = { name: 'päätös.pdf', bytes: pdf() }
const JPEG = { name: 'kuva.jpg', bytes: tellingJpeg() }
const idOf = (html: string, n = 0) => [...html.matchAll(/value="remove:([0-9a-f-]+)"/g)][n]?.[1]

describe('the question of files', () => {
  it('comes after the wish and may be passed over', async () => {
    const person = new Visitor(app)
    const check = await answerAll(person)
    expect(check.text).toContain('Liitteet Ei liitteitä')
    expect((await person.post('/fi/ask/wish', { wish: '' })).path).toBe(at)
    expect((await person.upload(at, { go: 'on' }, [])).path).toBe('/fi/ask/urgent')
  })

  it('keeps what was chosen, shows it on the last page, and sends it sealed under the case', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    const added = await person.upload(at, { go: 'add' }, [PDF, JPEG])
    expect(added.text).toContain('2 tiedostoa on lisätty')
    expect(added.text).toContain('päätös.pdf')
    expect((await person.get('/fi/ask/check')).text).toMatch(/päätös\.pdf \(1 kt\)\s+kuva\.jpg/)
    // Before it is sent it is nobody's: neither name nor content nor key is in the open.
    const [held] = await rows<{ sealed: Buffer }>(
      'select sealed from held_file order by created_at desc limit 1',
    )
    expect(held!.sealed.includes('kuva')).toBe(false)
    await person.post('/fi/ask/check', { go: 'send' })
    const files = await rows<{
      kind: string
      state: string
      sealed: Buffer
      sender: string
      shared: boolean
    }>('select * from attachment order by kind')
    expect(files).toMatchObject([
      { kind: 'jpeg', state: 'quarantined', sender: 'client', shared: true },
      { kind: 'pdf', state: 'quarantined' },
    ])
    expect(files.some(({ sealed }) => sealed.includes('kuva'))).toBe(false)
    expect(await count('held_file')).toBe(0)
    expect(await count('held_file_chunk')).toBe(0)
    expect(await count('attachment_chunk')).toBe(2)
    const jobs = await rows<{ n: string }>(
      `select count(*) n from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
       where k.identifier = 'scan-attachment'`,
    )
    expect(Number(jobs[0]!.n)).toBe(2)
  })

  it('tells of every file that is not taken, keeps the good ones and all that was typed', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    const seen = await person.upload(at, { go: 'on' }, [
      { name: 'ohjelma.docx', bytes: docm() },
      PDF,
      { name: 'sivu.pdf', bytes: Buffer.from('<html>') },
      { name: '\u202egnp.exe', bytes: Buffer.from('MZ\0') },
    ])
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('ohjelma.docx: tiedostossa on makroja')
    expect(seen.text).toContain('sivu.pdf: tällaista tiedostoa emme voi ottaa vastaan')
    expect(seen.text).toContain('gnp.exe: tällaista')
    expect(seen.html).not.toContain('\u202e')
    expect(idOf(seen.html)).toBeTruthy()
    expect((await person.get('/fi/ask/check')).text).toContain('päätös.pdf')
    expect((await person.get('/fi/ask/story')).text).toContain('Kotihoito ei ole käynyt')
  })

  it('takes a file away again, and the same one only once', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    await person.upload(at, { go: 'add' }, [PDF, PDF])
    const seen = await person.upload(at, { go: 'add' }, [PDF, JPEG])
    expect(idOf(seen.html, 1)).toBeTruthy()
    expect(idOf(seen.html, 2)).toBeUndefined()
    const left = await person.upload(at, { go: `remove:${idOf(seen.html)}` }, [])
    expect(left.text).toContain('Tiedosto on poistettu')
    expect(left.text).not.toContain('päätös.pdf')
    expect(left.text).toContain('kuva.jpg')
    // Somebody else's file is not taken away.
    const other = new Visitor(app)
    await answerAll(other)
    await other.upload(at, { go: `remove:${idOf(left.html)}` }, [])
    expect((await person.get(at)).text).toContain('kuva.jpg')
  })

  it('of a form taken up again attaches nothing before the person says so', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    await person.upload(at, { go: 'add' }, [PDF, JPEG])
    const saved = await person.post('/fi/ask/reach', { reachBy: 'none', go: 'later' })
    const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(saved.text)![0]
    const elsewhere = new Visitor(app)
    const back = await elsewhere.post('/fi/continue', { code })
    expect(back.path).toBe(at)
    expect(back.text).toContain('Lähetetäänkö nämä tiedostot?')
    expect(back.html).not.toMatch(/type="checkbox"[^>]*checked/)
    const check = await elsewhere.get('/fi/ask/check')
    expect(check.text).toContain('Ei liitteitä')
    // Sending is not offered before the question is answered, and nothing is sent when it is tried.
    const before = await count('attachment')
    expect((await elsewhere.post('/fi/ask/check', { go: 'send' })).path).toBe('/fi/ask/check')
    const ids = [...back.html.matchAll(/name="confirmed" value="([0-9a-f-]+)"/g)].map(([, id]) => id!)
    expect(ids.length).toBe(2)
    const next = await elsewhere.upload(at, { go: 'on', asked: 'yes', confirmed: ids[1]! }, [])
    expect(next.path).toBe('/fi/ask/urgent')
    await elsewhere.post('/fi/ask/check', { go: 'send' })
    expect(await count('attachment')).toBe(before + 1)
  })

  it('erases the files with the form, and one whose sending broke off within the hour', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    await person.upload(at, { go: 'add' }, [PDF])
    await house.prisma.heldFile.create({
      data: { id: '0198a000-0000-7000-8000-00000000000a', size: 0, createdAt: house.now() },
    })
    const start = house.now()
    house.setNow(new Date(start.getTime() + 61 * 60_000))
    await cleanUp(house)
    expect(await rows(`select 1 from held_file where draft_hash is null`)).toEqual([])
    expect(await count('held_file')).toBeGreaterThan(0)
    house.setNow(new Date(start.getTime() + 31 * 86_400_000))
    await cleanUp(house)
    expect(await count('held_file')).toBe(0)
    expect(await count('held_file_chunk')).toBe(0)
    house.setNow(start)
  })

  it('speaks Swedish and English as well', async () => {
    for (const [lang, title] of [
      ['sv', 'Vill du lägga till bilagor?'],
      ['en', 'Do you want to add files?'],
    ] as const) {
      const person = new Visitor(app)
      await answerAll(person, { lang })
      expect((await person.get(`/${lang}/ask/files`)).text).toContain(title)
    }
  })

  it('stops an address that sends without end', async () => {
    const person = new Visitor(portalOn(house, { addressOf: () => '192.0.2.77' }))
    await answerAll(person)
    for (let n = 0; n < 120; n++) await person.upload(at, { go: 'back' }, [])
    const seen = await person.upload(at, { go: 'add' }, [PDF])
    expect(seen.text).toContain('liian usein')
    expect(seen.text).not.toContain('päätös.pdf')
  })
})

describe('what is not a form', () => {
  const request = (body: string, type = 'multipart/form-data; boundary=x', cookies: Visitor['cookies']) =>
    app.request(at, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': type,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      duplex: 'half',
    } as RequestInit)

  it('is turned away and leaves nothing', async () => {
    const person = new Visitor(app)
    await answerAll(person)
    const before = await count('held_file')
    for (const body of [
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalf',
      'no form at all',
      '--x--\r\nmore',
    ]) {
      const answer = await request(body, undefined, person.cookies)
      expect(answer.status, body).toBeLessThan(500)
      expect(await count('held_file')).toBe(before)
    }
    expect((await request('a', 'multipart/form-data', person.cookies)).status).toBe(400)
  })

  it('loses nobody the matter when there is none', async () => {
    const stranger = new Visitor(app)
    const seen = await stranger.upload(at, { go: 'add' }, [PDF])
    expect(seen.status).toBe(404)
  })
})
