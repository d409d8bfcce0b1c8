import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import type { Keyring, MasterKey } from '../keys.ts'
import { seal, unseal } from '../seal.ts'

/** The file is no backup, or not the one that was written: one word says how. */
export class BackupDamaged extends Error {
  override name = 'BackupDamaged'
  readonly how: 'no-backup' | 'broken-off' | 'changed'
  constructor(how: BackupDamaged['how']) {
    super(how)
    this.how = how
  }
}

/**
 * A sealed file: magic, length of the header, header (JSON, open), chunks. Each chunk is AES-256-GCM (NIST SP 800-38D)
 * under a key of the file's own, with a nonce of random prefix (7 bytes), number of the chunk (4) and whether it is
 * the last (1): so a chunk that was changed, moved, left out or put in does not open, and an end that was cut off is
 * seen. The header goes into every chunk's authentication.
 */
const MAGIC = Buffer.from('ASIAVBK1')
const PLACE = 'backup.key'
const TAG = 16
const PREFIX = 7
/** bytes of plain text in a chunk */
const CHUNK = 256 * 1024

export interface SealedHeader {
  format: 1
  /** id of the master key that wraps the file's key */
  key: string
  /** the file's key and the nonces' prefix, wrapped, in base64 */
  wrapped: string
  chunk: number
}

interface Opened {
  key: Buffer
  prefix: Buffer
  /** hash of the header as it stands in the file */
  header: Buffer
}

const nonce = (prefix: Buffer, n: number, last: boolean): Buffer => {
  const made = Buffer.alloc(12)
  prefix.copy(made)
  made.writeUInt32BE(n, PREFIX)
  made[11] = last ? 1 : 0
  return made
}

/** What is written through it comes out as a sealed file, chunk by chunk. */
export function sealingStream(keys: Keyring): Transform {
  const secret = randomBytes(32 + PREFIX)
  const header: SealedHeader = {
    format: 1,
    key: keys.id,
    wrapped: seal(keys.wrapping, PLACE, secret).toString('base64'),
    chunk: CHUNK,
  }
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const opened: Opened = { key: secret.subarray(0, 32), prefix: secret.subarray(32), header: hashOf(text) }
  let begun = false
  let n = 0
  let waiting: Buffer[] = []
  let size = 0
  const begin = (stream: Transform) => {
    if (!begun) stream.push(Buffer.concat([MAGIC, length, text]))
    begun = true
  }
  return new Transform({
    transform(data: Buffer, _encoding, done) {
      begin(this)
      waiting.push(data)
      size += data.length
      // The last chunk is only known at the end: one is always kept back.
      while (size > CHUNK) {
        const all = Buffer.concat(waiting)
        this.push(sealChunk(opened, n++, false, all.subarray(0, CHUNK)))
        waiting = [all.subarray(CHUNK)]
        size -= CHUNK
      }
      done()
    },
    flush(done) {
      begin(this)
      this.push(sealChunk(opened, n, true, Buffer.concat(waiting)))
      done()
    },
  })
}

const hashOf = (text: Buffer): Buffer => createHash('sha256').update(MAGIC).update(text).digest()

function sealChunk({ key, prefix, header }: Opened, n: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, n, last))
  cipher.setAAD(header)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk({ key, prefix, header }: Opened, n: number, last: boolean, sealed: Buffer): Buffer | null {
  if (sealed.length < TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, n, last))
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** The open part of a sealed file. @throws BackupDamaged */
export async function readHeader(path: string): Promise<SealedHeader> {
  const file = await open(path)
  try {
    return (await readHead(file)).header
  } finally {
    await file.close()
  }
}

async function readHead(file: FileHandle): Promise<{ header: SealedHeader; text: Buffer; at: number }> {
  const start = await readAt(file, 0, MAGIC.length + 4)
  if (start.length < MAGIC.length + 4 || !start.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BackupDamaged('no-backup')
  const size = start.readUInt32BE(MAGIC.length)
  if (size > 10_000) throw new BackupDamaged('no-backup')
  const text = await readAt(file, MAGIC.length + 4, size)
  const header = parse(text)
  if (
    text.length < size ||
    header?.format !== 1 ||
    header.chunk !== CHUNK ||
    typeof header.wrapped !== 'string'
  )
    throw new BackupDamaged('no-backup')
  return { header, text, at: MAGIC.length + 4 + size }
}

function parse(text: Buffer): SealedHeader | null {
  try {
    return JSON.parse(text.toString()) as SealedHeader
  } catch {
    return null
  }
}

async function readAt(file: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let read = 0
  while (read < size) {
    const { bytesRead } = await file.read(bytes, read, size - read, at + read)
    if (!bytesRead) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}

/**
 * What was sealed, chunk by chunk; never more than two of them in memory. Each has been found true before it is given,
 * the end only when it comes: who acts on a part must be able to take it back.
 * @throws BackupDamaged
 */
export async function* openSealed(path: string, master: MasterKey): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    const { header, text, at: begin } = await readHead(file)
    const opened = openHeader(header, text, master)
    let sealed = await readAt(file, begin, CHUNK + TAG)
    for (let n = 0, at = begin; ; n++) {
      at += CHUNK + TAG
      const next = await readAt(file, at, CHUNK + TAG)
      const last = next.length === 0
      const plain = openChunk(opened, n, last, sealed)
      if (!plain) {
        const cut = last && openChunk(opened, n, false, sealed) !== null
        throw new BackupDamaged(cut ? 'broken-off' : 'changed')
      }
      yield plain
      if (last) return
      sealed = next
    }
  } finally {
    await file.close()
  }
}

function openHeader(header: SealedHeader, text: Buffer, master: MasterKey): Opened {
  try {
    const secret = unseal(master.wrapping, PLACE, Buffer.from(header.wrapped, 'base64'))
    return { key: secret.subarray(0, 32), prefix: secret.subarray(32), header: hashOf(text) }
  } catch {
    throw new BackupDamaged('changed')
  }
}
