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
  glyphs: Map<number, { glyph: ParsedGlyph; width: number; own: boolean }>
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

/** Common signs that the typeface lacks, drawn by the nearest one it has; the text layer keeps the sign itself. */
const NEAREST: Readonly<Record<string, string>> = {
  ...{ '→': '›', '⇒': '›', '➔': '›', '➜': '›', '←': '‹', '⇐': '‹', '↑': '^', '↔': '–' },
  ...{ '✓': 'v', '✔': 'v', '☑': 'v', '✗': '×', '✘': '×', '☒': '×' },
  ...{ '●': '•', '■': '•', '▪': '•', '◾': '•', '○': 'o', '◦': '•', '★': '*', '☆': '*' },
}

/** The character whose glyph stands for `codePoint`: itself, its nearest sign, or nothing when it cannot be drawn. */
function drawnBy({ font }: Typeface, codePoint: number): number | undefined {
  if (font.hasGlyphForCodePoint(codePoint)) return codePoint
  return NEAREST[String.fromCodePoint(codePoint)]?.codePointAt(0)
}

/** Whether the characters of a text can be drawn by the regular face. */
export const canDraw = (char: string): boolean =>
  drawnBy(typeface('regular'), char.codePointAt(0)!) !== undefined

/**
 * The glyph of a character and its advance in thousandths of the size; a visible sign where the font has none.
 * `own` is false where the glyph stands for another character than this one.
 */
export function glyphOf(face: Typeface, codePoint: number) {
  const { font, glyphs } = face
  let known = glyphs.get(codePoint)
  if (!known) {
    const drawn = drawnBy(face, codePoint) ?? REPLACEMENT
    const glyph = font.glyphForCodePoint(drawn)
    known = { glyph, width: (glyph.advanceWidth * 1000) / font.unitsPerEm, own: drawn === codePoint }
    glyphs.set(codePoint, known)
  }
  return known
}
