import { gapCodeName, NOT_RECORDED } from '../../classification/index.ts'
import { shortMonths } from '../../documents/charts/months.ts'
import { type Block, type Figure, heading, paragraph, type TableBlock } from '../../documents/model.ts'
import { gapFigures } from '../../language/catalogues/gap-figures.ts'
import { gaps } from '../../language/catalogues/gaps.ts'
import { formatMonth, formatNumber } from '../../language/formats.ts'
import type { CountTable } from '../../statistics/index.ts'
import { figureOf } from '../year-figures.ts'
import { type AnnualReportInput, isUnfinished } from './input.ts'

/** The year's benefit gaps: how many, why, with whom, and how many were put right too late. Nothing where none are. */
export function gapChapter(input: AnnualReportInput): Block[] {
  const { lang, year, gaps: tables } = input
  const t = gapFigures(lang)
  if (!tables) return []
  const found = tables['gap-month'].total
  const closed = tables['gap-closed']
  if (found === 0 && closed.total === 0) return []
  const head = [heading(1, t('title'), 'gaps'), paragraph(t('intro'))]
  if (!found && !closed.total) return [...head, paragraph(t('hidden'))]
  const byCode = [tables['gap-month'], tables['gap-cause'], tables['gap-authority']]
  return [
    ...head,
    ...(found === null ? [] : [paragraph(t('found', { year: String(year), n: found }))]),
    ...closedSentence(input, closed),
    ...closedTable(input, closed),
    ...monthChart(input, tables['gap-month']),
    ...codeTable(input, tables['gap-authority'], 'authority'),
    ...codeTable(input, tables['gap-cause'], 'cause'),
    ...(byCode.some(allHidden) ? [paragraph(t('rows-hidden'))] : []),
  ]
}

/** Where no row may be told there is nothing to see but which codes occur: such a table is left out. */
const allHidden = ({ rows, rowTotals }: CountTable): boolean =>
  rows.length > 0 && rowTotals.every((n) => n === null)

/** How many were closed, and too late, as far as both may be told. */
function closedSentence({ lang }: AnnualReportInput, closed: CountTable): Block[] {
  const t = gapFigures(lang)
  if (!closed.total) return []
  const late = lateFigure(closed)
  if (late === null) return [paragraph(t('closed-hidden', { n: closed.total }))]
  return [paragraph(t('closed', { n: closed.total, late: formatNumber(lang, late) }))]
}

const lateFigure = (closed: CountTable): number | null => columnTotal(closed, 'too-late')

function columnTotal(table: CountTable, code: string): number | null {
  const at = table.columns.indexOf(code)
  if (at < 0) return table.total === null ? null : 0
  return table.columnTotals[at] ?? null
}

function monthChart(input: AnnualReportInput, table: CountTable): Figure[] {
  const { lang, year } = input
  const t = gapFigures(lang)
  if (!table.total || allHidden(table)) return []
  const last = isUnfinished(input) && input.date.startsWith(`${year}-`) ? Number(input.date.slice(5, 7)) : 12
  const values = Array.from({ length: last }, (_, month) =>
    figureOf(table, String(month + 1).padStart(2, '0')),
  )
  const list = values
    .flatMap((n, month) =>
      n === null
        ? []
        : [t('list', { label: formatMonth(lang, month + 1).toLowerCase(), n: formatNumber(lang, n) })],
    )
    .join(', ')
  return [
    {
      kind: 'figure',
      name: 'figure-gaps-month',
      title: t('month'),
      alt: t('month-alt', { year: String(year), list }),
      chart: {
        kind: 'columns',
        labels: shortMonths(lang).slice(0, last),
        unit: t('unit'),
        series: [{ name: String(year), values }],
      },
    },
  ]
}

function codeTable(
  { lang }: AnnualReportInput,
  table: CountTable,
  list: 'cause' | 'authority',
): TableBlock[] {
  const t = gapFigures(lang)
  if (table.rows.length === 0 || allHidden(table)) return []
  const name = (code: string) =>
    code === NOT_RECORDED ? gaps(lang)('not-recorded') : gapCodeName(list, code, lang)
  return [
    {
      kind: 'table',
      name: `gaps-by-${list}`,
      caption: t(list),
      header: t(`column-${list}`),
      columns: [{ label: t('column-gaps'), code: 'gaps' }],
      rows: [
        ...table.rows.map((code, row) => ({
          label: name(code),
          code,
          cells: [table.rowTotals[row] ?? null],
        })),
        { label: t('total'), code: 'total', role: 'total', cells: [table.total] },
      ],
      note: t('note-found'),
    },
  ]
}

function closedTable({ lang }: AnnualReportInput, table: CountTable): TableBlock[] {
  const t = gapFigures(lang)
  if (!table.total) return []
  return [
    {
      kind: 'table',
      name: 'gaps-closed',
      caption: t('closed-table'),
      header: t('closed-table'),
      columns: [{ label: t('column-closed'), code: 'gaps' }],
      rows: [
        ...(['in-time', 'too-late', 'not-judged'] as const).map((code) => ({
          label: t(code),
          code,
          cells: [columnTotal(table, code)],
        })),
        { label: t('total'), code: 'total', role: 'total', cells: [table.total] },
      ],
      note: t('note-closed'),
    },
  ]
}
