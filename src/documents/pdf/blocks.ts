import type { Block, Callout, Heading, List, Quote, Signature } from '../model.ts'
import { figureSlabs } from './figure.ts'
import type { Slab } from './flow.ts'
import { keyFigureSlabs } from './key-figures.ts'
import type { PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import type { StructureElement, Tag } from './structure.ts'
import { tableSlabs } from './table.ts'
import { drawLine, textSlabs } from './text.ts'
import { BODY_WIDTH, HEADINGS, PAGE, STYLES } from './theme.ts'
import { wrap } from './wrap.ts'

/**
 * One block as slabs; its elements are added to `parent` in the order of reading. A paragraph stays with the
 * figure that follows it, and one that announces a list or a table with the beginning of that.
 */
export function blockSlabs(press: Press, parent: StructureElement, block: Block, next?: Block): Slab[] {
  switch (block.kind) {
    case 'heading':
      return headingSlabs(press, parent, block)
    case 'paragraph': {
      const style = { normal: STYLES.body, lead: STYLES.lead, small: STYLES.small }[block.tone ?? 'normal']
      const last = block.runs.at(-1)
      const announces = /:\s*$/.test(typeof last === 'string' ? last : (last?.text ?? ''))
      const keep = next?.kind === 'figure' || (announces && next !== undefined)
      return textSlabs(press, parent.add('P'), block.runs, style, {
        after: block.tone === 'lead' ? 13 : 9,
        keep,
      })
    }
    case 'list':
      return listSlabs(press, parent, block)
    case 'table':
      return tableSlabs(press, parent, block)
    case 'figure':
      return figureSlabs(press, parent, block)
    case 'key-figures':
      return keyFigureSlabs(press, parent, block)
    case 'callout':
      return calloutSlabs(press, parent, block)
    case 'quote':
      return quoteSlabs(press, parent, block)
    case 'signature':
      return signatureSlabs(press, parent, block)
    case 'rule':
      return [
        {
          height: 1,
          before: 22,
          after: 22,
          draw: (page, y) =>
            page.line('decoration', [PAGE.left, y], [PAGE.left + BODY_WIDTH, y], { stroke: 'rule' }),
        },
      ]
    case 'page-break':
      return [{ height: 0, breakBefore: true, keep: true, draw() {} }]
  }
}

function headingSlabs(press: Press, parent: StructureElement, block: Heading): Slab[] {
  const level = Math.min(4, block.level + press.lower) as Heading['level']
  const { before, after, ...style } = HEADINGS[level]
  const lang = block.lang && block.lang !== press.lang ? block.lang : undefined
  const element = parent.add(`H${block.level + 1}` as Tag, { lang })
  const slabs = textSlabs(press, element, [block.text], style, { before, after, keep: true })
  const [first] = slabs
  if (!first) return []
  for (const slab of slabs) slab.keep = true
  const { draw } = first
  first.draw = (page, y) => {
    press.anchor(press.names.anchors.get(block)!, page, y)
    draw(page, y)
  }
  return slabs
}

const MARK_ROOM = 18

function listSlabs(press: Press, parent: StructureElement, block: List): Slab[] {
  const numbering = block.ordered ? 'Decimal' : 'Disc'
  const list = parent.add('L', { attributes: { O: 'List', ListNumbering: numbering } })
  return block.items.flatMap((item, i) => {
    const element = list.add('LI')
    const label = element.add('Lbl')
    const style = press.style(STYLES.body)
    const [sign] = wrap(press.fonts, [{ text: block.ordered ? `${i + 1}. ` : '• ' }], style, MARK_ROOM)
    const slabs = textSlabs(press, element.add('LBody'), item, STYLES.body, {
      x: PAGE.left + MARK_ROOM,
      width: BODY_WIDTH - MARK_ROOM,
      after: i === block.items.length - 1 ? 11 : 4,
    })
    const first = slabs[0]
    if (!first) return []
    const { draw } = first
    first.draw = (page, y) => {
      drawLine(press, page, label, sign!, { x: PAGE.left + 2, y, style })
      draw(page, y)
    }
    return slabs
  })
}

const BOX = 14

/** A box may run over a page: its ground is drawn behind each line. */
function calloutSlabs(press: Press, parent: StructureElement, block: Callout): Slab[] {
  const ground = (page: PageContent, y: number, lineHeight: number) => {
    // Neighbouring grounds overlap a hair, so that no light shows between them.
    const height = lineHeight + 0.2
    page.rect('decoration', { x: PAGE.left, y, width: BODY_WIDTH, height }, { fill: 'tint' })
    page.rect('decoration', { x: PAGE.left, y, width: 3, height }, { fill: 'accent' })
  }
  const box = parent.add('Div')
  const setting = { x: PAGE.left + BOX + 2, width: BODY_WIDTH - 2 * BOX - 2, behind: ground }
  const edge = (part: Partial<Slab>): Slab => ({
    height: 10 * press.scale,
    ...part,
    draw: (page, y) => ground(page, y, 10 * press.scale),
  })
  const title = block.title
    ? textSlabs(
        press,
        box.add('P'),
        [block.title],
        { ...STYLES.body, bold: true },
        { ...setting, keep: true },
      )
    : []
  const text = textSlabs(press, box.add('P'), block.runs, STYLES.body, { ...setting, keep: true })
  const space = 15 * press.scale
  return [edge({ before: space, keep: true }), ...title, ...text, edge({ after: space })]
}

function quoteSlabs(press: Press, parent: StructureElement, block: Quote): Slab[] {
  const quote = parent.add('BlockQuote')
  const behind = (page: PageContent, y: number, height: number) =>
    page.rect('decoration', { x: PAGE.left, y, width: 3, height: height + 0.2 }, { fill: 'rule' })
  const setting = { x: PAGE.left + BOX + 2, width: BODY_WIDTH - 2 * BOX, behind }
  const words = textSlabs(press, quote.add('P'), block.runs, STYLES.quote, {
    ...setting,
    before: 8,
    after: block.source ? 0 : 14,
    keep: block.source !== undefined,
  })
  if (!block.source) return words
  return [
    ...words,
    ...textSlabs(press, quote.add('P'), [block.source], STYLES.small, { ...setting, after: 14 }),
  ]
}

const SIGN_WIDTH = 230

/** The line stays with the name under it. */
function signatureSlabs(press: Press, parent: StructureElement, block: Signature): Slab[] {
  const line: Slab = {
    height: 6,
    before: 58,
    keep: true,
    draw: (page, y) =>
      page.line('decoration', [PAGE.left, y], [PAGE.left + SIGN_WIDTH, y], {
        stroke: 'muted',
        lineWidth: 0.8,
      }),
  }
  return [line, ...textSlabs(press, parent.add('P'), [block.name], STYLES.body, { after: 14 })]
}
