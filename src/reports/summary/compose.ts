import { DIMENSION, dimensionValueName, municipalityName, NOT_RECORDED } from '../../classification/index.ts'
import { blocksOf } from '../../documents/markdown.ts'
import {
  type Block,
  type Chart,
  type Document,
  type Figure,
  heading,
  type KeyFigure,
  paragraph,
  type TableBlock,
} from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatNumber } from '../../language/formats.ts'
import { perThousand } from '../../statistics/index.ts'
import { caveat } from '../annual/compose.ts'
import { altOf, slug } from '../annual/dimension.ts'
import { areaResidents } from '../annual/residents.ts'
import { prose } from '../prose.ts'
import { share } from '../wording.ts'
import { columnFigure, figureOf, type SummaryDimension } from '../year-figures.ts'
import { gapTable } from './gaps.ts'
import type { SummaryInput } from './input.ts'

/** Bars of the chart and rows of a table: two pages are to be enough. */
const MOST_BARS = 8
const MOST_ROWS = 10
/** The code of the row that stands for all that may not be told apart. */
const REST = 'rest'
/** They stand last whatever their figures: they say what is left when the named ones are told. */
const LAST = ['other', NOT_RECORDED, REST]

const UNITS = [
  ['contacts', 'municipality'],
  ['cases', 'municipality-case'],
  ['persons', 'municipality-person'],
] as const

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
    density: 'compact',
    footer: `${title}, ${period.charAt(0).toLowerCase()}${period.slice(1)}`,
    blocks: [...figures(input, municipality), ...gapTable(input), ...reading(input)],
  }
}

function figures(input: SummaryInput, municipality: string): Block[] {
  const { lang, organisationName, tables } = input
  const t = reports(lang)
  const own = figureOf(tables.municipality, input.municipality)
  const intro = paragraph(t('summary.intro', { municipality, organisation: organisationName }))
  if (own === 0) return [intro, paragraph(t('summary.none', { municipality })), keyFigures(input)]
  if (own === null) return [intro, paragraph(t('summary.hidden')), keyFigures(input)]
  const services = sharesOf(input, 'serviceTask', own)
  const reasons = sharesOf(input, 'reason', own)
  return [
    intro,
    keyFigures(input),
    { kind: 'callout', runs: [caveat(lang)] },
    heading(1, t('summary.services'), 'services'),
    ...(services.length > 0
      ? [...chartOf(input, services), tableOf(input, 'serviceTask', services, own)]
      : [paragraph(t(input.quarter ? 'summary.few' : 'summary.few-year'))]),
    ...(reasons.length > 0
      ? [heading(1, t('summary.reasons'), 'reasons'), tableOf(input, 'reason', reasons, own)]
      : []),
  ]
}

