import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { destination } from './bookmarks.ts'
import type { Press } from './press.ts'
import type { TaggedAnnotation } from './structure.ts'
import { PAGE } from './theme.ts'

/**
 * Writes the annotations of the links and hangs them on their pages. The parent-tree key of annotation n is
 * the number of pages plus n.
 */
export function writeLinks(context: PDFContext, press: Press, pages: PDFRef[]) {
  const annotations: TaggedAnnotation[] = []
  const byPage = new Map<number, PDFRef[]>()
  press.links.forEach((link, n) => {
    const { x, y, width, height } = link.box
    const annotation = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x, PAGE.height - y - height, x + width, PAGE.height - y],
      Border: [0, 0, 0],
      F: 4,
      StructParent: pages.length + n,
    })
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(press.words('linkTo', { text: link.text })))
    if (link.href.startsWith('#')) {
      const dest = destination(context, press, pages, link.href.slice(1))
      if (dest) annotation.set(PDFName.of('Dest'), dest)
    } else {
      const action = context.obj({ Type: 'Action', S: 'URI' })
      action.set(PDFName.of('URI'), PDFString.of(encodeURI(decodedOnce(link.href))))
      annotation.set(PDFName.of('A'), action)
    }
    const ref = context.register(annotation)
    annotations.push({ ref, element: link.element })
    byPage.set(link.page, [...(byPage.get(link.page) ?? []), ref])
  })
  return { annotations, byPage }
}

/** An address may hold letters beyond ASCII, which a PDF's URI may not. */
function decodedOnce(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
