import { FileRefused, type StoredBytes } from './kinds.ts'

/** A stretch of the file to be blanked. */
export interface Stretch {
  offset: number
  length: number
}

interface Box {
  type: string
  /** where its content begins and ends, in the file or in the buffer it was read from */
  from: number
  to: number
  start: number
}

const META_MOST = 2 * 1024 * 1024
/** Boxes of the file that a still picture needs; the others are blanked whole. */
const NEEDED = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip'])

/**
 * What of a HEIC picture (ISO/IEC 23008-12) tells where, when and by what it was taken: its Exif and XMP items, boxes
 * that are not the picture (films, the maker's own), and what follows them. Sizes stay, so that nothing else moves.
 * @throws FileRefused for a moving picture and for a file that is not put together as it should be
 */
export async function heicStretches(file: StoredBytes): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  let meta: Box | undefined
  let at = 0
  while (at < file.size) {
    const box = boxAt(await file.read(at, 16), at, file.size)
    if (!box) break
    if (box.type === 'moov') throw new FileRefused('kind')
    if (box.type === 'meta') meta = meta ? fail() : box
    if (!NEEDED.has(box.type)) stretches.push({ offset: box.from, length: box.to - box.from })
    at = box.to
  }
  // What is no box any more has been put there by somebody else.
  if (at < file.size) stretches.push({ offset: at, length: file.size - at })
  if (!meta || meta.to - meta.from > META_MOST) throw new FileRefused('broken')
  const bytes = await file.read(meta.from, meta.to - meta.from)
  return [...stretches, ...itemStretches(bytes, meta.from)].filter(({ length }) => length > 0)
}

function fail(): never {
  throw new FileRefused('broken')
}

function boxAt(head: Buffer, at: number, end: number): Box | null {
  if (head.length < 8) return null
  const type = head.toString('latin1', 4, 8)
  if (!/^[\x20-\x7e]{4}$/.test(type)) return null
  const small = head.readUInt32BE(0)
  if (small === 1 && head.length < 16) return null
  const size = small === 1 ? Number(head.readBigUInt64BE(8)) : small === 0 ? end - at : small
  const from = at + (small === 1 ? 16 : 8)
  const to = at + size
  return to < from || to > end ? null : { type, start: at, from, to }
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    const box = boxAt(bytes.subarray(at, Math.min(at + 16, to)), at, to) ?? fail()
    boxes.push(box)
    at = box.to
  }
  return boxes
}

/** `meta`'s content, which stands at `base` of the file. */
function itemStretches(meta: Buffer, base: number): Stretch[] {
  try {
    const boxes = boxesIn(meta, 4, meta.length)
    const find = (type: string) => boxes.find((box) => box.type === type)
    const infos = find('iinf') ?? fail()
    const told = tellingItems(meta, infos)
    const places = find('iloc')
    const idat = find('idat')
    const extra = boxes
      .filter(({ type }) => type === 'uuid' || type === 'udta' || type === 'xml ' || type === 'bxml')
      .map(({ from, to }) => ({ offset: base + from, length: to - from }))
    if (told.size === 0 || !places) return extra
    return [...extra, ...located(meta, places, told, base + (idat?.from ?? 0))]
  } catch (error) {
    if (error instanceof RangeError) throw new FileRefused('broken')
    throw error
  }
}

/** Ids of the items that are not pictures but remarks on them. */
function tellingItems(meta: Buffer, iinf: Box): Set<number> {
  const version = meta[iinf.from]!
  const first = iinf.from + 4 + (version === 0 ? 2 : 4)
  const told = new Set<number>()
  for (const infe of boxesIn(meta, first, iinf.to)) {
    const kind = meta[infe.from]!
    if (infe.type !== 'infe' || kind < 2) continue
    const wide = kind >= 3
    const id = wide ? meta.readUInt32BE(infe.from + 4) : meta.readUInt16BE(infe.from + 4)
    const type = meta.toString('latin1', infe.from + (wide ? 10 : 8), infe.from + (wide ? 14 : 12))
    if (type === 'Exif' || type === 'mime' || type === 'uri ') told.add(id)
  }
  return told
}

/** Where items lie (ISO/IEC 14496-12, 8.11.3). */
function located(meta: Buffer, iloc: Box, wanted: Set<number>, idat: number): Stretch[] {
  const version = meta[iloc.from]!
  const sizes = meta.readUInt16BE(iloc.from + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  // Extents of no length take no room in the list: there could be any number of them.
  if (lengthSize === 0) fail()
  let at = iloc.from + 6
  const number = (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? Number(meta.readBigUInt64BE(at)) : meta.readUIntBE(at, size)
    at += size
    return value
  }
  const count = number(version < 2 ? 2 : 4)
  const found: Stretch[] = []
  for (let n = 0; n < count; n++) {
    const id = number(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : number(2) & 15
    number(2)
    const base = number(baseSize)
    const extents = number(2)
    for (let m = 0; m < extents; m++) {
      number(indexSize)
      const offset = base + number(offsetSize)
      const length = number(lengthSize)
      if (!wanted.has(id)) continue
      if (method > 1 || length === 0) fail()
      found.push({ offset: offset + (method === 1 ? idat : 0), length })
    }
  }
  return found
}
