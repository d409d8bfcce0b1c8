import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Lang } from '../../language/lang.ts'
import { cellText } from '../cells.ts'
import type { Chart } from '../model.ts'
import { domainOf } from './domain.ts'
import type { Mark } from './drawing.ts'
import { textWidth } from './text-width.ts'

export const PLOT_HEIGHT = 220
export const LABEL_SIZE = 11.5

/** The upright axis of columns and lines: light rules with their figures to the left. */
export function uprightAxis(chart: Chart, lang: Lang, width: number, top: number) {
  const y = scaleLinear(domainOf(chart), [top + PLOT_HEIGHT, top]).nice(4)
  const whole = !chart.decimals
  const ticks = y.ticks(4).filter((tick) => !whole || Number.isInteger(tick))
  const decimals = whole ? 0 : Math.min(chart.decimals ?? 0, 2)
  const texts = ticks.map((tick) => cellText(lang, tick, decimals))
  const left = Math.max(...texts.map((text) => textWidth(text, LABEL_SIZE))) + 10
  const marks: Mark[] = ticks.flatMap((tick, i) => [
    { kind: 'line', x1: left, y1: y(tick), x2: width, y2: y(tick), look: tick === 0 ? 'axis' : 'grid' },
    {
      kind: 'text',
      x: left - 8,
      y: y(tick) + LABEL_SIZE * 0.36,
      text: texts[i]!,
      size: LABEL_SIZE,
      anchor: 'end',
      look: 'muted',
    },
  ])
  return { y: y as ScaleLinear<number, number>, left, marks }
}

/** Labels under the plot; turned when they would run into each other. */
export function labelsBelow(chart: Chart, at: (i: number) => number, step: number, y: number) {
  const widest = Math.max(0, ...chart.labels.map((label) => textWidth(label, LABEL_SIZE)))
  const turned = widest + 6 > step
  const marks: Mark[] = chart.labels.map((text, i) => ({
    kind: 'text',
    x: turned ? at(i) + 4 : at(i),
    y: y + (turned ? 14 : 18),
    text,
    size: LABEL_SIZE,
    anchor: turned ? 'end' : 'middle',
    look: 'ink',
    ...(turned ? { angle: -40 } : {}),
  }))
  return { marks, bottom: y + (turned ? widest * 0.65 + 20 : 26) }
}
