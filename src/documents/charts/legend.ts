import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import type { Chart } from '../model.ts'
import { type Mark, numbered } from './drawing.ts'
import { surface } from './surface.ts'
import { textWidth } from './text-width.ts'

const MARKERS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond]

/** The sign of the n:th series on a line, centred on x, y. Arcs are written as curves the PDF can draw. */
export function marker(series: number, x: number, y: number): Mark {
  const shape = MARKERS[series % 4]!
  const d =
    shape === symbolCircle
      ? circle(x, y, 4)
      : shifted(symbol(shape, shape === symbolSquare ? 52 : 60)()!, x, y)
  return { kind: 'path', d, look: numbered('marker', series) }
}

function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523
  return (
    `M${x + r},${y}C${x + r},${y + k},${x + k},${y + r},${x},${y + r}` +
    `C${x - k},${y + r},${x - r},${y + k},${x - r},${y}C${x - r},${y - k},${x - k},${y - r},${x},${y - r}` +
    `C${x + k},${y - r},${x + r},${y - k},${x + r},${y}Z`
  )
}

/** d3's symbols stand around 0, 0; squares are written with relative h and v. */
function shifted(d: string, x: number, y: number): string {
  let [px, py] = [0, 0]
  return d.replace(/([MLhv])([-\d.]+)(?:,([-\d.]+))?|Z/g, (whole, command, a, b) => {
    if (whole === 'Z') return 'Z'
    if (command === 'h') px += Number(a)
    else if (command === 'v') py += Number(a)
    else [px, py] = [Number(a), Number(b)]
    return `${command === 'M' ? 'M' : 'L'}${x + px},${y + py}`
  })
}

/** Names of the series in one or more rows, in the order they are drawn, with the unit before them. */
export function legend(chart: Chart, order: number[], width: number): { marks: Mark[]; height: number } {
  const size = 12
  const marks: Mark[] = []
  let x = 0
  let y = size
  if (chart.unit) {
    marks.push({ kind: 'text', x, y, text: chart.unit, size, anchor: 'start', look: 'muted' })
    x += textWidth(chart.unit, size) + 24
  }
  if (chart.series.length > 1) {
    for (const series of order) {
      const name = chart.series[series]!.name
      const needed = 26 + textWidth(name, size)
      if (x > 0 && x + needed > width) {
        x = 0
        y += 20
      }
      if (chart.kind === 'lines') {
        marks.push({
          kind: 'line',
          x1: x,
          y1: y - 4,
          x2: x + 20,
          y2: y - 4,
          look: numbered('stroke', series),
        })
        marks.push(marker(series, x + 10, y - 4))
      } else {
        marks.push(...surface(series, x + 2, y - 11, 16, 12))
      }
      marks.push({ kind: 'text', x: x + 26, y, text: name, size, anchor: 'start', look: 'ink' })
      x += needed + 20
    }
  }
  return { marks, height: marks.length > 0 ? y + 14 : 0 }
}
