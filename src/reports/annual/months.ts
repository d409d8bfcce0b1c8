import { DIMENSION } from '../../classification/index.ts'
import { shortMonths } from '../../documents/charts/months.ts'
import { type Block, type Chart, heading, paragraph } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatMonth, formatNumber } from '../../language/formats.ts'
import { inMonth } from '../wording.ts'
import { figureOf } from '../year-figures.ts'
import { altOf, cellsOf, columnsOf, totalRow } from './dimension.ts'
import { type AnnualReportInput, isUnfinished } from './input.ts'

/** Contacts of a year from which busy and quiet months are spoken of. */
const ENOUGH = 120

/** The months in their order, all twelve; those to come are left out of a year that still runs. */
export function monthSection(input: AnnualReportInput): Block[] {
  const { lang, year, before } = input
  const t = reports(lang)
  const last = isUnfinished(input) && input.date.startsWith(`${year}-`) ? Number(input.date.slice(5, 7)) : 12
  const rows = Array.from({ length: last }, (_, month) => {
    const code = String(month + 1).padStart(2, '0')
    const [here, there] = [figureOf(input.now.month, code), before ? figureOf(before.month, code) : null]
    const change = here === null || there === null ? null : here - there
    return { code, now: here, before: there, change, percent: null }
  })
  const chart: Chart = {
    kind: 'columns',
    labels: shortMonths(lang).slice(0, last),
    unit: t('unit.contacts'),
    series: [
      { name: String(year), values: rows.map((row) => row.now) },
      ...(before ? [{ name: String(year - 1), values: rows.map((row) => row.before) }] : []),
    ],
  }
  return [
    heading(2, t('heading.month'), 'month'),
    ...lead(input, rows),
    {
      kind: 'figure',
      name: 'figure-month',
      title: t('caption.month'),
      alt: altOf(lang, 'month', { ...chart, labels: rows.map((row) => formatMonth(lang, Number(row.code))) }),
      chart,
    },
    {
      kind: 'table',
      name: 'contacts-by-month',
      caption: t('caption.month'),
      header: DIMENSION.month.name[lang],
      columns: columnsOf(input),
      rows: [
        ...rows.map((row) => ({
          label: formatMonth(lang, Number(row.code)),
          code: row.code,
          cells: cellsOf(input, row, input.now.month.total),
        })),
        totalRow(input, input.now.month, before?.month ?? null),
      ],
      note: t('note.contact'),
    },
  ]
}

function lead({ lang, now, ...input }: AnnualReportInput, rows: { code: string; now: number | null }[]) {
  if (isUnfinished(input) || (now.month.total ?? 0) < ENOUGH) return []
  const known = rows.flatMap(({ code, now: n }) => (n === null ? [] : [{ month: Number(code), n }]))
  const [most, second] = known.toSorted((a, b) => b.n - a.n)
  const [least, next] = known.toSorted((a, b) => a.n - b.n)
  if (known.length < 12 || most!.n === second!.n || least!.n === next!.n) return []
  return [
    paragraph(
      reports(lang)('lead.month', {
        most: inMonth(lang, most!.month),
        n: formatNumber(lang, most!.n),
        least: inMonth(lang, least!.month),
        m: formatNumber(lang, least!.n),
      }),
    ),
  ]
}
