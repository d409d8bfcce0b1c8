import { scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Lang } from '../../language/lang.ts'
import { cellText, SUPPRESSED } from '../cells.ts'
import type { Chart } from '../model.ts'
import { type Mark, numbered } from './drawing.ts'
import { marker } from './legend.ts'
import { labelsBelow, PLOT_HEIGHT, uprightAxis } from './upright.ts'

const SIZE = 11

/** Lines over time; a suppressed figure leaves a gap with its sign at the foot of the plot. */
export function lines(
  chart: Chart,
  lang: Lang,
  width: number,
  top: number,
): { marks: Mark[]; bottom: number } {
  const axis = uprightAxis(chart, lang, width, top + 12)
  const x = scalePoint(
    chart.labels.map((_, i) => i),
    [axis.left, width],
  ).padding(0.5)
  const marks: Mark[] = [...axis.marks]
  // The first series is drawn last, on top of the others.
  for (const s of chart.series.map((_, i) => chart.series.length - 1 - i)) {
    const { values } = chart.series[s]!
    const d = line<number | null>()
      .defined((value) => value !== null)
      .x((_, i) => x(i)!)
      .y((value) => axis.y(value!))(values)
    if (d) marks.push({ kind: 'path', d, look: numbered('stroke', s) })
    values.forEach((value, i) => {
      if (value !== null) marks.push(marker(s, x(i)!, axis.y(value)))
      const text = value === null ? SUPPRESSED : cellText(lang, value, chart.decimals)
      if (value !== null && (s !== 0 || chart.labels.length > 14)) return
      marks.push({
        kind: 'text',
        x: x(i)!,
        y: value === null ? axis.y(0) - 5 : axis.y(value) + (crowdedAbove(chart, i, axis.y) ? 18 : -10),
        text,
        size: SIZE,
        anchor: 'middle',
        look: s === 0 ? 'ink' : 'muted',
        bold: value === null,
      })
    })
  }
  const below = labelsBelow(chart, (i) => x(i)!, x.step(), top + 12 + PLOT_HEIGHT)
  return { marks: [...marks, ...below.marks], bottom: below.bottom }
}

/** Whether another series runs where the first one's figure would be written. */
function crowdedAbove(chart: Chart, i: number, y: (value: number) => number): boolean {
  const own = y(chart.series[0]!.values[i]!)
  return chart.series.slice(1).some(({ values }) => {
    const other = values[i]
    return other !== null && other !== undefined && y(other) <= own && y(other) > own - 24
  })
}
