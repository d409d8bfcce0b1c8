import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive. Its content is taken once, piece by piece. */
export interface ZipEntry {
  /** with folders, such as "kirjeet/muistutus.pdf" */
  name: string
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

interface Written {
  name: Buffer
  crc: number
  packed: number
  size: number
  at: number
}

/** UTF-8 names, sizes after the content. */
const FLAGS = 0x0808
const DEFLATE = 8

/**
 * A zip archive (APPNOTE 6.3) that is written as it is read: no file of it, and not the whole, is ever in memory. Names
 * are in UTF-8. At most 65 535 files and 4 GiB.
 * @param at the time every file bears
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  const count = (piece: Buffer) => {
    offset += piece.length
    return piece
  }
  const time = dosTime(at)
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at: offset }
    yield count(Buffer.concat([localHeader(entry, time), entry.name]))
    for await (const piece of packed(content, entry)) yield count(piece)
    yield count(descriptor(entry))
    written.push(entry)
  }
  const directory = Buffer.concat(
    written.map((entry) => Buffer.concat([centralHeader(entry, time), entry.name])),
  )
  yield directory
  yield endOf(written.length, directory.length, offset)
}

async function* packed(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  const feeding = (async () => {
    for await (const piece of content) {
      entry.crc = crc32(piece, entry.crc)
      entry.size += piece.length
      if (!deflate.write(piece)) await once(deflate, 'drain')
    }
    deflate.end()
  })()
  feeding.catch((error: Error) => deflate.destroy(error))
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    entry.packed += piece.length
    yield piece
  }
  await feeding
}

function localHeader({ name }: Written, time: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATE, 8)
  time.copy(head, 10)
  head.writeUInt16LE(name.length, 26)
  return head
}

function descriptor({ crc, packed: size, size: full }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(size, 8)
  tail.writeUInt32LE(full, 12)
  return tail
}

function centralHeader({ name, crc, packed: size, size: full, at }: Written, time: Buffer): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(DEFLATE, 10)
  time.copy(head, 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(size, 20)
  head.writeUInt32LE(full, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(at, 42)
  return head
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}

/** Time and date as MS-DOS writes them, by the clock in UTC; years before 1980 cannot be told. */
function dosTime(at: Date): Buffer {
  const time = Buffer.alloc(4)
  time.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 0)
  time.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2)
  return time
}
