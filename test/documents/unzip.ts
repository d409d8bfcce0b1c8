import { inflateRawSync } from 'node:zlib'

/** The files in a zip archive as text, read from its central directory. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes)
  const end = data.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const files = new Map<string, string>()
  let at = data.readUInt32LE(end + 16)
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [
      data.readUInt16LE(at + 10),
      data.readUInt32LE(at + 20),
      data.readUInt16LE(at + 28),
    ]
    const name = data.subarray(at + 46, at + 46 + nameLength).toString()
    const local = data.readUInt32LE(at + 42)
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    const content = data.subarray(from, from + packed)
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString('utf8'))
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return files
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of each paragraph of a Word file, line breaks as such, with the name of its style. */
export function paragraphsOf(xml: string): { style: string; numbered: boolean; text: string }[] {
  return [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>|<w:p\/>/g)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? '',
    numbered: inner.includes('<w:numPr>'),
    text: inner
      .replace(/<w:br\/>/g, '<w:t>\n</w:t>')
      .replace(/<w:t(?: [^>]*)?>([\s\S]*?)<\/w:t>|<[^>]+>/g, (_, text = '') => text)
      .replace(/&(\w+);/g, (_, name) => ENTITIES[name]!),
  }))
}
