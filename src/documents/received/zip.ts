import { inflateRawSync } from 'node:zlib'
import { FileRefused, type StoredBytes } from './kinds.ts'

/** Entries, bytes they unpack to in all, and how many times its own size one may unpack to. */
const ENTRIES_MOST = 2000
const UNPACKED_MOST = 200 * 1024 * 1024
const RATIO_MOST = 200
/** Below this nobody is harmed by what an entry unpacks to. */
const SMALL = 1024 * 1024
const LIST_MOST = 1024 * 1024

interface Entry {
  name: string
  flags: number
  method: number
  packed: number
  unpacked: number
  offset: number
}

/** Where the end record of a ZIP (APPNOTE 4.3.16) stands, when the file has one. */
async function endRecord(file: StoredBytes): Promise<{ at: number; record: Buffer } | null> {
  const from = Math.max(0, file.size - 65_557)
  const tail = await file.read(from, file.size - from)
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; ) {
    const record = tail.subarray(at, at + 22)
    if (record.length === 22 && record.readUInt32LE(12) + record.readUInt32LE(16) <= from + at)
      return { at: from + at, record }
    if (at === 0) break
    at = tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  }
  return null
}

/** Whether a file that is something else is a ZIP (JAR, APK) as well. */
export const isAlsoZip = async (file: StoredBytes): Promise<boolean> => (await endRecord(file)) !== null

/**
 * Tells DOCX (ISO/IEC 29500) and ODT (ISO/IEC 26300) apart by the list of what is in them, and refuses what carries
 * programs, is locked, unpacks to more than anybody writes, or is not put together as the list says.
 */
export async function recogniseZip(file: StoredBytes): Promise<'docx' | 'odt'> {
  const entries = await listOf(file)
  const named = new Map(entries.map((entry) => [entry.name, entry]))
  if (named.size !== entries.length) throw new FileRefused('disguised')
  if (entries.some(({ flags }) => (flags & 0x41) !== 0)) throw new FileRefused('locked')
  if (entries.some(({ method }) => method !== 0 && method !== 8)) throw new FileRefused('kind')
  checkSizes(entries)
  const kind = await kindOf(file, named)
  checkLayout(entries, file.size)
  return kind
}

async function listOf(file: StoredBytes): Promise<Entry[]> {
  const end = await endRecord(file)
  if (!end) throw new FileRefused('broken')
  const { record } = end
  const count = record.readUInt16LE(10)
  const length = record.readUInt32LE(12)
  const offset = record.readUInt32LE(16)
  // Nothing stands between list and end, and nothing after it but its own remark.
  if (end.at + 22 + record.readUInt16LE(20) !== file.size) throw new FileRefused('disguised')
  if (offset + length !== end.at) throw new FileRefused('disguised')
  if (count > ENTRIES_MOST || length > LIST_MOST) throw new FileRefused('packed')
  const list = await file.read(offset, length)
  const entries: Entry[] = []
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw new FileRefused('broken')
    const nameLength = list.readUInt16LE(at + 28)
    entries.push({
      flags: list.readUInt16LE(at + 8),
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      offset: list.readUInt32LE(at + 42),
      name: list.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  if (at !== length) throw new FileRefused('disguised')
  return entries
}

function checkSizes(entries: Entry[]): void {
  const all = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (all > UNPACKED_MOST) throw new FileRefused('packed')
  if (entries.some(({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * RATIO_MOST))
    throw new FileRefused('packed')
}

/** Entries that lie over each other are how a small file unpacks to a huge one; before the first one could stand another file. */
function checkLayout(entries: Entry[], size: number): void {
  let free = 0
  for (const { offset, packed, name } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < free || offset + 30 + packed > size) throw new FileRefused('packed')
    if (free === 0 && offset !== 0) throw new FileRefused('disguised')
    free = offset + 30 + Buffer.byteLength(name) + packed
  }
}

async function kindOf(file: StoredBytes, named: Map<string, Entry>): Promise<'docx' | 'odt'> {
  const names = [...named.keys()]
  const types = named.get('[Content_Types].xml')
  if (types && named.has('word/document.xml')) {
    const list = await unpack(file, types)
    if (/macroEnabled|vbaProject/i.test(list)) throw new FileRefused('macros')
    if (names.some((name) => /vbaProject\.bin$|^word\/(activeX|embeddings)\/.*\.bin$/i.test(name)))
      throw new FileRefused('macros')
    if (!list.includes('wordprocessingml.document.main+xml')) throw new FileRefused('kind')
    return 'docx'
  }
  const type = named.get('mimetype')
  if (type && (await unpack(file, type)).trim() === 'application/vnd.oasis.opendocument.text') {
    if (names.some((name) => /^(Basic|Scripts)\//.test(name))) throw new FileRefused('macros')
    const manifest = named.get('META-INF/manifest.xml')
    if (manifest && (await unpack(file, manifest)).includes('encryption-data'))
      throw new FileRefused('locked')
    return 'odt'
  }
  throw new FileRefused('kind')
}

/** One small entry as text; what is bigger than such an entry ever is, is refused. */
async function unpack(file: StoredBytes, entry: Entry): Promise<string> {
  if (entry.packed > SMALL || entry.unpacked > SMALL) throw new FileRefused('packed')
  const head = await file.read(entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new FileRefused('broken')
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const bytes = await file.read(start, entry.packed)
  if (entry.method === 0) return bytes.toString('utf8')
  try {
    return inflateRawSync(bytes, { maxOutputLength: SMALL }).toString('utf8')
  } catch {
    throw new FileRefused('broken')
  }
}
