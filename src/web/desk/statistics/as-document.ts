import { DIMENSION, dimensionValueName, municipalityName } from '../../../classification/index.ts'
import { shortMonths } from '../../../documents/charts/months.ts'
import type { Chart, Document, TableBlock } from '../../../documents/model.ts'
import { statistics } from '../../../language/catalogues/statistics.ts'
import type { Lang } from '../../../language/lang.ts'
import { type CountTable, definitionOf, type Question, THRESHOLD } from '../../../statistics/index.ts'

/** The most series a chart can tell apart; of more columns only the totals are drawn. */
const MOST_SERIES = 4
const MOST_BARS = 15

export interface Shown {
  caption: string
  table: TableBlock
  /** null: nothing to draw */
  chart: { chart: Chart; alt: string } | null
  definition: string
}

/** A counted table in words: names for codes, totals, what the figures are, a chart of them. */
export function inWords(table: CountTable, asked: Question, lang: Lang): Shown {
  const t = statistics(lang)
  const { rows, columns, year, unit, municipality } = asked
  const nameOf = (dimension: Question['rows'], code: string) => dimensionValueName(dimension, code, lang)
  const words = {
    what: t(`unit.${unit}`),
    year: String(year),
    rows: DIMENSION[rows].name[lang].toLowerCase(),
  }
  const place = municipality ? `, ${municipalityName(municipality, lang)}` : ''
  const caption =
    (columns
      ? t('page.caption-by', { ...words, columns: DIMENSION[columns].name[lang].toLowerCase() })
      : t('page.caption', words)) + place
  const total = { label: t('table.total'), code: 'total' }
  const definition = definitionOf(table, lang, asked.audience === 'office' ? undefined : THRESHOLD)
  const block: TableBlock = {
    kind: 'table',
    name: `${rows}${columns ? `-${columns}` : ''}-${unit}-${year}`.toLowerCase(),
    caption,
    header: DIMENSION[rows].name[lang],
    columns: [
      ...(columns ? table.columns.map((code) => ({ label: nameOf(columns, code), code })) : []),
      total,
    ],
    rows: [
      ...table.rows.map((code, r) => ({
        label: nameOf(rows, code),
        code,
        cells: [...(columns ? table.cells[r]! : []), table.rowTotals[r]!],
      })),
      {
        ...total,
        role: 'total' as const,
        cells: [...(columns ? table.columnTotals : []), table.total],
      },
    ],
    note: definition,
  }
  return { caption, table: block, chart: chartOf(table, asked, lang, nameOf), definition }
}

function chartOf(
  table: CountTable,
  { rows, columns, unit }: Question,
  lang: Lang,
  nameOf: (dimension: Question['rows'], code: string) => string,
): Shown['chart'] {
  const t = statistics(lang)
  if (table.rows.length < 2) return null
  const order = [...table.rows.keys()]
  const months = rows === 'month'
  if (!months) order.sort((a, b) => (table.rowTotals[b] ?? -1) - (table.rowTotals[a] ?? -1))
  const drawn = order.slice(0, months ? 12 : MOST_BARS)
  const several = columns !== undefined && table.columns.length <= MOST_SERIES
  const series = several
    ? table.columns.map((code, c) => ({
        name: nameOf(columns, code),
        values: drawn.map((r) => table.cells[r]![c]!),
      }))
    : [{ name: t(`unit.${unit}`), values: drawn.map((r) => table.rowTotals[r]!) }]
  const short = shortMonths(lang)
  const total = table.total === null ? t('table.hidden') : String(table.total)
  const first = order.toSorted((a, b) => (table.rowTotals[b] ?? -1) - (table.rowTotals[a] ?? -1))[0]!
  const largest = table.rowTotals[first]
  return {
    chart: {
      kind: months ? 'columns' : 'bars',
      labels: drawn.map((r) => (months ? short[Number(table.rows[r]!) - 1]! : nameOf(rows, table.rows[r]!))),
      series,
      unit: t(`unit.${unit}`).toLowerCase(),
    },
    alt:
      largest === null || largest === undefined
        ? t('page.chart-hidden', { total })
        : t('page.chart-text', { name: nameOf(rows, table.rows[first]!), n: String(largest), total }),
  }
}

/** The table as a workbook's document. */
export const asDocument = (shown: Shown, lang: Lang, author: string, date: string): Document => ({
  title: shown.caption,
  lang,
  author,
  date,
  blocks: [shown.table],
})
