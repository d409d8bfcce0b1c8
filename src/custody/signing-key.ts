import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { newId } from '../database/new-id.ts'
import { makeDataKey, openDataKey } from './data-key.ts'
import type { OfficeTransaction } from './transaction.ts'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS#8 and in SubjectPublicKeyInfo. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export interface SigningKey {
  id: string
  privateKey: KeyObject
  /** 32 bytes, RFC 8032 */
  publicKey: Buffer
}

/** The Ed25519 key that grows from a data key: the seed is HKDF-SHA256 (RFC 5869) of it. */
function grownFrom(id: string, dataKey: Buffer): SigningKey {
  const seed = Buffer.from(hkdfSync('sha256', dataKey, 'asiavastaava', 'audit-digest', 32))
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return { id, privateKey, publicKey: Buffer.from(publicKey.subarray(PUBLIC_HEAD.length)) }
}

/** The office's signing key; made the first time it is asked for. */
export async function signingKey(t: OfficeTransaction): Promise<SigningKey> {
  // Two that sign at once wait for each other, so that an office gets one key and not two.
  await t.ask(`select pg_advisory_xact_lock(hashtextextended('signing ' || $1, 7270))`, [t.organisation])
  const known = await t.sql.auditSigningKey.findFirst({
    where: { organisation: t.organisation },
    orderBy: { createdAt: 'desc' },
  })
  if (known) return grownFrom(known.keyId, await openDataKey(t, known.keyId))
  const id = newId(t.now)
  const { key, row } = makeDataKey(t.keys, t.organisation, id)
  t.insert('dataKey', row)
  await t.flush()
  const made = grownFrom(id, key)
  await t.sql.auditSigningKey.create({
    data: {
      keyId: id,
      organisation: t.organisation,
      publicKey: Buffer.from(made.publicKey),
      createdAt: t.now,
    },
  })
  return made
}

/** A public key of 32 bytes as one that checks. */
export const checkingKey = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' })
