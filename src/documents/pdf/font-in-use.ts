import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { type Face, faceOf } from './theme.ts'
import { glyphOf, type Typeface, typeface } from './typefaces.ts'

/** How much of a typeface goes into the file; `whole` exists so that a test can see that nothing is lost. */
export type Embedding = 'glyphs-in-use' | 'whole'

/** Codes of characters drawn by the glyph of another: above every glyph number of the faces. */
const BORROWED = 0x8000

/** One face as one document uses it: only the glyphs that occur are put into the file. */
export class FontInUse {
  readonly resource: string
  readonly #typeface: Typeface
  readonly #subset: ReturnType<Typeface['font']['createSubset']> | undefined
  /** Code in the text → the character it stands for, its advance, and its glyph number where that is another. */
  readonly #used = new Map<number, { codePoint: number; width: number; glyph?: number }>()
  #borrowed = 0
  readonly #hex = new Map<number, string>()

  constructor(face: Face, embedding: Embedding) {
    this.resource = `F-${face}`
    this.#typeface = typeface(face)
    this.#subset = embedding === 'whole' ? undefined : this.#typeface.font.createSubset()
  }

  width(text: string, size: number): number {
    let width = 0
    for (const char of text) width += glyphOf(this.#typeface, char.codePointAt(0)!).width
    return (width * size) / 1000
  }

  /** The text as the hexadecimal string of a `Tj` operator. */
  encode(text: string): string {
    let hex = ''
    for (const char of text) {
      const codePoint = char.codePointAt(0)!
      let code = this.#hex.get(codePoint)
      if (code === undefined) {
        const { glyph, width, own } = glyphOf(this.#typeface, codePoint)
        const number = this.#subset?.includeGlyph(glyph) ?? glyph.id
        // A glyph that stands in for another character gets a code of its own for each, so that none is lost as text.
        const id = own ? number : BORROWED + this.#borrowed++
        if (!this.#used.has(id)) this.#used.set(id, { codePoint, width, ...(!own && { glyph: number }) })
        code = id.toString(16).padStart(4, '0')
        this.#hex.set(codePoint, code)
      }
      hex += code
    }
    return hex
  }

  /** Writes the font into the file; call it when all text has been encoded. */
  embed(context: PDFContext): PDFRef {
    const { font } = this.#typeface
    const scale = 1000 / font.unitsPerEm
    const program = this.#subset?.encode() ?? this.#typeface.file
    const name = `${subsetTag(program)}+${font.postscriptName}`
    const file = context.stream(deflateSync(program), { Filter: 'FlateDecode', Length1: program.length })
    const descriptor = context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: font.italicAngle === 0 ? 4 : 68,
      FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((n) => n * scale),
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: font.capHeight * scale,
      StemV: this.resource.includes('bold') ? 140 : 90,
      FontFile2: context.register(file),
    })
    const ids = [...this.#used.keys()].sort((a, b) => a - b)
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDToGIDMap: this.#borrowed > 0 ? context.register(this.#glyphMap(context, ids)) : 'Identity',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: context.register(descriptor),
      DW: 600,
      W: ids.flatMap((id) => [id, [this.#used.get(id)!.width]]),
    })
    const unicode = context.stream(deflateSync(this.#toUnicode(ids)), { Filter: 'FlateDecode' })
    const dict = context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H' })
    dict.set(PDFName.of('DescendantFonts'), context.obj([context.register(descendant)]))
    dict.set(PDFName.of('ToUnicode'), context.register(unicode))
    return context.register(dict)
  }

  /** Two bytes of glyph number for each code (ISO 32000-1, 9.7.4.2). */
  #glyphMap(context: PDFContext, ids: number[]) {
    const bytes = Buffer.alloc((ids.at(-1)! + 1) * 2)
    for (const id of ids) bytes.writeUInt16BE(this.#used.get(id)!.glyph ?? id, id * 2)
    return context.stream(deflateSync(bytes), { Filter: 'FlateDecode' })
  }

  #toUnicode(ids: number[]): string {
    const lines = ids.map((id) => {
      const char = String.fromCodePoint(this.#used.get(id)!.codePoint)
      const utf16 = Buffer.from(char, 'utf16le').swap16().toString('hex')
      return `<${id.toString(16).padStart(4, '0')}> <${utf16}>`
    })
    const groups: string[] = []
    for (let i = 0; i < lines.length; i += 100) {
      const group = lines.slice(i, i + 100)
      groups.push(`${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`)
    }
    return (
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
      '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n' +
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
      `1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${groups.join('\n')}\n` +
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend'
    )
  }
}

/** Six capital letters that differ where the glyphs differ (ISO 32000-1, 9.6.4). */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest()
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')
}

/** The faces one document uses, made as they are asked for. */
export class Fonts {
  readonly #faces = new Map<Face, FontInUse>()
  readonly #embedding: Embedding

  constructor(embedding: Embedding = 'glyphs-in-use') {
    this.#embedding = embedding
  }

  of(style: { bold?: boolean; italic?: boolean }): FontInUse {
    const face = faceOf(style)
    let font = this.#faces.get(face)
    if (!font) {
      font = new FontInUse(face, this.#embedding)
      this.#faces.set(face, font)
    }
    return font
  }

  embed(context: PDFContext): Record<string, PDFRef> {
    return Object.fromEntries([...this.#faces.values()].map((font) => [font.resource, font.embed(context)]))
  }
}
