import { rowTexts, SUPPRESSED } from '../cells.ts'
import { tableNotes } from '../html/table.ts'
import type { Row, TableBlock } from '../model.ts'
import type { Slab } from './flow.ts'
import type { Artifact, PageContent } from './page-content.ts'
import type { Press } from './press.ts'
import type { StructureElement } from './structure.ts'
import { CELL_GAP, INDENT, layOutTable, type TableLayout } from './table-widths.ts'
import { drawLines, textSlabs } from './text.ts'
import { BODY_HEIGHT, BODY_WIDTH, PAGE, STYLES, type TextStyle } from './theme.ts'
import { type Line, wrap } from './wrap.ts'

const ROOMY = 2.9
/** Rows that go to the next page together when a table runs over. */
const LAST_ROWS = 4
/** A table no higher than this is not divided. */
const WHOLE = BODY_HEIGHT * 0.55

/** A table: its caption and head stay together, the head is drawn again on each page it runs over. */
export function tableSlabs(press: Press, parent: StructureElement, table: TableBlock): Slab[] {
  const layout = layOutTable(press, table)
  const element = parent.add('Table')
  const caption = press.names.captions.get(table)!
  const title = element.add('Caption')
  const captionSlabs = textSlabs(press, title, [caption], STYLES.caption, {
    before: 20,
    after: 5,
    keep: true,
  })
  if (captionSlabs[0]) anchorAt(press, table.name, captionSlabs[0])
  const head = headOf(press, layout, table)
  const headRow = element.add('THead').add('TR')
  const headCells = head.lines.map(() => headRow.add('TH', { attributes: { O: 'Table', Scope: 'Column' } }))
  const small = press.style(STYLES.small)
  const continued = wrap(press.fonts, [{ text: press.words('continued', { caption }) }], small, BODY_WIDTH)
  const above = continued.length * small.leading + 4
  const repeat: Slab['repeat'] = {
    height: above + head.height,
    draw(page, y) {
      drawLines(press, page, 'Header', continued, { x: PAGE.left, y, style: small })
      head.draw(page, y + above, () => 'Header')
    },
  }
  const body = element.add('TBody')
  const rows = table.rows.map((row, i): Slab => {
    const next = table.rows[i + 1]
    const strip = rowOf(press, layout, table, row, body.add('TR'))
    const parentOfNext = next !== undefined && (next.level ?? 0) > (row.level ?? 0)
    const keep = i === 0 || i >= table.rows.length - LAST_ROWS || parentOfNext
    return { ...strip, keep: keep && next !== undefined, repeat }
  })
  const height = head.height + rows.reduce((sum, row) => sum + row.height, 0)
  if (height <= WHOLE) for (const row of rows.slice(0, -1)) row.keep = true
  const notes = tableNotes(press.lang, table)
  if (rows.length > 0 && notes.length > 0) rows.at(-1)!.keep = true
  return [
    ...captionSlabs,
    {
      height: head.height,
      keep: table.rows.length > 0,
      draw: (page, y) => head.draw(page, y, (i) => headCells[i]!),
    },
    ...rows,
    ...notes.flatMap((note, i) =>
      textSlabs(press, parent.add('P'), [note], STYLES.small, {
        before: i === 0 ? 6 : 2,
        after: i === notes.length - 1 ? 18 : 0,
        keep: i < notes.length - 1,
      }),
    ),
    ...(notes.length === 0 ? [{ height: 0, after: 18, draw() {} }] : []),
  ]
}

function anchorAt(press: Press, name: string, slab: Slab): void {
  const { draw } = slab
  slab.draw = (page, y) => {
    press.anchor(name, page, y)
    draw(page, y)
  }
}

const xs = ({ widths }: TableLayout) => {
  let x = PAGE.left
  return widths.map((width) => {
    const at = x
    x += width
    return at
  })
}

function alignOf(table: TableBlock, i: number): 'start' | 'end' {
  return i === 0 || table.columns[i - 1]!.type === 'text' ? 'start' : 'end'
}

function headOf(press: Press, layout: TableLayout, table: TableBlock) {
  const style: TextStyle = { ...layout.style, bold: true }
  const labels = [table.header, ...table.columns.map((column) => column.label)]
  const lines = labels.map((text, i) => wrap(press.fonts, [{ text }], style, room(layout, i)))
  const most = Math.max(...lines.map((cell) => cell.length))
  const height = most * style.leading + 2 * padding(press)
  const at = xs(layout)
  return {
    lines,
    height,
    draw(page: PageContent, y: number, owner: (i: number) => StructureElement | Artifact) {
      lines.forEach((cell, i) => {
        const top = y + padding(press) + (most - cell.length) * style.leading
        drawCell(press, page, owner(i), cell, table, layout, at, i, top, style)
      })
      rule(page, y + height, 1.1, 'ink')
    },
  }
}

/** A column of numbers keeps its gap to the left, a column of words to the right; the last ends at the edge. */
function room(layout: TableLayout, i: number): number {
  return layout.widths[i]! - CELL_GAP
}

function drawCell(
  press: Press,
  page: PageContent,
  owner: StructureElement | Artifact,
  lines: Line[],
  table: TableBlock,
  layout: TableLayout,
  at: number[],
  i: number,
  y: number,
  style: TextStyle,
  indent = 0,
): void {
  const align = alignOf(table, i)
  const x = align === 'end' ? at[i]! + CELL_GAP : at[i]! + indent + (i > 0 ? CELL_GAP : 0)
  drawLines(press, page, owner, lines, { x, y, width: room(layout, i), style, align })
}

function rowOf(
  press: Press,
  layout: TableLayout,
  table: TableBlock,
  row: Row,
  element: StructureElement,
): Pick<Slab, 'height' | 'draw'> {
  const total = row.role === 'total'
  const style: TextStyle = { ...layout.style, bold: total }
  const indent = (row.level ?? 0) * INDENT
  const texts = [row.label, ...rowTexts(press.lang, table.columns, row.cells)]
  const lines = texts.map((text, i) =>
    wrap(press.fonts, [{ text }], style, room(layout, i) - (i === 0 ? indent : 0)),
  )
  const height = Math.max(1, ...lines.map((cell) => cell.length)) * style.leading + 2 * padding(press)
  const cells = texts.map((text, i) => {
    const cell = i === 0 ? element.add('TH', { attributes: { O: 'Table', Scope: 'Row' } }) : element.add('TD')
    // The sign alone says nothing when it is heard.
    return i > 0 && text === SUPPRESSED ? cell.add('Span', { alt: press.words('suppressed') }) : cell
  })
  const at = xs(layout)
  return {
    height,
    draw(page, y) {
      if (total) rule(page, y, 0.8, 'ink')
      lines.forEach((cell, i) => {
        drawCell(
          press,
          page,
          cells[i]!,
          cell,
          table,
          layout,
          at,
          i,
          y + padding(press),
          style,
          i === 0 ? indent : 0,
        )
      })
      rule(page, y + height, total ? 0.8 : 0.5, total ? 'ink' : 'rule')
    },
  }
}

const padding = (press: Press) => (press.scale === 1 ? ROOMY : 2.4)

function rule(page: PageContent, y: number, lineWidth: number, stroke: 'ink' | 'rule'): void {
  page.line('decoration', [PAGE.left, y], [PAGE.left + BODY_WIDTH, y], { stroke, lineWidth })
}
