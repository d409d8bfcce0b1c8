import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHUNK, cut, sealChunk, unsealChunk } from '../../src/custody/files/chunks.ts'
import { dropHeld, type HeldFile, holdFile } from '../../src/custody/files/hold-file.ts'
import type { House } from '../../src/custody/transaction.ts'
import { FILE_MOST } from '../../src/documents/received/kinds.ts'
import {
  docm,
  docx,
  inPieces,
  odt,
  PLACE_WORDS,
  PLAIN_JPEG,
  pdf,
  tellingHeic,
  tellingJpeg,
  tellingPng,
  zip,
} from '../documents/received-files.ts'
import { type TestHouse, testHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const hold = (bytes: Buffer, name = 'liite', pieces = 1000) =>
  holdFile(house, inPieces(bytes, pieces), { name, most: FILE_MOST })
const refusal = (bytes: Buffer, name?: string) =>
  hold(bytes, name).then(
    ({ kind }) => `taken as ${kind}`,
    (error) => error.fault ?? error,
  )
const counts = async () => {
  const files = await house.prisma.heldFile.count()
  return { files, pieces: await house.prisma.heldFileChunk.count() }
}

interface PieceRow {
  data: { fileId: string; n: number; sealed: Buffer<ArrayBuffer> }
}
/** The house, with every piece that is stored going through `create`. */
const houseWith = (create: (row: PieceRow) => Promise<void>): House =>
  ({
    ...house,
    prisma: {
      heldFile: house.prisma.heldFile,
      heldFileChunk: {
        create,
        findUniqueOrThrow: (given: never) => house.prisma.heldFileChunk.findUniqueOrThrow(given),
      },
    },
  }) as unknown as House

/** A stored file, opened again. */
async function stored(file: HeldFile): Promise<Buffer> {
  const rows = await house.prisma.heldFileChunk.findMany({
    where: { fileId: file.id },
    orderBy: { n: 'asc' },
  })
  const key = Buffer.from(file.key!, 'base64')
  return Buffer.concat(
    rows.map((row) => unsealChunk(key, file.id, row.n, row.n === rows.length - 1, row.sealed)),
  )
}

describe('a file that comes in', () => {
  beforeEach(() => house.prisma.heldFile.deleteMany())

  it.each([
    ['pdf', pdf()],
    ['jpeg', PLAIN_JPEG],
    ['png', tellingPng()],
    ['heic', tellingHeic()],
    ['docx', docx()],
    ['odt', odt()],
    ['txt', Buffer.from('Hyvä lukija,\r\n\tkotihoito ei käynyt.\n')],
  ])('is known as %s by what it is, whatever it is called', async (kind, bytes) => {
    const file = await hold(bytes, '../../etc/kuva.exe')
    expect(file).toMatchObject({ kind })
    expect(file.name).toMatch(/^kuva\.exe\.[a-z]+$/)
  })

  it('takes Finnish text of an old editor and of a new one', async () => {
    for (const bytes of [Buffer.from('äö €', 'utf8'), Buffer.from('\xe4\xf6 \x80', 'latin1')])
      expect(await refusal(bytes)).toBe('taken as txt')
    // A letter whose two bytes come in two pieces.
    expect((await holdFile(house, inPieces(Buffer.from('ä'), 1), { name: 'a', most: 10 })).kind).toBe('txt')
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', Buffer.from('\ufeff <!DOCTYPE html><script>alert(1)</script>'), 'kind'],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)">'), 'kind'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'kind'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'kind'],
    ['text with a control byte', Buffer.from('hei\x1b[31m'), 'kind'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'kind'],
    [
      'an old Word file or one with a password',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'),
      'locked',
    ],
    ['a PDF after a page', Buffer.concat([Buffer.from('<html>'), pdf()]), 'kind'],
    ['a PDF that is a ZIP too', Buffer.concat([pdf(), zip([{ name: 'a.class', body: 'x' }])]), 'disguised'],
    [
      'text that is a ZIP too',
      Buffer.concat([Buffer.from('hei\n'), zip([{ name: 'a', body: 'x' }])]),
      'kind',
    ],
    ['a ZIP of anything', zip([{ name: 'a.txt', body: 'x' }]), 'kind'],
    [
      'a spreadsheet',
      zip([
        { name: '[Content_Types].xml', body: 'sheet' },
        { name: 'xl/workbook.xml', body: '' },
      ]),
      'kind',
    ],
    ['macros', docm(), 'macros'],
    ['macros under another name', docx([{ name: 'word/vbaProject.bin', body: 'x' }]), 'macros'],
    ['an ODT with macros', odt(undefined, [{ name: 'Basic/Standard/Module1.xml', body: 'x' }]), 'macros'],
    ['an ODT with a password', odt('<manifest:encryption-data/>'), 'locked'],
    ['a ZIP with a password', docx([{ name: 'a', body: 'x', flags: 1 }]), 'locked'],
    ['a bomb', docx([{ name: 'word/media/a.png', body: Buffer.alloc(3_000_000) }]), 'packed'],
    [
      'a bomb of many',
      docx(Array.from({ length: 300 }, (_, n) => ({ name: `a${n}`, body: 'x', unpacked: 900_000 }))),
      'packed',
    ],
    ['a bomb of one piece told many times', docx([{ name: 'b', body: 'x', offset: 0 }]), 'packed'],
    ['a name told twice', docx([{ name: 'word/document.xml', body: 'other' }]), 'disguised'],
    ['half a DOCX', docx().subarray(0, 200), 'broken'],
    ['a DOCX with something after it', Buffer.concat([docx(), Buffer.from('<script>')]), 'disguised'],
    ['half a JPEG head', PLAIN_JPEG.subarray(0, 100), 'broken'],
    ['half a PNG', tellingPng().subarray(0, 60), 'broken'],
    ['a HEIC whose list points outside', tellingHeic().subarray(0, 500), 'broken'],
    ['too much', Buffer.alloc(FILE_MOST + 1, 'a'), 'too-big'],
  ])('is not taken when it is %s, and leaves nothing', async (_, bytes, fault) => {
    expect(await refusal(bytes)).toBe(fault)
    expect(await counts()).toEqual({ files: 0, pieces: 0 })
  })

  it('of exactly the longest length is taken', async () => {
    expect(await refusal(Buffer.alloc(FILE_MOST, 'a'))).toBe('taken as txt')
  })

  it('leaves nothing when the sender breaks off or the database fails', async () => {
    async function* broken() {
      yield Buffer.alloc(300_000, 'a')
      throw new Error('the line is dead')
    }
    await expect(holdFile(house, broken(), { name: 'a', most: FILE_MOST })).rejects.toThrow('dead')
    const failing = houseWith(async (row) => {
      if (row.data.n > 0) throw new Error('disk full')
      await house.prisma.heldFileChunk.create(row)
    })
    const full = holdFile(failing, inPieces(Buffer.alloc(400_000, 'a')), { name: 'a', most: FILE_MOST })
    await expect(full).rejects.toThrow('disk full')
    expect(await counts()).toEqual({ files: 0, pieces: 0 })
  })

  it('is never in memory by more than a few pieces', async () => {
    const all = FILE_MOST
    let given = 0
    let storedBytes = 0
    let most = 0
    const watched = houseWith(async (row) => {
      await house.prisma.heldFileChunk.create(row)
      storedBytes += row.data.sealed.length - 29
    })
    async function* source() {
      const piece = Buffer.alloc(64 * 1024, 'a')
      while (given < all) {
        most = Math.max(most, given - storedBytes)
        given += piece.length
        yield piece
      }
    }
    await holdFile(watched, source(), { name: 'a.txt', most: FILE_MOST })
    expect(storedBytes).toBe(all)
    expect(most).toBeLessThanOrEqual(2 * CHUNK)
  })
})

