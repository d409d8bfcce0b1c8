import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { fewRandomBytes } from '../database/few-random-bytes.ts'

const preparedKeys = new WeakMap<Buffer, KeyObject>()

/** A key made ready once and kept as long as its bytes are: a case's key seals several values in a row. */
function prepared(key: Buffer): KeyObject {
  const known = preparedKeys.get(key)
  if (known) return known
  const made = createSecretKey(key)
  preparedKeys.set(key, made)
  return made
}

/**
 * AES-256-GCM (NIST SP 800-38D). A sealed value is: version byte 1, nonce (12), tag (16), ciphertext.
 * `place` (such as "case.account:ID") is authenticated with it, so that a sealed value moved to
 * another row or column does not open.
 */
export function seal(key: Buffer, place: string, plain: string | Buffer): Buffer<ArrayBuffer> {
  const nonce = fewRandomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', prepared(key), nonce)
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body])
}

/** Throws when the key, the place or a single bit is another than at sealing. */
export function unseal(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes[0] !== 1 || bytes.length < 29) throw new Error(`not a sealed value: ${place.split(':')[0]}`)
  const decipher = createDecipheriv('aes-256-gcm', prepared(key), bytes.subarray(1, 13))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()])
}

export const unsealText = (key: Buffer, place: string, sealed: Uint8Array): string =>
  unseal(key, place, sealed).toString('utf8')
