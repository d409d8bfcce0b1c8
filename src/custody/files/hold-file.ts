import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../../database/new-id.ts'
import { fileName } from '../../documents/received/file-name.ts'
import { heicStretches } from '../../documents/received/heic.ts'
import { type FileKind, FileRefused, type StoredBytes } from '../../documents/received/kinds.ts'
import { type Beginning, cleanerOf, HEAD, recognise } from '../../documents/received/recognise.ts'
import { isAlsoZip, recogniseZip } from '../../documents/received/zip.ts'
import type { House } from '../transaction.ts'
import { CHUNK, chunksOf, cut, sealChunk, unsealChunk } from './chunks.ts'

/** What is kept sealed with a file. */
export interface FileParts {
  name: string
  /** SHA-256 of the content as it is kept, hexadecimal */
  digest: string
  /** the file's own key, base64; gone when the content is destroyed */
  key?: string
}

/** A file that has come in whole, been recognised and cleaned, and waits to be put somewhere. */
export interface HeldFile extends FileParts {
  id: string
  kind: FileKind
  size: number
}

/**
 * Takes a file in as it comes: recognises it by its first bytes, takes out of a picture what tells where and when it
 * was taken, and stores it in sealed pieces under a key of its own. No more than a few pieces are in memory at a time.
 * @throws FileRefused; nothing is kept then, nor when the sender breaks off
 */
export async function holdFile(
  house: House,
  source: AsyncIterable<Buffer>,
  given: { name: string; most: number },
): Promise<HeldFile> {
  const id = newId(house.now())
  const key = randomBytes(32)
  await house.prisma.heldFile.create({ data: { id, size: 0, createdAt: house.now() } })
  try {
    const { beginning, cleaned } = await begin(limited(source, given.most))
    const stored = await store(house, id, key, cleaned)
    const kind = await settle(house, { id, key, size: stored.size }, beginning)
    // A picture changed after it was stored has another digest than what came.
    const digest = kind === 'heic' ? await digestOf(house, id, key, stored.size) : stored.digest
    await house.prisma.heldFile.update({ where: { id }, data: { size: stored.size } })
    return {
      id,
      kind,
      size: stored.size,
      name: fileName(given.name, kind),
      digest,
      key: key.toString('base64'),
    }
  } catch (error) {
    await dropHeld(house, [id]).catch(() => {})
    throw error
  }
}

export async function dropHeld(house: House, ids: string[]): Promise<void> {
  await house.prisma.heldFile.deleteMany({ where: { id: { in: ids } } })
}

async function* limited(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const bytes of source) {
    size += bytes.length
    if (size > most) throw new FileRefused('too-big')
    yield bytes
  }
}

/** Looks at the first bytes, and gives the whole as it is to be kept. */
async function begin(
  source: AsyncGenerator<Buffer>,
): Promise<{ beginning: Beginning; cleaned: AsyncIterable<Buffer> }> {
  const first: Buffer[] = []
  let length = 0
  while (length < HEAD) {
    const { value, done } = await source.next()
    if (done) break
    first.push(value)
    length += value.length
  }
  const head = Buffer.concat(first)
  const beginning = await recognise(head)
  return { beginning, cleaned: clean(beginning, head, source) }
}

async function* clean(beginning: Beginning, head: Buffer, rest: AsyncIterable<Buffer>) {
  const cleaner = cleanerOf(beginning)
  yield* cleaner.write(head)
  for await (const bytes of rest) yield* cleaner.write(bytes)
  yield* cleaner.end()
}

async function store(house: House, id: string, key: Buffer, source: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  let size = 0
  for await (const { n, last, bytes } of cut(source)) {
    hash.update(bytes)
    size += bytes.length
    await house.prisma.heldFileChunk.create({
      data: { fileId: id, n, sealed: sealChunk(key, id, n, last, bytes) },
    })
  }
  return { size, digest: hash.digest('hex') }
}

/** What can be told only once all of it is there. */
async function settle(
  house: House,
  file: { id: string; key: Buffer; size: number },
  beginning: Beginning,
): Promise<FileKind> {
  const stored = storedBytes(house, file)
  if (beginning === 'zip') return recogniseZip(stored)
  if (await isAlsoZip(stored)) throw new FileRefused('disguised')
  if (beginning === 'heic')
    for (const { offset, length } of await heicStretches(stored)) await blank(house, file, offset, length)
  return beginning
}

function storedBytes(house: House, file: { id: string; key: Buffer; size: number }): StoredBytes {
  let known: { n: number; bytes: Buffer } | undefined
  const piece = async (n: number) => {
    if (known?.n !== n) known = { n, bytes: await openHeldChunk(house, file, n) }
    return known.bytes
  }
  return {
    size: file.size,
    async read(offset, length) {
      const end = Math.min(offset + length, file.size)
      const parts: Buffer[] = []
      for (let at = offset; at < end; ) {
        const start = at % CHUNK
        const part = (await piece(Math.floor(at / CHUNK))).subarray(start, start + end - at)
        parts.push(part)
        at += part.length
      }
      return Buffer.concat(parts)
    },
  }
}

async function openHeldChunk(house: House, file: { id: string; key: Buffer; size: number }, n: number) {
  const row = await house.prisma.heldFileChunk.findUniqueOrThrow({
    where: { fileId_n: { fileId: file.id, n } },
  })
  return unsealChunk(file.key, file.id, n, n === chunksOf(file.size) - 1, row.sealed)
}

/** Writes zeros over a stretch of a stored file. */
async function blank(
  house: House,
  file: { id: string; key: Buffer; size: number },
  offset: number,
  length: number,
) {
  const end = offset + length
  if (end > file.size) throw new FileRefused('broken')
  for (let n = Math.floor(offset / CHUNK); n * CHUNK < end; n++) {
    const bytes = await openHeldChunk(house, file, n)
    bytes.fill(0, Math.max(0, offset - n * CHUNK), Math.min(bytes.length, end - n * CHUNK))
    const sealed = sealChunk(file.key, file.id, n, n === chunksOf(file.size) - 1, bytes)
    await house.prisma.heldFileChunk.update({ where: { fileId_n: { fileId: file.id, n } }, data: { sealed } })
  }
}

async function digestOf(house: House, id: string, key: Buffer, size: number): Promise<string> {
  const hash = createHash('sha256')
  for (let n = 0; n < chunksOf(size); n++) hash.update(await openHeldChunk(house, { id, key, size }, n))
  return hash.digest('hex')
}
