import { DIMENSION, dimensionValueName } from '../../classification/index.ts'
import { type Block, type Column, type Figure, heading, paragraph, type Row } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { perThousand } from '../../statistics/index.ts'
import { figureOf } from '../year-figures.ts'
import { altOf } from './dimension.ts'
import type { AnnualReportInput } from './input.ts'
import { municipalitiesOf, sourcesOf } from './residents.ts'

const MOST_BARS = 20

/** Every municipality of the area, also those nothing came from, with its rate where residents are known. */
export function municipalityChapter(input: AnnualReportInput): Block[] {
  const { lang, organisation, year, now, before, population } = input
  const t = reports(lang)
  const own = municipalitiesOf(organisation, lang).map(({ code }) => code)
  // Rows of one municipality say nothing that the totals do not.
  const others = now.municipality.rows.filter((code) => !own.includes(code))
  if (own.length + others.length < 2 && before === null) return []
  const residents = new Map(population.map((one) => [one.municipality, one]))
  const known = population.length > 0
  const sample = population.some((one) => one.sample)
  const figures = [...own, ...others].map((code) => {
    const here = figureOf(now.municipality, code)
    const there = before ? figureOf(before.municipality, code) : null
    const people = residents.get(code)?.residents
    return { code, here, there, people, rate: perThousand(here, people) }
  })
  const columns: Column[] = [
    { label: String(year), code: 'contacts' },
    ...(before
      ? [
          { label: String(year - 1), code: 'contacts-before' },
          { label: t('column.change'), code: 'change' },
        ]
      : []),
    ...(known
      ? [
          { label: t(sample ? 'column.residents-sample' : 'column.residents'), code: 'residents' },
          { label: t('column.rate'), code: 'per-thousand', decimals: 1 },
        ]
      : []),
  ]
  const rows: Row[] = figures.map(({ code, here, there, people, rate }) => ({
    label: dimensionValueName('municipality', code, lang),
    code,
    cells: [
      here,
      ...(before ? [there, here === null || there === null ? null : here - there] : []),
      ...(known ? [people ?? '', people ? rate : ''] : []),
    ],
  }))
  const [total, was] = [now.municipality.total, before?.municipality.total ?? null]
  rows.push({
    label: t('row.total'),
    code: 'total',
    role: 'total',
    cells: [
      total,
      ...(before ? [was, total === null || was === null ? null : total - was] : []),
      ...(known ? ['', ''] : []),
    ],
  })
  const note = [
    t('note.contact'),
    t('note.municipality'),
    ...(sample
      ? [t('note.population-sample')]
      : sourcesOf(population).map((one) =>
          t('note.population', { source: one.source.replace(/\.$/, ''), year: String(one.year) }),
        )),
    ...(known ? [t('note.rate')] : []),
  ].join(' ')
  return [
    heading(1, t('chapter.municipalities'), 'municipalities'),
    paragraph(t('municipalities.intro')),
    ...chart(input, figures),
    {
      kind: 'table',
      name: 'contacts-by-municipality',
      caption: t('caption.municipality'),
      header: DIMENSION.municipality.name[lang],
      columns,
      rows,
      note,
    },
  ]
}

interface MunicipalityFigure {
  code: string
  here: number | null
  rate: number | null
}

/** By rate where residents are known, else by number; the largest first. */
function chart(input: AnnualReportInput, figures: MunicipalityFigure[]): Figure[] {
  const { lang, year } = input
  const t = reports(lang)
  const rated = figures.some(({ rate }) => rate !== null)
  const value = (one: MunicipalityFigure) => (rated ? one.rate : one.here)
  const shown = figures
    .filter((one) => value(one) !== null)
    .sort((a, b) => value(b)! - value(a)!)
    .slice(0, MOST_BARS)
  if (shown.length < 2) return []
  const drawn = {
    kind: 'bars' as const,
    labels: shown.map(({ code }) => dimensionValueName('municipality', code, lang)),
    unit: t(rated ? 'unit.rate' : 'unit.contacts'),
    ...(rated ? { decimals: 1 } : {}),
    series: [{ name: String(year), values: shown.map(value) }],
  }
  return [
    {
      kind: 'figure',
      name: 'figure-municipality',
      title: t(rated ? 'caption.municipality-rate' : 'caption.municipality'),
      alt: altOf(lang, 'municipality', drawn),
      chart: drawn,
      ...(shown.length < figures.length ? { caption: t('note.top', { n: String(shown.length) }) } : {}),
    },
  ]
}
