import { runsOf } from '../inline.ts'
import type { Inline } from '../model.ts'
import type { Slab } from './flow.ts'
import type { Artifact, PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import { StructureElement } from './structure.ts'
import { BODY_WIDTH, PAGE, type TextStyle } from './theme.ts'
import { type Line, wrap } from './wrap.ts'

export interface Setting {
  x?: number
  width?: number
  before?: number
  after?: number
  /** The last line stays with what follows. */
  keep?: boolean
  /** Drawn with each line, behind it: a box's ground, a quotation's rule. */
  behind?: (page: PageContent, y: number, height: number) => void
}

/** Lines of text as slabs; a single line of a paragraph never stands alone at the foot or top of a page. */
export function textSlabs(
  press: Press,
  owner: StructureElement,
  inlines: Inline[],
  asked: TextStyle,
  { x = PAGE.left, width = BODY_WIDTH, before = 0, after = 0, keep = false, behind }: Setting = {},
): Slab[] {
  const style = press.style(asked)
  const lines = wrap(press.fonts, runsOf(inlines), style, width)
  return lines.map((line, i) => ({
    height: style.leading,
    before: i === 0 ? before * press.scale : 0,
    after: i === lines.length - 1 ? after * press.scale : 0,
    keep: i === lines.length - 1 ? keep : i === 0 || i === lines.length - 2,
    draw(page, y) {
      behind?.(page, y, style.leading)
      drawLine(press, page, owner, line, { x, y, width, style })
    },
  }))
}

export interface LinePlace {
  x: number
  y: number
  width?: number
  style: TextStyle
  align?: 'start' | 'end'
}

/** Draws one line whose upper edge is at y. */
export function drawLine(
  press: Press,
  page: PageContent,
  owner: StructureElement | Artifact,
  line: Line,
  { x, y, width = 0, style, align = 'start' }: LinePlace,
): void {
  const baseline = y + style.leading / 2 + style.size * 0.35
  let at = align === 'end' ? x + width - line.width : x
  for (const { text, width: advance, font, run } of line.pieces) {
    const element = owner instanceof StructureElement ? press.elementOf(owner, run) : owner
    const linked = element !== owner && element instanceof StructureElement && element.tag === 'Link'
    const colour = linked ? 'accent' : style.colour
    const { resource } = font
    page.text(element, { x: at, y: baseline, size: style.size, resource, hex: font.encode(text), colour })
    if (linked) {
      const box = { x: at, y, width: advance, height: style.leading }
      page.line(element, [at, baseline + 1.6], [at + advance, baseline + 1.6], {
        stroke: 'accent',
        lineWidth: 0.6,
      })
      press.link(element, run, page, box)
    }
    at += advance
  }
}

/** Draws lines under each other from y down. */
export function drawLines(
  press: Press,
  page: PageContent,
  owner: StructureElement | Artifact,
  lines: Line[],
  place: LinePlace,
): void {
  lines.forEach((line, i) => {
    drawLine(press, page, owner, line, { ...place, y: place.y + i * place.style.leading })
  })
}
