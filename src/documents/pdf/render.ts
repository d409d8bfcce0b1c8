import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import type { Document } from '../model.ts'
import { nameParts } from '../numbering.ts'
import { blockSlabs } from './blocks.ts'
import { writeBookmarks } from './bookmarks.ts'
import { contentsSlabs } from './contents.ts'
import { Flow, type Slab } from './flow.ts'
import { type Embedding, Fonts } from './font-in-use.ts'
import { drawCover, titleSlabs } from './front.ts'
import { writeLinks } from './links.ts'
import { writeMetadata } from './metadata.ts'
import type { PageContent } from './page-content.ts'
import { Press } from './press.ts'
import { drawFoot } from './running-foot.ts'
import { StructureElement, writeStructure } from './structure.ts'
import { PAGE } from './theme.ts'

/**
 * The document as a tagged PDF on A4: structure, alternative texts, language, title, bookmarks and links,
 * charts as vectors, Noto Sans embedded. The same document gives the same bytes.
 */
export async function renderPdf(
  document: Document,
  options: { embedding?: Embedding } = {},
): Promise<Uint8Array> {
  const fonts = new Fonts(options.embedding)
  const press = new Press(fonts, nameParts(document), document)
  const root = new StructureElement('Document', { lang: document.lang })
  const pages = layOut(press, root, document)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = pdf
  writeMetadata(pdf, document)
  const leaves = pages.map(() => pdf.addPage([PAGE.width, PAGE.height]))
  const refs = leaves.map((leaf) => leaf.ref)
  const { annotations, byPage } = writeLinks(context, press, refs)
  const resources = context.register(
    context.obj({ Font: press.fonts.embed(context), ProcSet: ['PDF', 'Text'] }),
  )
  pages.forEach((page, i) => {
    const { node } = leaves[i]!
    const content = context.stream(deflateSync(page.bytes()), { Filter: 'FlateDecode' })
    node.set(PDFName.of('Contents'), context.register(content))
    node.set(PDFName.of('Resources'), resources)
    node.set(PDFName.of('StructParents'), context.obj(i))
    node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const links = byPage.get(i)
    if (links) node.set(PDFName.of('Annots'), context.obj(links))
  })
  const tagged = pages.map((page, i) => ({ ref: refs[i]!, marked: page.marked }))
  catalog.set(PDFName.of('StructTreeRoot'), writeStructure(context, root, tagged, annotations))
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  // A letter is read from its first word; nobody looks for a chapter of it.
  if (!document.letter) showBookmarks(catalog, writeBookmarks(context, press, document, refs))
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false })
}

function showBookmarks(catalog: PDFDocument['catalog'], outline: PDFRef | undefined): void {
  if (!outline) return
  catalog.set(PDFName.of('Outlines'), outline)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

function layOut(press: Press, root: StructureElement, document: Document): PageContent[] {
  const pages: PageContent[] = []
  if (document.cover) drawCover(press, root.add('Sect'), document, pages)
  const body: Slab[] = document.cover ? [] : titleSlabs(press, root, document)
  const contents = document.contents
    ? contentsSlabs(press, root.add('H2'), root.add('TOC'), document)
    : undefined
  // The text is laid out first: only then are the page numbers of the contents known.
  const front = contents ? pagesNeeded(contents) : 0
  const first = pages.length
  const own: PageContent[] = []
  const text = new Flow(pages, first + front)
  body.push(...document.blocks.flatMap((block, i) => blockSlabs(press, root, block, document.blocks[i + 1])))
  text.place(body)
  if (contents) {
    new Flow(own, first).place(contents)
    pages.splice(first, 0, ...own)
  }
  pages.forEach((page, i) => {
    if (document.cover && i === 0) return
    drawFoot(press, page, document, pages.length)
  })
  return pages
}

/** Lays slabs out without drawing them. */
function pagesNeeded(slabs: Slab[]): number {
  const pages: PageContent[] = []
  new Flow(pages, 0).place(slabs.map((slab) => ({ ...slab, draw() {} })))
  return pages.length
}
