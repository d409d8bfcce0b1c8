import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  attachFiles,
  attachmentsOf,
  NotOpened,
  openAttachment,
  readCase,
  removeAttachment,
  scanAgain,
  scanAttachment,
} from '../../src/cases/index.ts'
import { clamd, type Scanner, ScannerAway } from '../../src/custody/files/clamd.ts'
import { holdFile } from '../../src/custody/files/hold-file.ts'
import type { Actor } from '../../src/custody/transaction.ts'
import { FILE_MOST } from '../../src/documents/received/kinds.ts'
import { BAD_WORDS, hasClamd, LATER_WORDS, startClamd } from '../custody/clamd-server.ts'
import { inPieces, pdf } from '../documents/received-files.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { CLIENT, type Office, openOffice } from './office.ts'

let house: TestHouse
let office: Office
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
})
afterAll(() => house?.close())

const SYSTEM: Actor = { kind: 'system' }
const DAY = 86_400_000
/** Finds the words for bad; `away` keeps it from answering. */
const fake = { bad: BAD_WORDS, away: false, asked: 0 }
const scanner: Scanner = {
  async scan(content) {
    fake.asked += 1
    const parts: Buffer[] = []
    for await (const bytes of content) parts.push(bytes)
    if (fake.away) throw new ScannerAway('away')
    return Buffer.concat(parts).includes(fake.bad) ? 'Test.Bad' : null
  },
  version: () => (fake.away ? Promise.reject(new ScannerAway('away')) : Promise.resolve('ClamAV 1/1')),
}
beforeEach(() => {
  Object.assign(fake, { bad: BAD_WORDS, away: false, asked: 0 })
  house.scanner = scanner
})

const hold = (bytes: Buffer, name = 'liite.txt') =>
  holdFile(house, inPieces(bytes, 50_000), { name, most: FILE_MOST })
async function attached(words: string | Buffer, to: Partial<Parameters<typeof attachFiles>[3]> = {}) {
  const { caseId } = await office.submit()
  const file = await hold(Buffer.from(words))
  const sender = to.sender ?? 'client'
  await office.as(sender === 'client' ? CLIENT : office.maija, (t) =>
    attachFiles(t, caseId, [file], { shared: true, ...to, sender }),
  )
  return { caseId, id: file.id }
}
const scan = (id: string) => scanAttachment(house, { organisation: '08', attachmentId: id })
const rowOf = async (id: string) =>
  (
    await office.rows<{ state: string; tries: number; scanned_with: string }>(
      'select * from attachment where id = $1',
      id,
    )
  )[0]!
const pieces = async (id: string) =>
  (await office.rows('select 1 from attachment_chunk where attachment_id = $1', id)).length
const open = async (file: { caseId: string; id: string }, actor: Actor = office.maija, knowingly = false) => {
  const { content, ...opened } = await openAttachment(house, {
    organisation: '08',
    actor,
    ...file,
    knowingly,
  })
  const parts: Buffer[] = []
  for await (const bytes of content) parts.push(bytes)
  return { ...opened, bytes: Buffer.concat(parts) }
}
const stateWhenOpened = (file: { caseId: string; id: string }, actor?: Actor, knowingly?: boolean) =>
  open(file, actor, knowingly).then(
    () => 'opened',
    (error) => (error instanceof NotOpened ? error.state : error.code),
  )
const audited = async (caseId: string) =>
  (
    await office.rows<{ event: string }>(
      `select event from audit_entry where subject_id = $1 and event like 'attachment.%' order by seq`,
      caseId,
    )
  ).map(({ event }) => event)
const thread = async (caseId: string) =>
  (await office.as(office.maija, (t) => readCase(t, caseId))).messages
    .filter(({ from }) => from === 'system')
    .map(({ text }) => text)
