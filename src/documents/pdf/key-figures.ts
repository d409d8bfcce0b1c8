import { cellText } from '../cells.ts'
import type { KeyFigure, KeyFigures } from '../model.ts'
import type { Slab } from './flow.ts'
import type { PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import type { StructureElement } from './structure.ts'
import { drawLines } from './text.ts'
import { BODY_WIDTH, PAGE, STYLES, type TextStyle } from './theme.ts'
import { wrap } from './wrap.ts'

const GAP = 10
const LABELS: TextStyle = { size: 9.3, leading: 12.5, colour: 'ink' }
const VALUES: TextStyle = { size: 20, leading: 26, colour: 'accent', bold: true }
const UNITS: TextStyle = { size: 9.3, leading: 26, colour: 'ink' }
const NOTES: TextStyle = { ...STYLES.small, leading: 11.5 }

/** Tiles in rows of three or four, as even as can be. */
export function keyFigureSlabs(press: Press, parent: StructureElement, block: KeyFigures): Slab[] {
  const rows = Math.ceil(block.items.length / 4)
  const perRow = Math.max(3, Math.ceil(block.items.length / rows))
  const width = (BODY_WIDTH - GAP * (perRow - 1)) / perRow
  const element = parent.add('L', { attributes: { O: 'List', ListNumbering: 'None' } })
  const slabs: Slab[] = []
  for (let i = 0; i < block.items.length; i += perRow) {
    const tiles = block.items.slice(i, i + perRow).map((item) => tile(press, element, item, width))
    const height = Math.max(...tiles.map((one) => one.height))
    slabs.push({
      height,
      before: i === 0 ? 14 : GAP,
      after: i + perRow < block.items.length ? GAP : 16,
      draw(page, y) {
        tiles.forEach((one, n) => {
          one.draw(page, PAGE.left + n * (width + GAP), y, height)
        })
      },
    })
  }
  return slabs
}

function tile(press: Press, list: StructureElement, item: KeyFigure, width: number) {
  const body = list.add('LI').add('LBody')
  const [label, value] = [body.add('P'), body.add('P')]
  const text = item.value === null ? value.add('Span', { alt: press.words('suppressed') }) : value
  const pad = 10 * press.scale
  const [LABEL, VALUE, UNIT, NOTE] = [LABELS, VALUES, UNITS, NOTES].map((style) => press.style(style)) as [
    TextStyle,
    TextStyle,
    TextStyle,
    TextStyle,
  ]
  const inner = width - 2 * pad
  const set = (words: string, style: TextStyle) => wrap(press.fonts, [{ text: words }], style, inner)
  const labels = set(item.label, LABEL)
  const figure = set(cellText(press.lang, item.value, item.decimals) + (item.unit ? ' ' : ''), VALUE)
  const unit = item.unit ? wrap(press.fonts, [{ text: item.unit }], UNIT, inner) : []
  const notes = item.note ? set(item.note, NOTE) : []
  const note = item.note ? body.add('P') : undefined
  const height = 2 * pad + labels.length * LABEL.leading + VALUE.leading + notes.length * NOTE.leading + 2
  return {
    height,
    draw(page: PageContent, x: number, y: number, full: number) {
      page.rect('decoration', { x, y, width, height: full }, { fill: 'tint' })
      page.rect('decoration', { x, y, width, height: 2.2 }, { fill: 'accent' })
      const left = x + pad
      let top = y + pad
      drawLines(press, page, label, labels, { x: left, y: top, style: LABEL })
      top += labels.length * LABEL.leading
      drawLines(press, page, text, figure, { x: left, y: top, style: VALUE })
      const after = left + figure[0]!.width + 5
      drawLines(press, page, value, unit.slice(0, 1), { x: after, y: top + 2.6, style: UNIT })
      top += VALUE.leading + 2
      if (note) drawLines(press, page, note, notes, { x: left, y: top, style: NOTE })
    },
  }
}
