import { createHash, hkdfSync } from 'node:crypto'
import { seal, unsealText } from '../custody/seal.ts'
import type { House, OfficeTransaction } from '../custody/transaction.ts'

/** The same Idempotency-Key came with another body. */
export class KeyReused extends Error {}

const HOURS = 24
const hashOf = (key: string) => Buffer.from(createHash('sha256').update(`idempotency ${key}`).digest())
const keyOf = (key: string) => Buffer.from(hkdfSync('sha256', key, 'asiavastaava', 'idempotency', 32))

/**
 * Does `work` once for a key and body: the same again within 24 hours gives the same answer and does nothing. The
 * answer is kept sealed under a key derived from the Idempotency-Key, of which only a hash is kept. Requests with one
 * key that come at the same moment take turns. Throws KeyReused for another body.
 */
export async function answerOnce<T>(
  t: OfficeTransaction,
  key: string,
  body: string,
  work: () => Promise<T>,
): Promise<T> {
  const keyHash = hashOf(key)
  const bodyHash = Buffer.from(createHash('sha256').update(body).digest())
  const [kept] = await t.ask<{ body_hash: Uint8Array; sealed: Uint8Array; created_at: Date }>(
    'select body_hash, sealed, created_at from app.kept_answer($1)',
    [keyHash],
  )
  if (kept && kept.created_at.getTime() > t.now.getTime() - HOURS * 3_600_000) {
    if (!bodyHash.equals(kept.body_hash)) throw new KeyReused()
    return JSON.parse(unsealText(keyOf(key), 'answer', kept.sealed)) as T
  }
  if (kept) await t.sql.idempotentAnswer.delete({ where: { keyHash } })
  const answer = await work()
  t.insert('idempotentAnswer', {
    keyHash,
    organisation: t.organisation,
    bodyHash,
    sealed: seal(keyOf(key), 'answer', JSON.stringify(answer)),
    createdAt: t.now,
  })
  return answer
}

/** Whether a key has an answer already, so that asking again is not counted as a new case. */
export async function wasAnswered(house: House, key: string): Promise<boolean> {
  const kept = await house.prisma.idempotentAnswer.findUnique({
    where: { keyHash: hashOf(key) },
    select: { createdAt: true },
  })
  return kept !== null && kept.createdAt.getTime() > house.now().getTime() - HOURS * 3_600_000
}
