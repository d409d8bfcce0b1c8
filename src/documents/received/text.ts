import { type Cleaner, FileRefused } from './kinds.ts'

/** Text that a browser or a machine would take for a page or a program. */
const MARKUP = /^\s*(?:<!doctype|<html|<head|<body|<script|<svg|<iframe|<\?xml|<\?php|#!|%!ps|\{\\rtf|MZ)/i
export const looksLikeMarkup = (text: string): boolean => MARKUP.test(text)

/** What no text has: control bytes other than tab, new line, new page. */
const isControl = (byte: number): boolean =>
  (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f
/** Without a letter in the Western European page. */
const isUnused = (byte: number): boolean => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)

/** By byte, since every one of a long text is looked at: 0 a letter, 1 one that only UTF-8 has, 2 none. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => (isControl(byte) ? 2 : isUnused(byte) ? 1 : 0))

/** Lets plain text through: UTF-8, or Western European one byte a letter. Anything else is no text. */
export class TextCleaner implements Cleaner {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  #isUtf8 = true
  #isLatin = true
  #begun = false

  write(bytes: Buffer): Buffer[] {
    const beginning = this.#begun ? '' : bytes.toString('latin1', 0, 1024).replace(/^\xef\xbb\xbf/, '')
    if (looksLikeMarkup(beginning)) throw new FileRefused('kind')
    this.#begun = true
    for (const byte of bytes) {
      const kind = KIND[byte]!
      if (kind === 2) throw new FileRefused('kind')
      if (kind === 1) this.#isLatin = false
    }
    this.#decode(bytes, true)
    if (!this.#isUtf8 && !this.#isLatin) throw new FileRefused('kind')
    return [bytes]
  }

  end(): Buffer[] {
    this.#decode(new Uint8Array(), false)
    if (!this.#isUtf8 && !this.#isLatin) throw new FileRefused('kind')
    return []
  }

  #decode(bytes: Uint8Array, stream: boolean): void {
    if (!this.#isUtf8) return
    try {
      this.#utf8.decode(bytes, { stream })
    } catch {
      this.#isUtf8 = false
    }
  }
}
