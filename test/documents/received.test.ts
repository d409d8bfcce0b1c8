import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDownload, fileName } from '../../src/documents/received/file-name.ts'
import { heicStretches } from '../../src/documents/received/heic.ts'
import {
  type Cleaner,
  FILE_KINDS,
  type FileKind,
  FileRefused,
  type StoredBytes,
} from '../../src/documents/received/kinds.ts'
import { cleanerOf, HEAD, recognise } from '../../src/documents/received/recognise.ts'
import { isAlsoZip, recogniseZip } from '../../src/documents/received/zip.ts'
import { docx, odt, PLAIN_JPEG, pdf, tellingHeic, tellingJpeg, tellingPng } from './received-files.ts'

const stored = (bytes: Buffer): StoredBytes => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
})

function cleaned(cleaner: Cleaner, bytes: Buffer, cuts: readonly number[] = []): Buffer {
  const out: Buffer[] = []
  let at = 0
  for (const end of [...cuts, bytes.length].map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b)) {
    if (end > at) out.push(...cleaner.write(bytes.subarray(at, end)))
    at = end
  }
  out.push(...cleaner.end())
  return Buffer.concat(out)
}

/** All that is done with a file before it is kept. */
async function take(bytes: Buffer): Promise<Buffer> {
  const beginning = await recognise(bytes.subarray(0, HEAD))
  const kept = cleaned(cleanerOf(beginning), bytes)
  const file = stored(kept)
  if (beginning === 'zip') await recogniseZip(file)
  else if (await isAlsoZip(file)) throw new FileRefused('disguised')
  if (beginning === 'heic')
    for (const { offset, length } of await heicStretches(file))
      if (offset + length > kept.length) throw new FileRefused('broken')
  return kept
}

const samples = [
  pdf(),
  PLAIN_JPEG,
  tellingJpeg(),
  tellingPng(),
  tellingHeic(),
  tellingHeic(true),
  docx(),
  odt(),
  Buffer.from('Hyvä lukija'),
]

/** A good file with some bytes changed, cut out, put in or doubled. */
const harmed = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.record({
        how: fc.constantFrom('set', 'cut', 'double', 'insert'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(64),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([sample, harms]) =>
    harms.reduce((bytes, { how, at, length, bytes: put }) => {
      const from = Math.floor(at * bytes.length)
      const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)]
      if (how === 'cut') return Buffer.concat([before, after.subarray(length)])
      if (how === 'double') return Buffer.concat([before, after.subarray(0, length), after])
      if (how === 'insert') return Buffer.concat([before, put, after])
      return Buffer.concat([before, put, after.subarray(put.length)])
    }, Buffer.from(sample)),
  )

describe('a file that somebody has harmed', () => {
  it('is taken or refused, and never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(harmed, async (bytes) => {
        const error = await take(bytes).then(
          () => null,
          (error) => error,
        )
        if (error !== null && !(error instanceof FileRefused)) throw error
      }),
      { numRuns: 3000 },
    )
  }, 60_000)

  it('says of extents without length that it is broken, at once', async () => {
    const bytes = tellingHeic()
    const iloc = bytes.indexOf('iloc')
    // No sizes at all, and as many extents as there is room to count.
    bytes.writeUInt16BE(0, iloc + 8)
    bytes.fill(0xff, iloc + 10, iloc + 60)
    await expect(heicStretches(stored(bytes))).rejects.toMatchObject({ fault: 'broken' })
  })
})

describe('cleaning', () => {
  it('is the same however the file is cut on its way', () => {
    const each = [tellingJpeg(), tellingPng()] as const
    fc.assert(
      fc.property(fc.constantFrom(0, 1), fc.array(fc.nat(1600), { maxLength: 30 }), (which, cuts) => {
        const beginning = which === 0 ? 'jpeg' : 'png'
        const whole = cleaned(cleanerOf(beginning), each[which]!)
        expect(cleaned(cleanerOf(beginning), each[which]!, cuts)).toEqual(whole)
      }),
    )
  })

  it('of what is clean changes nothing', () => {
    for (const [beginning, bytes] of [
      ['jpeg', tellingJpeg()],
      ['png', tellingPng()],
    ] as const) {
      const once = cleaned(cleanerOf(beginning), bytes)
      expect(cleaned(cleanerOf(beginning), once)).toEqual(once)
    }
  })
})

describe('the name of a file', () => {
  const kinds = Object.keys(FILE_KINDS) as FileKind[]

  it('never leads anywhere, turns no line around, and ends as what the file is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...kinds), (given, kind) => {
        const name = fileName(given, kind)
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}"<>|?*:]/u)
        expect(name).not.toMatch(/^\./)
        expect([...name].length).toBeLessThanOrEqual(126)
        expect(FILE_KINDS[kind].endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))).toBe(
          true,
        )
        expect(fileName(name, kind)).toBe(name)
        const header = asDownload(name)
        expect(header).toMatch(
          /^attachment; filename="[A-Za-z0-9 ._-]*"; filename\*=UTF-8''[A-Za-z0-9.~!$&+_%-]*$/,
        )
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Käyttäjä\\kuva.JPG', 'jpeg', 'kuva.jpg'],
    ['päätös.pdf\r\nSet-Cookie: a=b', 'pdf', 'päätös.pdfSet-Cookie_ a=b.pdf'],
    ['lasku\u202Efdp.exe', 'pdf', 'laskufdp.exe.pdf'],
    ['...', 'pdf', 'liite.pdf'],
    ['.pdf', 'pdf', 'pdf.pdf'],
  ] as const)('%j of a %s is kept as %j', (given, kind, name) => {
    expect(fileName(given, kind)).toBe(name)
  })
})
