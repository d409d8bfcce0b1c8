import { seal, unseal } from '../seal.ts'

/** Bytes of a file sealed together. The last piece may be shorter; an empty file has none. */
export const CHUNK = 128 * 1024

/** Number and end are part of the place: a piece left out, put in, moved or cut off at the end does not open. */
const place = (fileId: string, n: number, last: boolean) =>
  `file-chunk:${fileId}:${n}:${last ? 'last' : 'more'}`

export const sealChunk = (key: Buffer, fileId: string, n: number, last: boolean, bytes: Buffer) =>
  seal(key, place(fileId, n, last), bytes)

/** Throws when anything is other than at sealing. */
export const unsealChunk = (key: Buffer, fileId: string, n: number, last: boolean, sealed: Uint8Array) =>
  unseal(key, place(fileId, n, last), sealed)

export const chunksOf = (size: number): number => Math.ceil(size / CHUNK)

/** Cuts what comes into pieces of one size. A piece is good until the next one is asked for. */
export async function* cut(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<{ n: number; last: boolean; bytes: Buffer }> {
  const piece = Buffer.allocUnsafe(CHUNK)
  let filled = 0
  let n = 0
  for await (const bytes of source) {
    let at = 0
    while (at < bytes.length) {
      // A full piece waits until there is more: only then is it known not to be the last.
      if (filled === CHUNK) {
        yield { n, last: false, bytes: piece }
        n += 1
        filled = 0
      }
      const copied = bytes.copy(piece, filled, at)
      filled += copied
      at += copied
    }
  }
  if (filled > 0) yield { n, last: true, bytes: piece.subarray(0, filled) }
}
