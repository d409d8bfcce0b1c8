import {
  DIMENSION,
  type Dimension,
  dimensionValueName,
  municipalityName,
} from '../../classification/index.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { type Block, type Document, heading, type KeyFigure, paragraph } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatNumber } from '../../language/formats.ts'
import { type CountTable, perThousand } from '../../statistics/index.ts'
import { caveat } from '../annual/compose.ts'
import { altOf, slug } from '../annual/dimension.ts'
import { areaResidents } from '../annual/residents.ts'
import { prose } from '../prose.ts'
import { share } from '../wording.ts'
import { columnFigure, figureOf, SUMMARY_DIMENSIONS } from '../year-figures.ts'
import type { SummaryInput } from './input.ts'

/** Rows of a table: two pages are to be enough. */
const MOST_ROWS = 8

/** A municipality's figures beside those of its county, on two pages. Pure. */
export function composeSummary(input: SummaryInput): Document {
  const { lang, organisationName, year, quarter, date } = input
  const t = reports(lang)
  const municipality = municipalityName(input.municipality, lang)
  const period = quarter
    ? t('summary.period.quarter', { year: String(year), quarter: String(quarter) })
    : t('summary.period.year', { year: String(year) })
  const title = t('summary.title', { municipality })
  return {
    title,
    subtitle: period,
    lang,
    author: organisationName,
    date,
    description: t('summary.description', { municipality, period }),
    footer: `${title}, ${period.charAt(0).toLowerCase()}${period.slice(1)}`,
    blocks: [...figures(input, municipality), ...reading(input)],
  }
}

function figures(input: SummaryInput, municipality: string): Block[] {
  const { lang, organisationName, tables } = input
  const t = reports(lang)
  const own = figureOf(tables.municipality, input.municipality)
  const intro = paragraph(t('summary.intro', { municipality, organisation: organisationName }))
  if (own === 0) return [intro, paragraph(t('summary.none', { municipality })), keyFigures(input)]
  if (own === null) return [intro, paragraph(t('summary.hidden')), keyFigures(input)]
  const [services, reasons] = SUMMARY_DIMENSIONS.map((dimension) => sideBySide(input, dimension, own))
  return [
    intro,
    keyFigures(input),
    heading(1, t('summary.services'), 'services'),
    ...services!.chart,
    services!.table,
    heading(1, t('summary.reasons'), 'reasons'),
    reasons!.table,
  ]
}

/** The municipality's totals, the county's below each. */
function keyFigures(input: SummaryInput): Block {
  const { lang, tables, population, municipality } = input
  const t = reports(lang)
  const county = (n: number | null, decimals = 0) =>
    n === null ? undefined : t('summary.county-note', { n: formatNumber(lang, n, decimals) })
  const own = (table: CountTable): Pick<KeyFigure, 'value' | 'note'> => ({
    value: figureOf(table, municipality),
    note: county(table.total),
  })
  const items: KeyFigure[] = [
    { label: t('figure.contacts'), ...own(tables.municipality) },
    { label: t('figure.cases'), ...own(tables['municipality-case']) },
    { label: t('figure.persons'), ...own(tables['municipality-person']) },
  ]
  const residents = population.find((one) => one.municipality === municipality)
  const rate = perThousand(figureOf(tables.municipality, municipality), residents?.residents)
  if (rate !== null && !input.quarter) {
    const area = areaResidents(input)
    const beside = county(perThousand(tables.municipality.total, area?.residents), 1)
    const sample = residents!.sample ? t('note.population-sample') : undefined
    items.push({
      label: t('figure.rate'),
      value: rate,
      decimals: 1,
      note: [beside, sample].filter(Boolean).join('. ') || undefined,
    })
  }
  return { kind: 'key-figures', items }
}

/** One dimension: number and share in the municipality, share in the county; the commonest first. */
function sideBySide(input: SummaryInput, dimension: 'serviceTask' | 'reason', contacts: number) {
  const { lang, municipality, tables } = input
  const t = reports(lang)
  const name = municipalityName(municipality, lang)
  const table = tables[`${dimension}-by-municipality`]
  const rows = table.rows
    .map((code, r) => {
      const [own, all] = [columnFigure(table, code, municipality), table.rowTotals[r] ?? null]
      return { code, own, all, ownShare: share(own, contacts), allShare: share(all, table.total) }
    })
    // By the county's figures, so that the order tells nothing of a hidden one.
    .sort((a, b) => (b.all ?? -1) - (a.all ?? -1))
    .filter((row) => row.own !== 0)
  const shown = rows.slice(0, MOST_ROWS)
  const label = (code: string) => dimensionValueName(dimension as Dimension, code, lang)
  const series = [
    { name, values: shown.map((row) => row.ownShare) },
    { name: t('summary.county'), values: shown.map((row) => row.allShare) },
  ]
  const chart = {
    kind: 'bars' as const,
    labels: shown.map(({ code }) => label(code)),
    unit: t('unit.share'),
    decimals: 1,
    series,
  }
  const caption = t(`summary.caption.${dimension}`)
  return {
    chart:
      shown.length < 2 || series[0]!.values.every((value) => value === null)
        ? []
        : [
            {
              kind: 'figure' as const,
              name: `figure-${slug(dimension)}`,
              title: t('summary.chart'),
              alt: altOf(lang, chart),
              chart,
            },
          ],
    table: {
      kind: 'table' as const,
      name: `contacts-by-${slug(dimension)}`,
      caption,
      header: DIMENSION[dimension].name[lang],
      columns: [
        { label: t('column.contacts'), code: 'contacts' },
        { label: t('summary.own-share', { municipality: name }), code: 'share', decimals: 1 },
        { label: t('summary.county-share'), code: 'county-share', decimals: 1 },
      ],
      rows: [
        ...rows.map((row) => ({
          label: label(row.code),
          code: row.code,
          cells: [row.own, row.ownShare, row.allShare],
        })),
        {
          label: t('row.total'),
          code: 'total',
          role: 'total' as const,
          cells: table.multiple ? [contacts, '', ''] : [contacts, 100, 100],
        },
      ],
    },
  }
}

function reading({ lang, threshold }: SummaryInput): Block[] {
  const t = reports(lang)
  return [
    heading(1, t('summary.reading'), 'reading'),
    ...blocksOf(prose('summary', lang, { threshold: String(threshold) })),
    { kind: 'callout', runs: [caveat(lang)] },
  ]
}
