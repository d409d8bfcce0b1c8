import { FILE_KINDS, type FileKind } from './kinds.ts'

const LONGEST = 120

/**
 * A file's name as it is kept and shown: no folders, no control or direction marks, not too long, and with an ending
 * that tells what the file really is.
 */
export function fileName(given: string, kind: FileKind): string {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const { endings } = FILE_KINDS[kind]
  const ending = endings.find((one) => plain.toLowerCase().endsWith(`.${one}`))
  const stem = ending ? plain.slice(0, -ending.length - 1) : plain
  const short = [...(stem.trim() || 'liite')].slice(0, LONGEST).join('').trim()
  return `${short}.${ending ?? endings[0]}`
}

/** The header by which a browser keeps a file under its name and never shows it (RFC 6266, RFC 8187). */
export function asDownload(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ._-]/g, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}
