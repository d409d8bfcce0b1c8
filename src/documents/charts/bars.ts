import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../language/lang.ts'
import { cellText, SUPPRESSED } from '../cells.ts'
import type { Chart } from '../model.ts'
import { domainOf } from './domain.ts'
import type { Mark } from './drawing.ts'
import { surface } from './surface.ts'
import { textWidth, wrapLabel } from './text-width.ts'

const SIZE = 12
const LINE = 15

/** Lying bars: one row for each label, the figure written at the end of each bar. */
export function bars(
  chart: Chart,
  lang: Lang,
  width: number,
  top: number,
): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = []
  const texts = chart.series.map((one) => one.values.map((value) => cellText(lang, value, chart.decimals)))
  const widest = Math.max(0, ...chart.labels.map((label) => textWidth(label, SIZE)))
  const left = Math.min(widest, width * 0.38) + 12
  const right = Math.max(0, ...texts.flat().map((text) => textWidth(text, SIZE))) + 10
  const [low, high] = domainOf(chart)
  const x = scaleLinear([low, high], [left + (low < 0 ? right : 0), width - right])
  const thickness = chart.series.length === 1 ? 16 : 10.5
  let y = top
  chart.labels.forEach((label, i) => {
    const lines = wrapLabel(label, SIZE, left - 12)
    const block = thickness * chart.series.length
    const height = Math.max(block, lines.length * LINE) + 8
    const middle = y + height / 2
    lines.forEach((text, n) => {
      const baseline = middle + (n - (lines.length - 1) / 2) * LINE + SIZE * 0.36
      marks.push({ kind: 'text', x: left - 12, y: baseline, text, size: SIZE, anchor: 'end', look: 'ink' })
    })
    chart.series.forEach((one, s) => {
      const value = one.values[i]
      if (value === undefined) return
      const barTop = middle - block / 2 + s * thickness
      const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))]
      if (value !== null) marks.push(...surface(s, from, barTop, to - from, thickness - 1))
      const negative = (value ?? 0) < 0
      marks.push({
        kind: 'text',
        x: negative ? from - 6 : to + 6,
        y: barTop + thickness / 2 + SIZE * 0.34,
        text: value === null ? SUPPRESSED : texts[s]![i]!,
        size: chart.series.length === 1 ? SIZE : SIZE - 1,
        anchor: negative ? 'end' : 'start',
        look: s === 0 ? 'ink' : 'muted',
        bold: value === null || (s === 0 && chart.series.length > 1),
      })
    })
    y += height
  })
  marks.push({ kind: 'line', x1: x(0), y1: top, x2: x(0), y2: y, look: 'axis' })
  return { marks, bottom: y }
}