/** The municipality's totals, the county's below each. */
function keyFigures(input: SummaryInput): Block {
  const { lang, tables, population, municipality } = input
  const t = reports(lang)
  const county = (n: number | null, decimals = 0) =>
    n === null ? undefined : t('summary.county-note', { n: formatNumber(lang, n, decimals) })
  const items = UNITS.flatMap(([unit, name]): KeyFigure[] => {
    const table = tables[name]
    if (!table) return []
    return [
      {
        label: t(`figure.${unit}`),
        value: figureOf(table, municipality),
        note: county(table.total),
      },
    ]
  })
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

interface ShareRow {
  code: string
  own: number | null
  ownShare: number | null
  allShare: number | null
}

/** The codes that occur in the municipality: number and share there, share in the county. */
function sharesOf(input: SummaryInput, dimension: SummaryDimension, contacts: number): ShareRow[] {
  const table = input.tables[`${dimension}-by-municipality`]
  if (!table?.columns.includes(input.municipality)) return []
  const all = (code: string) => table.rowTotals[table.rows.indexOf(code)] ?? null
  return withoutTightRows(
    table.rows
      .map((code) => ({ code, own: columnFigure(table, code, input.municipality) }))
      .filter(({ own }) => own !== 0)
      // By the county's figures, so that the order tells nothing of a hidden one.
      .sort(
        (a, b) => LAST.indexOf(a.code) - LAST.indexOf(b.code) || (all(b.code) ?? -1) - (all(a.code) ?? -1),
      )
      .map(({ code, own }) => ({
        code,
        own,
        ownShare: share(own, contacts),
        allShare: share(all(code), table.total),
      })),
    { contacts, threshold: input.threshold, several: table.multiple },
  )
}

/**
 * Leaves out which hidden codes occur where that would tell too much. Each listed code is known to occur, so of five
 * contacts in five hidden rows each would be one. Where the contacts left over are so few for the hidden rows that
 * none of them could reach the threshold, the rows stand together as one; where every row is hidden there is nothing
 * to see but which codes occur, so none is listed.
 */
function withoutTightRows(
  rows: ShareRow[],
  { contacts, threshold, several }: { contacts: number; threshold: number; several: boolean },
): ShareRow[] {
  const seen = rows.filter(({ own }) => own !== null)
  const hidden = rows.length - seen.length
  if (hidden === 0) return rows
  if (seen.length === 0) return []
  const left = contacts - seen.reduce((sum, { own }) => sum + own!, 0)
  if (several || left - (hidden - 1) >= threshold) return rows
  return [...seen, { code: REST, own: null, ownShare: null, allShare: null }]
}

const nameOf = (dimension: SummaryDimension, code: string, lang: SummaryInput['lang']) =>
  code === REST ? reports(lang)('row.rest') : dimensionValueName(dimension, code, lang)

function chartOf({ lang, municipality }: SummaryInput, rows: ShareRow[]): Figure[] {
  const t = reports(lang)
  const named = rows.filter(({ code }) => !LAST.includes(code))
  const shown = rows.length > MOST_BARS ? named.slice(0, MOST_BARS) : rows
  if (shown.filter(({ ownShare }) => ownShare !== null).length < 2) return []
  const chart: Chart = {
    kind: 'bars',
    labels: shown.map(({ code }) => nameOf('serviceTask', code, lang)),
    unit: t('unit.share'),
    decimals: 1,
    series: [
      { name: municipalityName(municipality, lang), values: shown.map((row) => row.ownShare) },
      { name: t('summary.county'), values: shown.map((row) => row.allShare) },
    ],
  }
  return [
    {
      kind: 'figure',
      name: 'figure-service-task',
      title: t('summary.chart'),
      alt: altOf(lang, 'serviceTask', chart),
      chart,
      ...(shown.length < rows.length ? { caption: t('summary.chart-top', { n: String(shown.length) }) } : {}),
    },
  ]
}

function tableOf(
  input: SummaryInput,
  dimension: SummaryDimension,
  rows: ShareRow[],
  contacts: number,
): TableBlock {
  const { lang, municipality } = input
  const t = reports(lang)
  // A table more, and two pages are still to be enough.
  const most = gapTable(input).length > 0 ? MOST_ROWS - 3 : MOST_ROWS
  const last = rows.filter(({ code }) => LAST.includes(code))
  const named = rows.filter(({ code }) => !LAST.includes(code)).slice(0, most - last.length)
  const shown = [...named, ...last]
  const whole = dimension === 'reason' ? '' : 100
  return {
    kind: 'table',
    name: `contacts-by-${slug(dimension)}`,
    caption: t(`summary.caption.${dimension}`),
    header: DIMENSION[dimension].name[lang],
    columns: [
      { label: t('column.contacts'), code: 'contacts' },
      {
        label: t('summary.own-share', { municipality: municipalityName(municipality, lang) }),
        code: 'share',
        decimals: 1,
      },
      { label: t('summary.county-share'), code: 'county-share', decimals: 1 },
    ],
    rows: [
      ...shown.map(({ code, own, ownShare, allShare }) => ({
        label: nameOf(dimension, code, lang),
        code,
        cells: [own, ownShare, allShare],
      })),
      { label: t('row.total'), code: 'total', role: 'total', cells: [contacts, whole, whole] },
    ],
    ...(shown.length < rows.length ? { note: t('summary.top', { n: String(named.length) }) } : {}),
  }
}

function reading({ lang, threshold }: SummaryInput): Block[] {
  const t = reports(lang)
  return [
    heading(1, t('summary.reading'), 'reading'),
    ...blocksOf(prose('summary', lang, { threshold: String(threshold) })),
  ]
}