describe('a picture', () => {
  const words = (bytes: Buffer) => PLACE_WORDS.filter((word) => bytes.includes(word))

  it('tells what it tells before', () => {
    for (const bytes of [tellingJpeg(), tellingPng(), tellingHeic()])
      expect(words(bytes).length).toBeGreaterThan(2)
  })

  it.each([1, 7, 1000, 100_000])(
    'loses place, time, camera and what follows it, in pieces of %i',
    async (size) => {
      for (const bytes of [tellingJpeg(), tellingPng(), tellingHeic(), tellingHeic(true)])
        expect(words(await stored(await hold(bytes, 'kuva', size)))).toEqual([])
    },
  )

  it('keeps its dots, its colours and which way is up', async () => {
    const clean = await stored(await hold(tellingJpeg()))
    expect(clean.includes('ICC_PROFILE')).toBe(true)
    expect(clean.subarray(-2).toString('hex')).toBe('ffd9')
    const turn = clean.indexOf('Exif\0\0MM')
    expect(clean.readUInt16BE(turn + 24)).toBe(6)
    // All that stands from the tables on is as it was.
    expect(clean.subarray(clean.indexOf(Buffer.of(0xff, 0xdb)))).toEqual(
      PLAIN_JPEG.subarray(PLAIN_JPEG.indexOf(Buffer.of(0xff, 0xdb))),
    )
    const png = await stored(await hold(tellingPng()))
    expect(png.includes('IDAT')).toBe(true)
    expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND')
  })

  it('of several scans keeps every one', async () => {
    const scan = (bytes: string) => Buffer.from(`ffda0008010100003f00${bytes}`, 'hex')
    const frame = Buffer.from('ffc2000b080001000101011100', 'hex')
    const picture = Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      frame,
      scan('11ff0022ffd033'),
      Buffer.from('ffc400040000', 'hex'),
      scan('44ffffff00'),
      Buffer.from('ffd9', 'hex'),
    ])
    expect(await stored(await hold(picture, 'a', 1))).toEqual(picture)
  })

  it('of HEIC stays as long as it was, with its coded picture untouched', async () => {
    const bytes = tellingHeic()
    const clean = await stored(await hold(bytes))
    expect(clean.length).toBe(bytes.length)
    expect(clean.includes(Buffer.alloc(300, 0xab))).toBe(true)
  })
})

