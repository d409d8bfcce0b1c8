import { type PDFContext, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import type { Document } from '../model.ts'
import type { Press } from './press.ts'
import { PAGE } from './theme.ts'

interface Bookmark {
  text: string
  level: number
  dest: PDFRef | undefined
  children: Bookmark[]
}

/** Where a place of the document is, as a destination array. */
export function destination(context: PDFContext, press: Press, pages: PDFRef[], anchor: string) {
  const place = press.places.get(anchor)
  if (!place) return undefined
  return context.obj([pages[place.page]!, PDFName.of('XYZ'), null, PAGE.height - place.y + 6, null])
}

/** The outline a reader opens beside the text: chapters, sections and their parts. Undefined without headings. */
export function writeBookmarks(
  context: PDFContext,
  press: Press,
  document: Document,
  pages: PDFRef[],
): PDFRef | undefined {
  const top: Bookmark = { text: '', level: 0, dest: undefined, children: [] }
  const open = [top]
  for (const block of document.blocks) {
    if (block.kind !== 'heading' || block.level > 3) continue
    const dest = destination(context, press, pages, press.names.anchors.get(block)!)
    const mark: Bookmark = {
      text: block.text,
      level: block.level,
      dest: dest && context.register(dest),
      children: [],
    }
    while (open.at(-1)!.level >= block.level) open.pop()
    open.at(-1)!.children.push(mark)
    open.push(mark)
  }
  if (top.children.length === 0) return undefined
  const root = context.nextRef()
  const [first, last] = siblings(context, root, top.children)
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first, Last: last, Count: top.children.length }),
  )
  return root
}

/** Chapters are closed at first: a negative count says so. */
function siblings(context: PDFContext, parent: PDFRef, marks: Bookmark[]): [first: PDFRef, last: PDFRef] {
  const refs = marks.map(() => context.nextRef())
  marks.forEach((mark, i) => {
    const dict = context.obj({ Parent: parent })
    dict.set(PDFName.of('Title'), PDFHexString.fromText(mark.text))
    if (mark.dest) dict.set(PDFName.of('Dest'), mark.dest)
    if (i > 0) dict.set(PDFName.of('Prev'), refs[i - 1]!)
    if (i < refs.length - 1) dict.set(PDFName.of('Next'), refs[i + 1]!)
    if (mark.children.length > 0) {
      const [first, last] = siblings(context, refs[i]!, mark.children)
      dict.set(PDFName.of('First'), first)
      dict.set(PDFName.of('Last'), last)
      dict.set(PDFName.of('Count'), context.obj(-mark.children.length))
    }
    context.assign(refs[i]!, dict)
  })
  return [refs[0]!, refs.at(-1)!]
}
