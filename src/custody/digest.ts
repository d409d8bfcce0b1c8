import { verify } from 'node:crypto'
import { z } from 'zod'
import { checkingKey } from './signing-key.ts'

/**
 * Where an office's audit chain stood when a day had ended: the number and the hash of its last entry, signed with
 * Ed25519 (RFC 8032). Whoever holds it can tell later whether the log up to that entry was written anew.
 */
export const digestFile = z.object({
  format: z.literal('asiavastaava-audit-digest'),
  version: z.literal(1),
  organisation: z.string(),
  /** the day in Finland that had ended */
  day: z.iso.date(),
  seq: z.number().int().nonnegative(),
  /** hexadecimal; empty when there was no entry yet */
  hash: z.string().regex(/^([0-9a-f]{64})?$/),
  signedAt: z.string(),
  /** base64 of 32 bytes */
  publicKey: z.base64().length(44),
  /** base64 of 64 bytes, over the bytes of `signedText` */
  signature: z.base64().length(88),
})
export type DigestFile = z.infer<typeof digestFile>

type Signed = Pick<DigestFile, 'organisation' | 'day' | 'seq' | 'hash' | 'signedAt'>

/** The very text that is signed: one fact a line, nothing after the last. */
export const signedText = ({ organisation, day, seq, hash, signedAt }: Signed): string =>
  ['asiavastaava-audit-digest 1', organisation, day, seq, hash || '-', signedAt].join('\n')

/** Whether the signature was made over these facts by the key the digest names. */
export const isSignedBy = (digest: Signed & { signature: string }, publicKey: Uint8Array): boolean =>
  verify(
    null,
    Buffer.from(signedText(digest)),
    checkingKey(publicKey),
    Buffer.from(digest.signature, 'base64'),
  )