describe('sealed pieces', () => {
  const key = randomBytes(32)
  const id = '0198a000-0000-7000-8000-000000000001'

  it('give back any file, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3 * CHUNK), fc.integer({ min: 1, max: CHUNK * 2 }), async (length, size) => {
        const bytes = randomBytes(length)
        const pieces: Buffer[] = []
        let lasts = 0
        for await (const { n, last, bytes: piece } of cut(inPieces(bytes, size))) {
          expect(n).toBe(pieces.length)
          lasts += last ? 1 : 0
          pieces.push(unsealChunk(key, id, n, last, sealChunk(key, id, n, last, piece)))
        }
        expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
        expect(lasts).toBe(length > 0 ? 1 : 0)
      }),
      { numRuns: 30 },
    )
  })

  it('do not open in another place, in another file, or as an end they are not', () => {
    const sealed = sealChunk(key, id, 1, false, Buffer.from('b'))
    expect(unsealChunk(key, id, 1, false, sealed).toString()).toBe('b')
    expect(() => unsealChunk(key, id, 0, false, sealed)).toThrow()
    expect(() => unsealChunk(key, id, 1, true, sealed)).toThrow()
    expect(() => unsealChunk(key, id.replace('1', '2'), 1, false, sealed)).toThrow()
    expect(() => unsealChunk(randomBytes(32), id, 1, false, sealed)).toThrow()
  })

  it('hold nothing of the file in the open', async () => {
    const file = await hold(Buffer.from('Salainen sana asiakkaasta. '.repeat(1000)))
    const raw = await house.prisma.heldFileChunk.findMany({ where: { fileId: file.id } })
    expect(raw.length).toBeGreaterThan(0)
    expect(raw.some(({ sealed }) => Buffer.from(sealed).includes('Salainen'))).toBe(false)
    await dropHeld(house, [file.id])
  })
})
