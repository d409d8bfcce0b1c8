import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../custody/keys.ts'

/**
 * The client's secret for following a case: 16 digits, so that it can be read over the phone and typed on
 * any keyboard (53 bits; guesses are limited to ten an hour from one address). Only a keyed hash is kept.
 */
export function newReceipt(): string {
  const digits = Array.from({ length: 16 }, () => randomInt(10)).join('')
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

export function receiptHash(keys: Keyring, receipt: string): Buffer<ArrayBuffer> {
  return Buffer.from(keys.mac('receipt', receipt.replace(/\D/g, '')))
}

/** Takes the same time whatever is wrong; an unknown case (null) is compared too. */
export function receiptMatches(keys: Keyring, receipt: string, kept: Uint8Array | null): boolean {
  const given = receiptHash(keys, receipt)
  const against = kept && kept.length === given.length ? kept : Buffer.alloc(given.length)
  return timingSafeEqual(given, against) && kept !== null
}
