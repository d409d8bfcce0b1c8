import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib'

/** Structure types used here (ISO 32000-1, 14.8.4). The title is H1, chapters H2. */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Span'
  | 'Link'

export interface ElementOptions {
  lang?: string
  alt?: string
  /** The attribute dictionary, with its owner: `{ O: 'Table', Scope: 'Row' }`. */
  attributes?: Record<string, string | number | number[]>
}

/** A node of the tree that a screen reader walks. Its children are nodes, marked content and annotations. */
export class StructureElement {
  readonly tag: Tag
  readonly options: ElementOptions
  readonly kids: Kid[] = []

  constructor(tag: Tag, options: ElementOptions = {}) {
    this.tag = tag
    this.options = options
  }

  add(tag: Tag, options?: ElementOptions): StructureElement {
    const child = new StructureElement(tag, options)
    this.kids.push(child)
    return child
  }
}

type Kid = StructureElement | { page: number; mcid: number } | { page: number; annotation: number }

export interface TaggedPage {
  ref: PDFRef
  /** Element of each marked-content number. */
  marked: StructureElement[]
}
export interface TaggedAnnotation {
  ref: PDFRef
  element: StructureElement
}

/**
 * Writes StructTreeRoot and ParentTree. The parent-tree key of page n is n, of annotation n it is
 * the number of pages plus n; pages and annotations carry those keys.
 */
export function writeStructure(
  context: PDFContext,
  document: StructureElement,
  pages: TaggedPage[],
  annotations: TaggedAnnotation[],
): PDFRef {
  const root = context.nextRef()
  const refs = new Map<StructureElement, PDFRef>()
  const write = (element: StructureElement, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    refs.set(element, ref)
    const { alt, lang, attributes } = element.options
    const kids = element.kids.map((kid) => {
      if (kid instanceof StructureElement) return write(kid, ref)
      const page = pages[kid.page]!.ref
      return 'mcid' in kid
        ? context.obj({ Type: 'MCR', Pg: page, MCID: kid.mcid })
        : context.obj({ Type: 'OBJR', Pg: page, Obj: annotations[kid.annotation]!.ref })
    })
    const dict = context.obj({ Type: 'StructElem', S: element.tag, P: parent })
    if (kids.length > 0) dict.set(PDFName.of('K'), kids.length === 1 ? kids[0]! : context.obj(kids))
    if (alt) dict.set(PDFName.of('Alt'), PDFHexString.fromText(alt))
    if (lang) dict.set(PDFName.of('Lang'), PDFString.of(lang))
    if (attributes) dict.set(PDFName.of('A'), context.obj(attributes))
    context.assign(ref, dict)
    return ref
  }
  const top = write(document, root)
  const nums = [
    ...pages.flatMap((page, n) => [
      n,
      context.register(context.obj(page.marked.map((one) => refs.get(one)!))),
    ]),
    ...annotations.flatMap((one, n) => [pages.length + n, refs.get(one.element)!]),
  ]
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      ParentTree: context.register(context.obj({ Nums: nums })),
      ParentTreeNextKey: pages.length + annotations.length,
    }),
  )
  return root
}
