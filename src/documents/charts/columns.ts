import { scaleBand } from 'd3-scale'
import type { Lang } from '../../language/lang.ts'
import { cellText, SUPPRESSED } from '../cells.ts'
import type { Chart } from '../model.ts'
import type { Mark } from './drawing.ts'
import { surface } from './surface.ts'
import { textWidth } from './text-width.ts'
import { labelsBelow, PLOT_HEIGHT, uprightAxis } from './upright.ts'

const SIZE = 10.5

/** Columns stand in the order of time: the first series is this year's and stands last in its group. */
export function columnOrder(chart: Chart): number[] {
  return chart.series.map((_, i) => chart.series.length - 1 - i)
}

/** Standing columns, one group for each label. */
export function columns(
  chart: Chart,
  lang: Lang,
  width: number,
  top: number,
): { marks: Mark[]; bottom: number } {
  const axis = uprightAxis(chart, lang, width, top + 12)
  const groups = scaleBand(
    chart.labels.map((_, i) => i),
    [axis.left, width],
  )
    .paddingInner(0.3)
    .paddingOuter(0.2)
  const within = scaleBand(columnOrder(chart), [0, groups.bandwidth()]).paddingInner(0.05)
  const marks: Mark[] = [...axis.marks]
  const zero = axis.y(0)
  for (const [i] of chart.labels.entries()) {
    for (const s of columnOrder(chart)) {
      const value = chart.series[s]!.values[i]
      if (value === undefined) continue
      const x = groups(i)! + within(s)!
      const [above, below] = [axis.y(Math.max(0, value ?? 0)), axis.y(Math.min(0, value ?? 0))]
      if (value !== null) marks.push(...surface(s, x, above, within.bandwidth(), below - above))
      const text = value === null ? SUPPRESSED : cellText(lang, value, chart.decimals)
      const room = s === 0 ? groups.step() * 0.8 : within.bandwidth()
      if (value !== null && (s !== 0 || textWidth(text, SIZE) > room)) continue
      marks.push({
        kind: 'text',
        x: x + within.bandwidth() / 2,
        y: (value ?? 0) < 0 ? below + SIZE + 1 : above - 4,
        text,
        size: SIZE,
        anchor: 'middle',
        look: s === 0 ? 'ink' : 'muted',
        bold: value === null,
      })
    }
  }
  marks.push({ kind: 'line', x1: axis.left, y1: zero, x2: width, y2: zero, look: 'axis' })
  const at = (i: number) => groups(i)! + groups.bandwidth() / 2
  const below = labelsBelow(chart, at, groups.step(), top + 12 + PLOT_HEIGHT)
  return { marks: [...marks, ...below.marks], bottom: below.bottom }
}
