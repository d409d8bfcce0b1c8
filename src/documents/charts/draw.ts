import { documents } from '../../language/catalogues/documents.ts'
import type { Lang } from '../../language/lang.ts'
import type { Chart } from '../model.ts'
import { bars } from './bars.ts'
import { columnOrder, columns } from './columns.ts'
import type { Drawing } from './drawing.ts'
import { legend } from './legend.ts'
import { lines } from './lines.ts'

/** Width of every chart in CSS pixels; the page and the PDF scale it to the room they have. */
export const CHART_WIDTH = 640

/** Lays out a chart. Throws when it has no series or more than four: a fifth cannot be told apart. */
export function drawChart(chart: Chart, lang: Lang): Drawing {
  if (chart.series.length < 1 || chart.series.length > 4) throw new Error('a chart has one to four series')
  const order = chart.kind === 'columns' ? columnOrder(chart) : chart.series.map((_, i) => i)
  const head = legend(chart, order, CHART_WIDTH)
  const plot = { bars, columns, lines }[chart.kind](chart, lang, CHART_WIDTH, head.height)
  const marks = [...head.marks, ...plot.marks]
  let height = plot.bottom + 4
  if (chart.series.some((one) => one.values.includes(null))) {
    marks.push({
      kind: 'text',
      x: 0,
      y: height + 14,
      text: documents(lang)('suppressedNote'),
      size: 10.5,
      anchor: 'start',
      look: 'muted',
    })
    height += 20
  }
  return { width: CHART_WIDTH, height: Math.ceil(height), marks }
}
