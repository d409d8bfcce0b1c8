import { type Cleaner, FileRefused } from './kinds.ts'

const SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** What the picture is made of and its colours are right by (W3C PNG); moving pictures included. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/** Keeps of a PNG the picture itself. Texts, place, time, and whatever follows the end are left out. */
export class PngCleaner implements Cleaner {
  #rest: Buffer = Buffer.alloc(0)
  /** bytes of the chunk at hand still to come, its check sum included */
  #left = 0
  #keep = false
  #type = ''
  #begun = false
  #done = false

  write(bytes: Buffer): Buffer[] {
    if (this.#done) return []
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes
    const out: Buffer[] = []
    if (!this.#begun) {
      if (data.length < 8) {
        this.#rest = Buffer.from(data)
        return out
      }
      if (!data.subarray(0, 8).equals(SIGNATURE)) throw new FileRefused('broken')
      out.push(SIGNATURE)
      data = data.subarray(8)
      this.#begun = true
    }
    while (!this.#done && data.length > 0) {
      if (this.#left === 0) {
        if (data.length < 8) break
        this.#open(data, out)
        data = data.subarray(8)
        continue
      }
      const part = data.subarray(0, this.#left)
      if (this.#keep) out.push(part)
      this.#left -= part.length
      data = data.subarray(part.length)
      if (this.#left === 0 && this.#type === 'IEND') this.#done = true
    }
    this.#rest = this.#done ? Buffer.alloc(0) : Buffer.from(data)
    return out
  }

  end(): Buffer[] {
    if (!this.#done) throw new FileRefused('broken')
    return []
  }

  #open(data: Buffer, out: Buffer[]): void {
    const first = this.#type === ''
    this.#type = data.toString('latin1', 4, 8)
    const length = data.readUInt32BE(0)
    if (length > 0x7fffffff || !/^[A-Za-z]{4}$/.test(this.#type)) throw new FileRefused('broken')
    if (first !== (this.#type === 'IHDR')) throw new FileRefused('broken')
    this.#left = length + 4
    this.#keep = KEPT.has(this.#type)
    if (this.#keep) out.push(data.subarray(0, 8))
  }
}
