import { drawChart } from '../charts/draw.ts'
import { type Mark, paintOf } from '../charts/drawing.ts'
import type { Figure } from '../model.ts'
import type { Slab } from './flow.ts'
import type { PageContent, Paint, PathCommand, Point } from './page-content.ts'
import type { Press } from './press.ts'
import type { StructureElement } from './structure.ts'
import { textSlabs } from './text.ts'
import { BODY_HEIGHT, BODY_WIDTH, type Colour, PAGE, STYLES } from './theme.ts'

/** Room that a figure leaves for its heading and caption on its own page. */
const ABOVE = 130

/** A chart as vectors, from the same marks as the page's SVG, under one Figure element with its words. */
export function figureSlabs(press: Press, parent: StructureElement, figure: Figure): Slab[] {
  const drawing = drawChart(figure.chart, press.lang)
  const scale = Math.min(
    (BODY_WIDTH / drawing.width) * (press.scale === 1 ? 1 : 0.94),
    (BODY_HEIGHT - ABOVE) / drawing.height,
  )
  const height = drawing.height * scale
  const title = textSlabs(press, parent.add('P'), [press.names.captions.get(figure)!], STYLES.caption, {
    before: 20,
    after: 8,
    keep: true,
  })
  const element = parent.add('Figure', { alt: figure.alt })
  const picture: Slab = {
    height,
    before: 6,
    after: 14,
    keep: figure.caption !== undefined,
    draw(page, y) {
      press.anchor(figure.name, page, y - 24)
      const top = PAGE.height - y
      const box = [PAGE.left, top - height, PAGE.left + drawing.width * scale, top]
      element.options.attributes = {
        O: 'Layout',
        Placement: 'Block',
        BBox: box.map((n) => Math.round(n * 100) / 100),
      }
      const at = (x: number, down: number): Point => [PAGE.left + x * scale, y + down * scale]
      for (const mark of drawing.marks) drawMark(press, page, element, mark, at, scale)
    },
  }
  if (figure.caption === undefined) return [...title, picture]
  const caption = textSlabs(press, parent.add('P'), [figure.caption], STYLES.small, { before: 4, after: 14 })
  return [...title, { ...picture, after: 4 }, ...caption]
}

function drawMark(
  press: Press,
  page: PageContent,
  owner: StructureElement,
  mark: Mark,
  at: (x: number, y: number) => Point,
  scale: number,
): void {
  const look = paintOf(mark.look)
  const paint: Paint = {
    ...(look.fill ? { fill: look.fill as Colour } : {}),
    ...(look.stroke ? { stroke: look.stroke as Colour, lineWidth: (look.width ?? 1) * scale } : {}),
    ...(look.dash ? { dash: look.dash.map((n) => n * scale) } : {}),
    round: mark.kind === 'path',
  }
  switch (mark.kind) {
    case 'rect': {
      const [x, y] = at(mark.x, mark.y)
      page.rect(owner, { x, y, width: mark.width * scale, height: mark.height * scale }, paint)
      return
    }
    case 'line':
      page.line(owner, at(mark.x1, mark.y1), at(mark.x2, mark.y2), paint)
      return
    case 'path':
      page.path(owner, commandsOf(mark.d, at), paint)
      return
    case 'text': {
      const font = press.fonts.of({ bold: mark.bold })
      const size = mark.size * scale
      const back = { start: 0, middle: 0.5, end: 1 }[mark.anchor] * font.width(mark.text, size)
      const turn = ((mark.angle ?? 0) * Math.PI) / 180
      const [x, y] = at(mark.x, mark.y)
      page.text(owner, {
        x: x - Math.cos(turn) * back,
        y: y - Math.sin(turn) * back,
        size,
        resource: font.resource,
        // Without the space the words of a chart run together where they are read from the file.
        hex: font.encode(`${mark.text} `),
        colour: look.fill as Colour,
        angle: mark.angle,
      })
    }
  }
}

/** "M0,1L2,3Z" as commands in page coordinates. */
function commandsOf(d: string, at: (x: number, y: number) => Point): PathCommand[] {
  return [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, command, rest]) => {
    const numbers = [...rest!.matchAll(/-?\d*\.?\d+(?:e[-+]?\d+)?/g)].map(([n]) => Number(n))
    const points: Point[] = []
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push(at(numbers[i]!, numbers[i + 1]!))
    return { command: command as PathCommand['command'], points }
  })
}
