import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A red and blue JPEG of 24 by 12 dots with a colour profile, and nothing that tells of anybody. */
export const PLAIN_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAMABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABAAG/8QAFxABAAMAAAAAAAAAAAAAAAAAAARCgf/EABUBAQEAAAAAAAAAAAAAAAAAAAYA/8QAGhEAAQUBAAAAAAAAAAAAAAAAAAECBTSBsf/aAAwDAQACEQMRAD8Azo02mkjTaaoy0zeKIpGs7OoFSRgFT//Z',
  'base64',
)

/** What a telephone writes into a picture; none of it may be found afterwards. */
export const PLACE_WORDS = ['Kotikatu 5', 'PUHELIN-MALLI', '2026:11:01', 'gps-jälki']

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** An Exif block with a turned picture, the place it was taken at, its camera and its time. */
export function exif(orientation = 6): Buffer {
  const words = Buffer.from(`${PLACE_WORDS[1]}\0${PLACE_WORDS[2]}\0${PLACE_WORDS[0]}\0`)
  const ifd = Buffer.alloc(2 + 3 * 12 + 4)
  ifd.writeUInt16BE(3, 0)
  const entry = (n: number, tag: number, type: number, count: number, value: number) => {
    ifd.writeUInt16BE(tag, 2 + n * 12)
    ifd.writeUInt16BE(type, 4 + n * 12)
    ifd.writeUInt32BE(count, 6 + n * 12)
    if (type === 3) ifd.writeUInt16BE(value, 10 + n * 12)
    else ifd.writeUInt32BE(value, 10 + n * 12)
  }
  entry(0, 0x0110, 2, words.length, 8 + ifd.length)
  entry(1, 0x0112, 3, 1, orientation)
  // GPS information: where the next directory stands.
  entry(2, 0x8825, 4, 1, 8 + ifd.length)
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), ifd, words])
}

/** The picture as a telephone gives it: with place, XMP, a remark, the maker's own, and a film after its end. */
export const tellingJpeg = (): Buffer =>
  Buffer.concat([
    PLAIN_JPEG.subarray(0, 2),
    segment(0xe1, exif()),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE_WORDS[3]}</x>`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${PLACE_WORDS[0]}`)),
    segment(0xfe, Buffer.from(PLACE_WORDS[1]!)),
    PLAIN_JPEG.subarray(2),
    Buffer.from(`ftypmp42 ${PLACE_WORDS[3]}`),
  ])

const chunk = (type: string, body: Buffer) => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
  bytes.writeUInt32BE(body.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length)
  return bytes
}

/** A grey PNG of `side` by `side` dots with texts, Exif, a time and something after its end. */
export function tellingPng(side = 8): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Location\0${PLACE_WORDS[0]}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${PLACE_WORDS[3]}`)),
    chunk('eXIf', exif().subarray(6)),
    chunk('tIME', Buffer.of(0x07, 0xea, 11, 1, 10, 0, 0)),
    chunk('IDAT', deflateSync(Buffer.alloc(side * (side + 1), 0x80))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(`PK\x03\x04${PLACE_WORDS[1]}`),
  ])
}

const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const u16 = (value: number) => Buffer.of(value >> 8, value & 255)
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])

/**
 * The frame of a HEIC picture: a coded picture (bytes of 0xab, which nobody decodes here), an Exif and an XMP item, and
 * a film of the maker's own after it. `early`: the pictures stand before their list.
 */
export function tellingHeic(early = false): Buffer {
  const picture = Buffer.alloc(300, 0xab)
  const told = exif()
  const xmp = Buffer.from(`<x>${PLACE_WORDS[3]}</x>`)
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
  const infe = (id: number, type: string) =>
    box('infe', Buffer.of(2, 0, 0, 0), u16(id), u16(0), Buffer.from(`${type}\0`, 'latin1'))
  const metaFor = (start: number) => {
    const place = (id: number, offset: number, length: number) =>
      Buffer.concat([u16(id), u16(0), u16(1), u32(offset), u32(length)])
    return box(
      'meta',
      Buffer.alloc(4),
      box('hdlr', Buffer.alloc(8), Buffer.from('pict', 'latin1'), Buffer.alloc(13)),
      box('pitm', Buffer.alloc(4), u16(1)),
      box('iinf', Buffer.alloc(4), u16(3), infe(1, 'hvc1'), infe(2, 'Exif'), infe(3, 'mime')),
      box(
        'iloc',
        Buffer.alloc(4),
        Buffer.of(0x44, 0),
        u16(3),
        place(1, start, picture.length),
        place(2, start + picture.length, told.length),
        place(3, start + picture.length + told.length, xmp.length),
      ),
    )
  }
  const mdat = box('mdat', picture, told, xmp)
  const film = box('mpvd', Buffer.from(PLACE_WORDS[0]!))
  const rest = Buffer.from(`SEFT${PLACE_WORDS[1]}`)
  const metaSize = metaFor(0).length
  return early
    ? Buffer.concat([ftyp, mdat, metaFor(ftyp.length + 8), film, rest])
    : Buffer.concat([ftyp, metaFor(ftyp.length + metaSize + 8), mdat, film, rest])
}

interface ZipEntry {
  name: string
  body: string | Buffer
  /** as the list says, when it lies */
  unpacked?: number
  flags?: number
  stored?: boolean
  /** where the list says it stands, when it lies */
  offset?: number
}

/** A ZIP put together by hand, so that it can also be a wrong one. */
export function zip(entries: readonly ZipEntry[], before: Buffer = Buffer.alloc(0)): Buffer {
  const parts: Buffer[] = [before]
  const list: Buffer[] = []
  let at = before.length
  for (const { name, body, stored, flags = 0, unpacked, offset } of entries) {
    const bytes = Buffer.from(body)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const file = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(unpacked ?? bytes.length, 18)
    common.writeUInt16LE(file.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, file, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset ?? at, 10)
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, file)
    at += 30 + file.length + packed.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

const TYPES = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.${main}+xml"/></Types>`

export const docx = (more: readonly ZipEntry[] = [], before?: Buffer): Buffer =>
  zip(
    [
      {
        name: '[Content_Types].xml',
        body: TYPES('openxmlformats-officedocument.wordprocessingml.document.main'),
      },
      { name: 'word/document.xml', body: '<w:document>Päätös</w:document>' },
      ...more,
    ],
    before,
  )

export const docm = (): Buffer =>
  zip([
    { name: '[Content_Types].xml', body: TYPES('ms-word.document.macroEnabled.main') },
    { name: 'word/document.xml', body: '<w:document/>' },
    { name: 'word/vbaProject.bin', body: 'Sub AutoOpen()' },
  ])

export const odt = (manifest = '<manifest:manifest/>', more: readonly ZipEntry[] = []): Buffer =>
  zip([
    { name: 'mimetype', body: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', body: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', body: manifest },
    ...more,
  ])

/** The least that is a PDF. */
export const pdf = (words = 'Päätös'): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )

/** Bytes in pieces of a size, as they come from the net. */
export async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
