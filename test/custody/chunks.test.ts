import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupDamaged, openSealed, readHeader, sealingStream } from '../../src/custody/backup/chunks.ts'
import { readFrames, writeFrame } from '../../src/custody/backup/frames.ts'
import { keyring, masterKey } from '../../src/custody/keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'asiavastaava-chunks-'))
const file = join(folder, 'backup')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bytes = randomBytes(32)
const keys = keyring(bytes)
const master = masterKey(bytes)
const CHUNK = 256 * 1024 + 16

async function sealed(parts: Buffer[]): Promise<Buffer> {
  const stream = sealingStream(keys)
  const [whole] = await Promise.all([buffer(stream), pipeline(Readable.from(parts), stream)])
  return whole
}

async function opened(whole: Buffer, with_ = master): Promise<Buffer> {
  writeFileSync(file, whole)
  const parts: Buffer[] = []
  for await (const part of openSealed(file, with_)) parts.push(part)
  return Buffer.concat(parts)
}

const headerOf = (whole: Buffer) => 12 + whole.readUInt32BE(8)

describe('a sealed file', () => {
  let plain: Buffer
  let whole: Buffer
  beforeAll(async () => {
    plain = randomBytes(3 * 256 * 1024 + 1000)
    whole = await sealed([plain])
  })

  it('opens to what was written, however it came in', async () => {
    expect(await opened(whole)).toEqual(plain)
    for (const size of [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 2 * 256 * 1024]) {
      const text = randomBytes(size)
      const cut = Math.floor(size / 3)
      expect(await opened(await sealed([text.subarray(0, cut), text.subarray(cut)]))).toEqual(text)
    }
  })
  it('says under which key it is and shows nothing of what is in it', async () => {
    const text = Buffer.from('Maija Meikäläinen '.repeat(100))
    const one = await sealed([text])
    writeFileSync(file, one)
    expect((await readHeader(file)).key).toBe(keys.id)
    expect(one.includes('Maija')).toBe(false)
    expect((await sealed([text])).equals(one)).toBe(false)
  })
  it('does not open under another key', async () => {
    const other = { ...masterKey(randomBytes(32)) }
    await expect(opened(whole, other)).rejects.toBeInstanceOf(BackupDamaged)
  })
  it('shows any changed bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const bent = Buffer.from(whole)
        bent[at]! ^= 1 << bit
        await expect(opened(bent)).rejects.toBeInstanceOf(BackupDamaged)
      }),
      { numRuns: 60 },
    )
  })
  it('shows an end that was cut off, at any place', async () => {
    const begin = headerOf(whole)
    const places = [0, 5, 12, begin - 1, begin, begin + 1, begin + CHUNK, begin + 2 * CHUNK, whole.length - 1]
    for (const at of places) await expect(opened(whole.subarray(0, at))).rejects.toBeInstanceOf(BackupDamaged)
    // Cut between two chunks there is no doubt about what happened.
    await expect(opened(whole.subarray(0, begin + CHUNK))).rejects.toMatchObject({ how: 'broken-off' })
    await expect(opened(Buffer.concat([whole, Buffer.of(0)]))).rejects.toBeInstanceOf(BackupDamaged)
  })
  it('shows chunks that changed places, were left out, put in or taken from another file', async () => {
    const begin = headerOf(whole)
    const chunk = (n: number, of = whole) => of.subarray(begin + n * CHUNK, begin + (n + 1) * CHUNK)
    const head = whole.subarray(0, begin)
    const other = await sealed([plain])
    const wrong = [
      [chunk(1), chunk(0), chunk(2), chunk(3)],
      [chunk(0), chunk(2), chunk(3)],
      [chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)],
      [chunk(0), chunk(1, other), chunk(2), chunk(3)],
      [chunk(0), chunk(1), chunk(2), chunk(3), chunk(3)],
    ]
    for (const chunks of wrong)
      await expect(opened(Buffer.concat([head, ...chunks]))).rejects.toBeInstanceOf(BackupDamaged)
    expect(await opened(Buffer.concat([head, chunk(0), chunk(1), chunk(2), chunk(3)]))).toEqual(plain)
    // Another file's header does not open it either.
    await expect(
      opened(Buffer.concat([other.subarray(0, headerOf(other)), whole.subarray(begin)])),
    ).rejects.toBeInstanceOf(BackupDamaged)
  })
  it('is told from what is no backup', async () => {
    for (const what of [
      Buffer.alloc(0),
      Buffer.from('PK'),
      Buffer.from('ASIAVBK1'),
      readFileSync(process.execPath).subarray(0, 9000),
    ])
      await expect(opened(what)).rejects.toMatchObject({ how: 'no-backup' })
    const huge = Buffer.from('ASIAVBK1\xff\xff\xff\xff', 'latin1')
    await expect(opened(huge)).rejects.toMatchObject({ how: 'no-backup' })
  })
})

describe('frames', () => {
  it('come out as they went in, wherever the parts are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 17 }),
        async (pieces, size) => {
          const all = Buffer.concat(
            pieces.map((piece) => writeFrame({ kind: 'rows', value: Buffer.from(piece) })),
          )
          const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
            all.subarray(n * size, (n + 1) * size),
          )
          const found: Buffer[] = []
          for await (const frame of readFrames(Readable.from(parts)))
            found.push(Buffer.from(frame.value as Buffer))
          expect(found.map((one) => one.toString('hex'))).toEqual(
            pieces.map((piece) => Buffer.from(piece).toString('hex')),
          )
        },
      ),
    )
  })
})
