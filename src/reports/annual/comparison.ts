import { dimensionValueName } from '../../classification/index.ts'
import { type Block, heading, type Inline, list, paragraph } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { formatNumber } from '../../language/formats.ts'
import { type Direction, directionOf } from '../change.ts'
import { totalsOf } from './brief.ts'
import { type AnnualReportInput, isUnfinished } from './input.ts'
import { comparedRows } from './rows.ts'

const LOOKED_THROUGH = ['serviceTask', 'service', 'reason', 'action'] as const
/** Standard deviations: many figures are looked through, so one in a hundred must not stand out by chance. */
const CLEARLY = 3
const MOST = 8

/** The year beside the one before: computed, and told as a change only where it is one. */
export function comparisonChapter(input: AnnualReportInput): Block[] {
  const { lang, year, before } = input
  const t = reports(lang)
  const title = heading(1, t('chapter.comparison'), 'comparison')
  if (isUnfinished(input)) return [title, paragraph(t('comparison.unfinished', { year: String(year) }))]
  if (!before) return [title, paragraph(t('comparison.no-before', { before: String(year - 1) }))]
  const changes = LOOKED_THROUGH.flatMap((dimension) =>
    comparedRows(input.now[dimension], before[dimension]).map((row) => ({
      ...row,
      dimension,
      direction: directionOf(row.now, row.before, CLEARLY),
    })),
  ).sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
  const items = (direction: Extract<Direction, 'more' | 'less'>): Inline[] =>
    changes
      .filter((row) => row.direction === direction)
      .slice(0, MOST)
      .map((row) => {
        const said = {
          name: dimensionValueName(row.dimension, row.code, lang),
          dimension: t(`dimension.${row.dimension}`),
          now: formatNumber(lang, row.now!),
          before: formatNumber(lang, row.before!),
        }
        if (row.percent === null) return t('comparison.item', said)
        const percent = formatNumber(lang, Math.abs(row.percent))
        return t(`comparison.item-${direction}`, { ...said, percent })
      })
  const [more, less] = [items('more'), items('less')]
  return [
    title,
    paragraph(t('comparison.intro')),
    totalsTable(input),
    ...(more.length > 0 ? [heading(2, t('comparison.more'), 'more'), list(more)] : []),
    ...(less.length > 0 ? [heading(2, t('comparison.less'), 'less'), list(less)] : []),
    ...(more.length + less.length === 0 ? [paragraph(t('comparison.none'))] : []),
  ]
}

function totalsTable(input: AnnualReportInput): Block {
  const { lang, year } = input
  const t = reports(lang)
  const { now, before } = totalsOf(input)
  return {
    kind: 'table',
    name: 'comparison',
    caption: t('caption.comparison'),
    header: t('header.units'),
    columns: [
      { label: String(year), code: 'now' },
      { label: String(year - 1), code: 'before' },
      { label: t('column.change'), code: 'change' },
      { label: t('column.change-percent'), code: 'change-percent', decimals: 1 },
    ],
    rows: (['contacts', 'cases', 'persons'] as const).map((unit) => {
      const [here, there] = [now[unit], before![unit]]
      const change = here === null || there === null ? null : here - there
      const percent = change === null ? null : there === 0 ? '–' : (change / there!) * 100
      return { label: t(`column.${unit}`), code: unit, cells: [here, there, change, percent] }
    }),
  }
}
