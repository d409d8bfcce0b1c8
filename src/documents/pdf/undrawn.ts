import type { Document } from '../model.ts'
import { canDraw } from './typefaces.ts'

/**
 * The characters of a document that its PDF can show only as a replacement sign, each once: scripts and pictures that
 * the typeface lacks. The text layer keeps them, but a reader on paper does not see them.
 */
export function undrawnInPdf(document: Document): string[] {
  const text = JSON.stringify(document).normalize('NFC')
  return [...new Set(text)].filter((char) => char !== '\u00ad' && !isInvisible(char) && !canDraw(char))
}

/** Joiners and selectors that only shape what stands beside them. */
const isInvisible = (char: string): boolean => /^(?:[\u200b-\u200f\u2060]|[\ufe00-\ufe0f])$/.test(char)
