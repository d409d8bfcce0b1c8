import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from '@cantoo/fontkit'
import type { Face } from './theme.ts'

const FILES: Record<Face, string> = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/NotoSans_700Bold_Italic.ttf',
}

/** The part of fontkit's font that is used here; lengths are in font units. */
export interface ParsedFont {
  postscriptName: string
  unitsPerEm: number
  ascent: number
  descent: number
  capHeight: number
  italicAngle: number
  bbox: { minX: number; minY: number; maxX: number; maxY: number }
  glyphForCodePoint(codePoint: number): ParsedGlyph
  getGlyph(id: number): ParsedGlyph
  hasGlyphForCodePoint(codePoint: number): boolean
  createSubset(): { includeGlyph(glyph: ParsedGlyph): number; encode(): Uint8Array }
}
export interface ParsedGlyph {
  id: number
  advanceWidth: number
  path: { toSVG(): string }
}

export interface Typeface {
  file: Uint8Array
  font: ParsedFont
  glyphs: Map<number, { glyph: ParsedGlyph; width: number }>
}

const parsed = new Map<Face, Typeface>()

/** A face of Noto Sans, read and parsed once in the life of the process. */
export function typeface(face: Face): Typeface {
  let known = parsed.get(face)
  if (!known) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${FILES[face]}`)
    const file = readFileSync(path)
    known = { file, font: fontkit.create(file) as unknown as ParsedFont, glyphs: new Map() }
    parsed.set(face, known)
  }
  return known
}

const REPLACEMENT = 0xfffd

/** The glyph of a character and its advance in thousandths of the size; a visible sign where the font has none. */
export function glyphOf({ font, glyphs }: Typeface, codePoint: number) {
  let known = glyphs.get(codePoint)
  if (!known) {
    const glyph = font.glyphForCodePoint(font.hasGlyphForCodePoint(codePoint) ? codePoint : REPLACEMENT)
    known = { glyph, width: (glyph.advanceWidth * 1000) / font.unitsPerEm }
    glyphs.set(codePoint, known)
  }
  return known
}
