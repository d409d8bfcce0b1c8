import { type Cleaner, FileRefused } from './kinds.ts'

const END = Buffer.of(0xff, 0xd9)

/**
 * Keeps of a JPEG (ITU-T T.81) what the picture is made of: tables, frames, scans, the colour profile and which way is
 * up. Place, time, camera, small copies, remarks and whatever follows the end are left out.
 */
export class JpegCleaner implements Cleaner {
  #rest: Buffer = Buffer.alloc(0)
  #state: 'start' | 'segments' | 'scan' | 'done' = 'start'
  #scanned = false

  write(bytes: Buffer): Buffer[] {
    if (this.#state === 'done') return []
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes
    const out: Buffer[] = []
    let at = 0
    for (;;) {
      const next = this.#step(data, at, out)
      if (next === at) break
      at = next
    }
    // A copy, so that the buffer it was cut from can go.
    this.#rest = Buffer.from(data.subarray(at))
    return out
  }

  end(): Buffer[] {
    if (this.#state === 'done') return []
    // A picture cut short by a camera still shows; one without any picture does not.
    if (!this.#scanned) throw new FileRefused('broken')
    return [END]
  }

  /** Takes one piece from `at`; the same place again when more is needed. */
  #step(data: Buffer, at: number, out: Buffer[]): number {
    if (this.#state === 'done') return at
    if (this.#state === 'start') {
      if (data.length < 2) return at
      out.push(data.subarray(0, 2))
      this.#state = 'segments'
      return 2
    }
    if (this.#state === 'scan') return this.#scan(data, at, out)
    if (data.length < at + 2) return at
    if (data[at] !== 0xff) throw new FileRefused('broken')
    const marker = data[at + 1]!
    if (marker === 0xff) return at + 1
    if (marker === 0xd9) {
      out.push(END)
      this.#state = 'done'
      return data.length
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) return at + 2
    if (data.length < at + 4) return at
    const length = data.readUInt16BE(at + 2)
    if (length < 2) throw new FileRefused('broken')
    if (data.length < at + 2 + length) return at
    out.push(...kept(marker, data.subarray(at, at + 2 + length)))
    if (marker === 0xda) {
      this.#state = 'scan'
      this.#scanned = true
    }
    return at + 2 + length
  }

  #scan(data: Buffer, from: number, out: Buffer[]): number {
    let at = from
    for (;;) {
      const mark = data.indexOf(0xff, at)
      if (mark < 0 || mark + 1 >= data.length) {
        const until = mark < 0 ? data.length : mark
        if (until > from) out.push(data.subarray(from, until))
        return until
      }
      const next = data[mark + 1]!
      if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at = mark + 2
      else if (next === 0xff) at = mark + 1
      else {
        if (mark > from) out.push(data.subarray(from, mark))
        this.#state = 'segments'
        // Where nothing came before the mark, the place is the same; the mark itself is then taken at once.
        return mark > from ? mark : this.#step(data, mark, out)
      }
    }
  }
}

const begins = (segment: Buffer, word: string) =>
  segment.subarray(4, 4 + word.length).toString('latin1') === word

/** What of a segment is kept, its two-byte mark and length included. */
function kept(marker: number, segment: Buffer): Buffer[] {
  if (marker >= 0xc0 && marker <= 0xcf) return [segment]
  if ([0xda, 0xdb, 0xdc, 0xdd].includes(marker)) return [segment]
  if (marker === 0xe0 && begins(segment, 'JFIF\0') && segment.length >= 18) {
    // The head of the file without the small copy that may follow it.
    const head = Buffer.from(segment.subarray(0, 18))
    head.writeUInt16BE(16, 2)
    head[16] = 0
    head[17] = 0
    return [head]
  }
  if (marker === 0xe1 && begins(segment, 'Exif\0\0')) return turned(segment.subarray(10))
  if (marker === 0xe2 && begins(segment, 'ICC_PROFILE\0')) return [segment]
  if (marker === 0xee && begins(segment, 'Adobe')) return [segment]
  return []
}

/** An Exif segment that says only which way is up; none when that goes without saying. */
function turned(tiff: Buffer): Buffer[] {
  const orientation = orientationOf(tiff)
  if (orientation < 2 || orientation > 8) return []
  const body = Buffer.from('4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex')
  body.writeUInt16BE(orientation, 24)
  const head = Buffer.of(0xff, 0xe1, 0, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return [head, body]
}

/** Tag 0x0112 of the first directory; 0 when it is not there or the directory is not as it should be. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 14) return 0
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 0
  const small = order === 'II'
  const u16 = (at: number) => (small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = small ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return 0
  const count = u16(start)
  for (let n = 0; n < count; n++) {
    const entry = start + 2 + n * 12
    if (entry + 12 > tiff.length) return 0
    if (u16(entry) === 0x0112) return u16(entry + 8)
  }
  return 0
}
