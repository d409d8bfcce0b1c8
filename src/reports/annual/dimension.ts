import { DIMENSION, type Dimension, dimensionValueName, NOT_RECORDED } from '../../classification/index.ts'
import {
  type Block,
  type Chart,
  type Column,
  type Figure,
  heading,
  paragraph,
} from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatNumber } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { Comparison, CountTable } from '../../statistics/index.ts'
import { inSentence, percentText, share } from '../wording.ts'
import type { ReportDimension } from '../year-figures.ts'
import type { AnnualReportInput } from './input.ts'
import { comparedRows } from './rows.ts'

/** Bars in one picture; what is rarer is in the table. */
const MOST_BARS = 12
/** What is rarer than this is not called the most common. */
const ENOUGH = 10
/** Share in per cent from which missing information is spoken of. */
const MUCH_MISSING = 10

/** One dimension of the contacts: its heading, what stands out in words, a chart and a table. */
export function dimensionSection(input: AnnualReportInput, dimension: ReportDimension): Block[] {
  const t = reports(input.lang)
  const [now, before] = [input.now[dimension], input.before?.[dimension] ?? null]
  const rows = comparedRows(now, before)
  if (rows.length === 0) return []
  const name = (code: string) => dimensionValueName(dimension, code, input.lang)
  const words = [...leads(input.lang, dimension, rows, now.total), ...missing(input.lang, rows, now.total)]
  return [
    heading(2, t(`heading.${dimension}`), dimension),
    ...(words.length > 0 ? [paragraph(words.join(' '))] : []),
    figureOf(input, dimension, rows),
    {
      kind: 'table',
      name: `contacts-by-${slug(dimension)}`,
      caption: t(`caption.${dimension}`),
      header: DIMENSION[dimension].name[input.lang],
      columns: columnsOf(input),
      rows: [
        ...rows.map((row) => ({
          label: name(row.code),
          code: row.code,
          cells: cellsOf(input, row, now.total),
        })),
        totalRow(input, now, before),
      ],
      note: [
        t('note.contact'),
        ...(dimension === 'reason' || dimension === 'action' ? [t(`note.multiple.${dimension}`)] : []),
      ].join(' '),
    },
  ]
}

/** "contactPerson" → "contact-person": the name of a file. */
export const slug = (dimension: string) => dimension.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export function columnsOf({ lang, year, before }: AnnualReportInput): Column[] {
  const t = reports(lang)
  return [
    { label: String(year), code: 'contacts' },
    { label: t('column.share'), code: 'share', decimals: 1 },
    ...(before
      ? [
          { label: String(year - 1), code: 'contacts-before' },
          { label: t('column.change'), code: 'change' },
        ]
      : []),
  ]
}

export function cellsOf({ before }: AnnualReportInput, row: Comparison, total: number | null) {
  return [row.now, share(row.now, total), ...(before ? [row.before, row.change] : [])]
}

/** Totals count contacts, whatever the cells add up to. */
export function totalRow(input: AnnualReportInput, now: CountTable, before: CountTable | null) {
  const change = now.total === null || !before || before.total === null ? null : now.total - before.total
  const part = now.total === null ? null : now.multiple ? '' : 100
  return {
    label: reports(input.lang)('row.total'),
    code: 'total',
    role: 'total' as const,
    cells: [now.total, part, ...(before ? [before.total, change] : [])],
  }
}

/** What was most common and what came next; nothing where figures are few, hidden or equal. */
function leads(lang: Lang, dimension: ReportDimension, rows: Comparison[], total: number | null): string[] {
  const t = reports(lang)
  if (!total) return []
  const known = rows
    .filter((row): row is Comparison & { now: number } => row.now !== null && row.code !== NOT_RECORDED)
    .sort((a, b) => b.now - a.now)
  const [first, second, third] = known
  if (!first || first.now < ENOUGH || second?.now === first.now) return []
  const say = (row: Comparison & { now: number }) => ({
    n: formatNumber(lang, row.now),
    share: percentText(lang, share(row.now, total)!),
  })
  const name = (code: string) => inSentence(lang, dimension, dimensionValueName(dimension, code, lang))
  const sentences = [t(`lead.${dimension}`, { first: name(first.code), ...say(first) })]
  if (second && second.now >= ENOUGH && second.now !== third?.now)
    sentences.push(t(secondKey(dimension), { second: name(second.code), ...say(second) }))
  return sentences
}

/** An age group and a person need a sentence of their own: "the next common was 75 or older" says nothing. */
const secondKey = (dimension: ReportDimension) =>
  dimension === 'ageBand' || dimension === 'contactPerson'
    ? (`lead.second.${dimension}` as const)
    : 'lead.second'

function missing(lang: Lang, rows: Comparison[], total: number | null): string[] {
  const lacking = rows.find((row) => row.code === NOT_RECORDED)?.now ?? null
  const part = share(lacking, total)
  if (lacking === null || part === null || part < MUCH_MISSING) return []
  const args = { n: formatNumber(lang, lacking), share: percentText(lang, part) }
  return [reports(lang)('missing', args)]
}

function figureOf(
  input: AnnualReportInput,
  dimension: Dimension & ReportDimension,
  rows: Comparison[],
): Figure {
  const t = reports(input.lang)
  const shown = rows.slice(0, MOST_BARS)
  const chart: Chart = {
    kind: 'bars',
    labels: shown.map((row) => dimensionValueName(dimension, row.code, input.lang)),
    unit: t('unit.contacts'),
    series: seriesOf(input, shown),
  }
  return {
    kind: 'figure',
    name: `figure-${slug(dimension)}`,
    title: t(`caption.${dimension}`),
    alt: altOf(input.lang, dimension, chart),
    chart,
    ...(shown.length < rows.length ? { caption: t('note.top', { n: String(shown.length) }) } : {}),
  }
}

/** This year's figures, and the year before's beside them. */
export function seriesOf({ year, before }: AnnualReportInput, rows: Comparison[]): Chart['series'] {
  return [
    { name: String(year), values: rows.map((row) => row.now) },
    ...(before ? [{ name: String(year - 1), values: rows.map((row) => row.before) }] : []),
  ]
}

/** A chart in words: the highest and lowest figure of each series; the rest is in the table beside it. */
export function altOf(lang: Lang, dimension: Dimension, { labels, series, decimals = 0 }: Chart): string {
  const t = reports(lang)
  const sentences = series.flatMap(({ name, values }) => {
    const known = values.flatMap((value, i) => (value === null ? [] : [{ label: labels[i]!, value }]))
    if (known.length === 0) return []
    const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
    const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
    const n = formatNumber(lang, highest.value, decimals)
    if (highest.value === lowest.value)
      return [t('alt.one', { year: name, first: inSentence(lang, dimension, highest.label), n })]
    return [
      t('alt.series', {
        year: name,
        first: inSentence(lang, dimension, highest.label),
        n,
        last: inSentence(lang, dimension, lowest.label),
        m: formatNumber(lang, lowest.value, decimals),
      }),
    ]
  })
  return [...sentences, t('alt.same-numbers')].join(' ')
}
