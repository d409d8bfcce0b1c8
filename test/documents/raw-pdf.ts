import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  type PDFHexString,
  PDFName,
  type PDFNumber,
  type PDFObject,
  type PDFRawStream,
  PDFRef,
} from 'pdf-lib'

export interface RawElement {
  tag: string
  alt: string | undefined
  scope: string | undefined
  numbering: string | undefined
  bbox: number[] | undefined
  lang: string | undefined
  kids: (RawElement | { page: number; text: string } | { annotation: PDFDict })[]
}

/**
 * The structure of a PDF from its bytes alone, spaces at line ends included (readers that lay text out again
 * drop them): every element with the very characters of its marked content.
 */
export async function rawStructure(bytes: Uint8Array): Promise<RawElement> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context } = pdf
  const look = <T extends PDFObject>(value: PDFObject | undefined) =>
    (value instanceof PDFRef ? context.lookup(value) : value) as T | undefined
  const get = <T extends PDFObject>(dict: PDFDict, key: string) => look<T>(dict.get(PDFName.of(key)))
  const name = (value: PDFObject | undefined) => (value instanceof PDFName ? value.decodeText() : undefined)
  const string = (value: PDFObject | undefined) =>
    value && 'decodeText' in value ? (value as PDFHexString).decodeText() : undefined

  const marked = pdf.getPages().map((page) => {
    const fonts = new Map<string, Map<string, string>>()
    const resources = get<PDFDict>(page.node, 'Resources')!
    for (const [key, ref] of get<PDFDict>(resources, 'Font')!.entries()) {
      const map = inflated(get<PDFRawStream>(look<PDFDict>(ref)!, 'ToUnicode')!).toString('latin1')
      fonts.set(
        key.decodeText(),
        new Map([...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, a, b]) => [a!, b!])),
      )
    }
    const content = inflated(get<PDFRawStream>(page.node, 'Contents')!).toString('latin1')
    const texts = new Map<number, string>()
    let open: number | undefined
    for (const [, mcid, artifact, end, font, codes] of content.matchAll(
      /<<\/MCID (\d+)>> BDC|(\/Artifact)|(EMC)|BT \/(\S+)[^<]*<(\w*)> Tj/g,
    )) {
      if (mcid !== undefined) open = Number(mcid)
      else if (artifact || end) open = undefined
      else if (open !== undefined) {
        const text = codes!
          .match(/.{4}/g)!
          .map((code) => Buffer.from(fonts.get(font!)!.get(code)!, 'hex').swap16().toString('utf16le'))
        texts.set(open, (texts.get(open) ?? '') + text.join(''))
      }
    }
    return texts
  })
  const pages = pdf.getPages().map((page) => page.ref)

  const element = (dict: PDFDict): RawElement => {
    const attributes = get<PDFDict>(dict, 'A')
    const kids = get<PDFObject>(dict, 'K')
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
    return {
      tag: name(dict.get(PDFName.of('S')))!,
      alt: string(get(dict, 'Alt')),
      lang: string(get(dict, 'Lang')),
      scope: attributes && name(get(attributes, 'Scope')),
      numbering: attributes && name(get(attributes, 'ListNumbering')),
      bbox:
        attributes &&
        get<PDFArray>(attributes, 'BBox')
          ?.asArray()
          .map((n) => (n as PDFNumber).asNumber()),
      kids: list.map((kid) => {
        const inner = look<PDFDict>(kid)!
        const type = name(inner.get(PDFName.of('Type')))
        if (type === 'OBJR') return { annotation: get<PDFDict>(inner, 'Obj')! }
        if (type !== 'MCR') return element(inner)
        const page = pages.indexOf(inner.get(PDFName.of('Pg')) as PDFRef)
        const mcid = (inner.get(PDFName.of('MCID')) as PDFNumber).asNumber()
        return { page, text: marked[page]!.get(mcid) ?? '' }
      }),
    }
  }
  const root = get<PDFDict>(pdf.catalog, 'StructTreeRoot')!
  return element(look<PDFDict>(get<PDFArray>(root, 'K')!.get(0))!)
}

const inflated = (stream: PDFRawStream) => inflateSync(stream.getContents())

/** Elements of a tag, in reading order. */
export function elements(root: RawElement, tag: string): RawElement[] {
  const here = root.tag === tag ? [root] : []
  return [...here, ...root.kids.flatMap((kid) => ('tag' in kid ? elements(kid, tag) : []))]
}

/** What is read out under an element, character by character. */
export function textOf(element: RawElement): string {
  return element.kids.map((kid) => ('text' in kid ? kid.text : 'tag' in kid ? textOf(kid) : '')).join('')
}

/** The pages an element stands on. */
export function pagesOf(element: RawElement): number[] {
  const pages = element.kids.flatMap((kid) => ('page' in kid ? [kid.page] : 'tag' in kid ? pagesOf(kid) : []))
  return [...new Set(pages)]
}
