/** A word as it stands in a text, and where. */
export interface Token {
  /** one form: NFKC, lower case, without an ending after a colon */
  word: string
  /** where it begins and ends in the text */
  from: number
  to: number
}

/** Longer ones (addresses of pages, codes) count by their beginning. */
const LONGEST = 40
/** Letters (with their marks) and digits. An ending after a colon, as in "Kela:n", belongs to the word. */
const WORD = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)(?:[:’'](?=\p{L}{1,6}(?!\p{L}))\p{L}+)?/gu
/** What nobody sees and everybody may paste: zero-width characters, soft hyphens, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** One written form of a word. */
export const plainWord = (word: string): string =>
  word.normalize('NFKC').replace(UNSEEN, '').toLowerCase().normalize('NFC').slice(0, LONGEST)

/** The words of a text in their order; å, ä and ö stay as they are, the parts of a hyphenated word stand alone. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  // Compatibility forms and marks change lengths; places are those of the composed text.
  for (const match of composed(text).matchAll(WORD)) {
    const word = plainWord(match[1]!)
    if (word) found.push({ word, from: match.index, to: match.index + match[0].length })
  }
  return found
}

/** A text as `tokens` counts its places. */
export const composed = (text: string): string => text.normalize('NFKC').replace(UNSEEN, '')

/** Hyphenated compounds written as one, so that "perheeläke" finds "perhe-eläke". */
export function joinedCompounds(text: string): Token[] {
  const whole = composed(text).matchAll(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu)
  return [...whole].map((match) => ({
    word: plainWord(match[0].replace(/[-‐‑]/g, '')),
    from: match.index,
    to: match.index + match[0].length,
  }))
}