const planned = async (id: string) =>
  office.rows<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key = $1`, `scan:${id}`)

describe('a file of a case', () => {
  it('is opened by nobody before it is found clean, then by its office and its client, and each time recorded', async () => {
    const bytes = Buffer.from('Päätöksen liite. '.repeat(20_000))
    const file = await attached(bytes)
    expect(await planned(file.id)).toHaveLength(1)
    expect(await stateWhenOpened(file)).toBe('quarantined')
    expect(await stateWhenOpened(file, CLIENT)).toBe('quarantined')
    expect(await stateWhenOpened(file, office.maija, true)).toBe('quarantined')
    await scan(file.id)
    expect(await rowOf(file.id)).toMatchObject({ state: 'clean', scanned_with: 'ClamAV 1/1' })
    expect((await open(file)).bytes.equals(bytes)).toBe(true)
    expect(await open(file, CLIENT)).toMatchObject({
      name: 'liite.txt',
      type: 'text/plain; charset=utf-8',
      size: bytes.length,
    })
    expect(await audited(file.caseId)).toEqual(['attachment.added', 'attachment.read', 'attachment.read'])
  })

  it('of the office alone is not there for the client, nor is a file of another case for anybody', async () => {
    const own = await attached('Vain meille.', { sender: 'office', shared: false })
    await scan(own.id)
    expect(await stateWhenOpened(own, CLIENT)).toBe('not-found')
    const seen = await office.as(CLIENT, (t) => attachmentsOf(t, own.caseId, 'client'))
    expect(seen).toEqual([])
    const other = await attached('Toinen.')
    await scan(other.id)
    expect(await stateWhenOpened({ caseId: own.caseId, id: other.id })).toBe('not-found')
    const elsewhere = openAttachment(house, { organisation: '90', actor: SYSTEM, ...other })
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' })
  })

  it('that is infected is destroyed and told to client and handler', async () => {
    const file = await attached(`Lasku ${BAD_WORDS}`)
    await office.as(SYSTEM, (t) => t.sql.case.update({ where: { id: file.caseId }, data: { unread: false } }))
    await scan(file.id)
    expect(await rowOf(file.id)).toMatchObject({ state: 'infected' })
    expect(await pieces(file.id)).toBe(0)
    expect(await stateWhenOpened(file)).toBe('infected')
    expect(await stateWhenOpened(file, CLIENT)).toBe('infected')
    const [row] = await office.rows<{ unread: boolean }>(
      'select unread from "case" where id = $1',
      file.caseId,
    )
    expect(row!.unread).toBe(true)
    expect((await thread(file.caseId))[0]).toContain('Tiedostossa ”liite.txt” oli haittaohjelma')
    const notices = await office.rows<{ template: string }>(
      'select template from notice where case_id = $1',
      file.caseId,
    )
    expect(notices.map(({ template }) => template)).toContain('message-waiting')
    expect(await audited(file.caseId)).toContain('attachment.infected')
    // That it was there stays, and a second scan does nothing more.
    const [kept] = await office.as(office.maija, (t) => attachmentsOf(t, file.caseId))
    expect(kept).toMatchObject({ name: 'liite.txt', state: 'infected' })
    await scan(file.id)
    expect(await thread(file.caseId)).toHaveLength(1)
  })

  it('of the office that is infected is told to the office alone', async () => {
    const file = await attached(BAD_WORDS, { sender: 'office', shared: false })
    await scan(file.id)
    expect(await thread(file.caseId)).toEqual([])
    const { notes } = await office.as(office.maija, (t) => readCase(t, file.caseId))
    expect(notes.map(({ text }) => text).join()).toContain('haittaohjelma')
  })

  it('stays in quarantine while the scanner is away, and is tried again at longer and longer times', async () => {
    const file = await attached('Odottaa.')
    fake.away = true
    const waits: number[] = []
    for (let n = 0; n < 5; n++) {
      await scan(file.id)
      waits.push(((await planned(file.id))[0]!.run_at.getTime() - house.now().getTime()) / 60_000)
      expect(await stateWhenOpened(file, office.maija, true)).toBe('unscanned')
    }
    expect(waits).toEqual([1, 5, 15, 60, 60])
    fake.away = false
    await scan(file.id)
    expect(await rowOf(file.id)).toMatchObject({ state: 'clean', tries: 0 })
  })

  it('is scanned again every day for a month, and locked when a new signature finds it', async () => {
    const file = await attached(`Vanha ${LATER_WORDS}`)
    const start = house.now().getTime()
    const dueOn = async (days: number) => {
      house.setNow(new Date(start + days * DAY))
      await office.rows(`select graphile_worker.remove_job($1)`, `scan:${file.id}`)
      await scanAgain(house)
      return (await planned(file.id)).length
    }
    await scan(file.id)
    expect(await dueOn(0.1)).toBe(0)
    expect(await dueOn(1)).toBe(1)
    await scan(file.id)
    expect(await dueOn(30)).toBe(1)
    fake.bad = LATER_WORDS
    await scan(file.id)
    expect(await rowOf(file.id)).toMatchObject({ state: 'locked' })
    expect(await pieces(file.id)).toBeGreaterThan(0)
    expect(await stateWhenOpened(file)).toBe('locked')
    expect((await thread(file.caseId))[0]).toContain('jota ei vielä tunnettu')
    fake.bad = BAD_WORDS
    const calm = await attached('Rauhallinen.')
    await scan(calm.id)
    house.setNow(new Date(house.now().getTime() + 40 * DAY))
    await scanAgain(house)
    expect(await planned(calm.id)).toHaveLength(1)
    await office.rows(`select graphile_worker.remove_job($1)`, `scan:${calm.id}`)
    await scan(calm.id)
    house.setNow(new Date(house.now().getTime() + DAY))
    await scanAgain(house)
    expect(await planned(calm.id)).toHaveLength(0)
    house.setNow(new Date(start))
  })

  it('without a scanner is opened by the office knowingly, which is recorded, and by the client not at all', async () => {
    const file = await attached('Ei tarkistettu.')
    house.scanner = null
    await scan(file.id)
    await scanAgain(house)
    expect(await rowOf(file.id)).toMatchObject({ state: 'quarantined' })
    expect(await stateWhenOpened(file)).toBe('quarantined')
    expect(await stateWhenOpened(file, CLIENT, true)).toBe('quarantined')
    expect(await stateWhenOpened(file, office.maija, true)).toBe('opened')
    expect(await audited(file.caseId)).toEqual(['attachment.added', 'attachment.opened-unscanned'])
  })

  it('is not given out when a piece is missing, moved or changed', async () => {
    const make = async () => {
      const file = await attached(Buffer.alloc(400_000, 'a'))
      await scan(file.id)
      return file
    }
    for (const harm of [
      `delete from attachment_chunk where attachment_id = $1 and n = 1`,
      `delete from attachment_chunk where attachment_id = $1 and n = 3`,
      `update attachment_chunk a set sealed = b.sealed from attachment_chunk b
       where a.attachment_id = $1 and b.attachment_id = $1 and a.n = 0 and b.n = 1`,
      `update attachment_chunk set sealed = set_byte(sealed, 5000, 1) where attachment_id = $1 and n = 2`,
      `update attachment set size = 262144 where id = $1`,
    ]) {
      const file = await make()
      await office.rows(harm, file.id)
      await expect(open(file), harm).rejects.toThrow()
    }
  })

  it('goes with the case, and cannot be read once the key is gone', async () => {
    const file = await attached('Poistuva.')
    await scan(file.id)
    await office.rows(
      'delete from data_key where id = (select key_id from "case" where id = $1)',
      file.caseId,
    )
    await expect(open(file)).rejects.toThrow('data key')
    await office.rows('delete from "case" where id = $1', file.caseId)
    expect(await pieces(file.id)).toBe(0)
    expect(await rowOf(file.id)).toBeUndefined()
    await scan(file.id)
  })
})

describe('what a case can hold', () => {
  it('is all or nothing, and the same file once', async () => {
    const { caseId } = await office.submit()
    const add = async (bytes: Buffer, name: string) => {
      const file = await hold(bytes, name)
      return office.as(CLIENT, (t) => attachFiles(t, caseId, [file], { sender: 'client', shared: true }))
    }
    for (let n = 0; n < 4; n++) expect(await add(Buffer.alloc(FILE_MOST, 97 + n), `${n}.txt`)).toBe(1)
    expect(await add(Buffer.alloc(FILE_MOST, 97), '0.txt')).toBe(0)
    const big = await hold(Buffer.alloc(FILE_MOST, 'y'), 'iso.txt')
    const small = await hold(pdf(), 'pieni.pdf')
    const both = office.as(CLIENT, (t) =>
      attachFiles(t, caseId, [small, big], { sender: 'client', shared: true }),
    )
    await expect(both).rejects.toMatchObject({ refused: [{ name: 'iso.txt', fault: 'full' }] })
    const files = await office.as(office.maija, (t) => attachmentsOf(t, caseId))
    expect(files).toHaveLength(4)
    // What was refused can still be sent without the one that did not fit.
    expect(
      await office.as(CLIENT, (t) => attachFiles(t, caseId, [small], { sender: 'client', shared: true })),
    ).toBe(1)
  })

  it('takes no file that has been erased since it came', async () => {
    const { caseId } = await office.submit()
    const file = await hold(pdf())
    await house.prisma.heldFile.delete({ where: { id: file.id } })
    const late = office.as(CLIENT, (t) => attachFiles(t, caseId, [file], { sender: 'client', shared: true }))
    await expect(late).rejects.toMatchObject({ refused: [{ fault: 'not-stored' }] })
  })
})

describe('taking a file away', () => {
  it('needs a reason, destroys the content and keeps that it was there', async () => {
    const file = await attached('Väärä asia.', { sender: 'office', shared: true })
    const remove = (reason: string) =>
      office.as(office.maija, (t) => removeAttachment(t, file.caseId, file.id, reason))
    await expect(remove(' ')).rejects.toMatchObject({ code: 'field-missing' })
    await expect(remove('x'.repeat(501))).rejects.toMatchObject({ code: 'too-long' })
    await remove('Kuului toiselle asialle')
    expect(await pieces(file.id)).toBe(0)
    const [kept] = await office.as(office.maija, (t) => attachmentsOf(t, file.caseId))
    expect(kept).toMatchObject({
      state: 'removed',
      removed: { reason: 'Kuului toiselle asialle', by: office.maija.id },
    })
    expect(await audited(file.caseId)).toEqual(['attachment.added', 'attachment.removed'])
    await expect(remove('Uudelleen')).rejects.toMatchObject({ code: 'not-now' })
    const [raw] = await office.rows<{ sealed: Buffer }>(
      'select sealed from attachment where id = $1',
      file.id,
    )
    expect(raw!.sealed.includes('toiselle')).toBe(false)
  })

  it('does not touch what the client sent', async () => {
    const file = await attached('Asiakkaan oma.')
    const removed = office.as(office.maija, (t) => removeAttachment(t, file.caseId, file.id, 'Siisteys'))
    await expect(removed).rejects.toMatchObject({ code: 'not-now' })
  })
})

describe.runIf(hasClamd)('with a real clamd', () => {
  it('goes from quarantine to clean, to infected, and to locked by a signature that came later', async () => {
    const server = await startClamd()
    try {
      house.scanner = clamd(server.host, server.port)
      const calm = await attached('Rauhallinen kirje.')
      const bad = await attached(`Kirje ${BAD_WORDS}`)
      const later = await attached(`Kirje ${LATER_WORDS}`)
      for (const { id } of [calm, bad, later]) await scan(id)
      expect((await rowOf(calm.id)).scanned_with).toMatch(/^ClamAV \d/)
      expect(await Promise.all([calm, bad, later].map(({ id }) => rowOf(id)))).toMatchObject([
        { state: 'clean' },
        { state: 'infected' },
        { state: 'clean' },
      ])
      await server.learn('Test.Later', LATER_WORDS)
      for (const { id } of [calm, later]) await scan(id)
      expect((await rowOf(calm.id)).state).toBe('clean')
      expect((await rowOf(later.id)).state).toBe('locked')
      const waiting = await attached('Vielä yksi.')
      await server.stop()
      await scan(waiting.id)
      expect((await rowOf(waiting.id)).state).toBe('unscanned')
      expect(await stateWhenOpened(waiting)).toBe('unscanned')
    } finally {
      await server.stop()
    }
  }, 120_000)
})
