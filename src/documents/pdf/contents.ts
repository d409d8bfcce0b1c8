import { contentsHeadings } from '../contents.ts'
import type { Document, Heading, Run } from '../model.ts'
import type { Slab } from './flow.ts'
import type { Press } from './press.ts'
import type { StructureElement } from './structure.ts'
import { textSlabs } from './text.ts'
import { BODY_WIDTH, HEADINGS, PAGE, STYLES, type TextStyle } from './theme.ts'
import { wrap } from './wrap.ts'

const NUMBER_ROOM = 34
const INDENT = 16

const styleOf = (heading: Heading): TextStyle => ({ ...STYLES.body, bold: heading.level === 1 })

/**
 * The table of contents. Its height does not depend on the page numbers, so the text can be laid out
 * before the numbers are drawn; `draw` is called when every heading has its place.
 */
export function contentsSlabs(
  press: Press,
  title: StructureElement,
  toc: StructureElement,
  document: Document,
): Slab[] {
  const { before: _, ...style } = HEADINGS[1]
  const slabs: Slab[] = textSlabs(press, title, [press.words('contents')], style, { after: 14, keep: true })
  let inner: StructureElement | undefined
  let chapter: StructureElement | undefined
  for (const heading of contentsHeadings(document)) {
    const top = heading.level === 1 || !chapter
    if (!top) inner ??= chapter!.add('TOC')
    const item = (top ? toc : inner!).add('TOCI')
    if (top) {
      chapter = item
      inner = undefined
    }
    slabs.push(entry(press, item, heading))
  }
  return slabs
}

function entry(press: Press, item: StructureElement, heading: Heading): Slab {
  const style = styleOf(heading)
  const indent = heading.level === 1 ? 0 : INDENT
  const anchor = press.names.anchors.get(heading)!
  const run: Run = { text: `${heading.text} ` }
  const lines = wrap(press.fonts, [run], style, BODY_WIDTH - NUMBER_ROOM - indent)
  const link = item.add('Reference').add('Link')
  const x = PAGE.left + indent
  return {
    height: lines.length * style.leading,
    before: heading.level === 1 ? 9 : 1.5,
    draw(page, y) {
      lines.forEach((line, i) => {
        const baseline = y + i * style.leading + style.leading / 2 + style.size * 0.35
        let at = x
        for (const { text, width, font } of line.pieces) {
          const { resource } = font
          const { size, colour } = style
          page.text(link, { x: at, y: baseline, size, resource, hex: font.encode(text), colour })
          at += width
        }
        if (i < lines.length - 1) return
        const font = press.fonts.of(style)
        const number = String(press.places.get(anchor)!.page + 1)
        const start = PAGE.left + BODY_WIDTH - font.width(number, style.size)
        page.line('decoration', [at + 5, baseline - 0.6], [start - 5, baseline - 0.6], {
          stroke: 'muted',
          lineWidth: 0.6,
          dash: [0.6, 3],
        })
        const { resource } = font
        page.text(link, {
          x: start,
          y: baseline,
          size: style.size,
          resource,
          hex: font.encode(number),
          colour: style.colour,
        })
      })
      const box = { x, y, width: PAGE.left + BODY_WIDTH - x, height: lines.length * style.leading }
      press.link(link, { text: heading.text, href: `#${anchor}` }, page, box)
    },
  }
}
