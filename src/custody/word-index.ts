import { stemsOf, wordsOf } from '../language/words/stems.ts'
import type { Keyring } from './keys.ts'

/** A change in how words are made, which makes every text be indexed anew (src/cases/search/fill.ts). */
export const WORD_SCHEME = 1

/** So many words of an office are remembered with their hashes; then it begins anew. */
const REMEMBERED = 50_000
const known = new WeakMap<Keyring, Map<string, string[]>>()

/**
 * Keyed hashes of a word's stems: HMAC-SHA256 under a key of the office, cut to 64 bits and written as the signed whole
 * number PostgreSQL keeps. Equal stems give equal hashes within one office, and only there. What that tells to whom is
 * written in docs/security.md.
 */
export function hashesOfWord(keys: Keyring, organisation: string, word: string): string[] {
  let map = known.get(keys)
  if (!map || map.size >= REMEMBERED) {
    map = new Map()
    known.set(keys, map)
  }
  const name = `${organisation}:${word}`
  let hashes = map.get(name)
  if (!hashes) {
    hashes = stemsOf(word).map((stem) => hash(keys, organisation, stem))
    map.set(name, hashes)
  }
  return hashes
}

const hash = (keys: Keyring, organisation: string, stem: string): string =>
  keys.mac(`word-index:${organisation}`, stem).readBigInt64BE(0).toString()

/** The hashes under which a text is found, each once. */
export const wordHashes = (keys: Keyring, organisation: string, text: string): string[] => [
  ...new Set(wordsOf(text).flatMap((word) => hashesOfWord(keys, organisation, word))),
]
