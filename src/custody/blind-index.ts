import type { Keyring } from './keys.ts'

export type IndexKind = 'name' | 'phone' | 'email' | 'identity'

/**
 * Keyed hashes by which a case is found without opening it. Equal values give equal hashes within one
 * office, and only there. A name gives one hash a word, so that order and a missing middle name do not matter.
 */
export function blindHashes(
  keys: Keyring,
  organisation: string,
  kind: IndexKind,
  value: string,
): Buffer<ArrayBuffer>[] {
  const purpose = `blind-index:${organisation}:${kind}`
  return normalise(kind, value).map((word) => Buffer.from(keys.mac(purpose, word)))
}

function normalise(kind: IndexKind, value: string): string[] {
  // Issuer and subject mean what they say to the letter.
  if (kind === 'identity') return value ? [value] : []
  const plain = value.normalize('NFKC').trim().toLowerCase()
  if (kind === 'email') return plain ? [plain] : []
  if (kind === 'phone') return phone(plain)
  const words = plain
    .split(/[\s,]+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''))
    .filter(Boolean)
  return [...new Set(words)]
}

/** Digits only, a Finnish number in its international form: 040 123 4567 and +358401234567 are one. */
function phone(value: string): string[] {
  const digits = value.replace(/[^\d+]/g, '').replace(/^00/, '+')
  if (digits.replace('+', '').length < 5) return []
  if (digits.startsWith('+')) return [digits]
  return [digits.startsWith('0') ? `+358${digits.slice(1)}` : `+358${digits}`]
}
