import { type Block, heading, type KeyFigure, paragraph } from '../../documents/model.ts'
import { gapFigures } from '../../language/catalogues/gap-figures.ts'
import { formatNumber } from '../../language/formats.ts'
import { columnFigure, figureOf } from '../year-figures.ts'
import type { SummaryInput } from './input.ts'

/** A municipality's benefit gaps of a year beside its county's. Nothing where the county has none. */
export function gapSection({ lang, municipality, gaps: tables }: SummaryInput): Block[] {
  const t = gapFigures(lang)
  if (!tables) return []
  const found = tables['gap-municipality']
  const closed = tables['gap-closed']
  if (found.total === 0 && closed.total === 0) return []
  const late = closed.columns.indexOf('too-late')
  const beside = (n: number | null | undefined) =>
    n === null || n === undefined ? undefined : t('county', { n: formatNumber(lang, n) })
  const items: KeyFigure[] = [
    { label: t('summary-own'), value: figureOf(found, municipality), note: beside(found.total) },
    { label: t('summary-closed'), value: figureOf(closed, municipality), note: beside(closed.total) },
    {
      label: t('summary-late'),
      value: columnFigure(closed, municipality, 'too-late'),
      note: beside(late < 0 ? closed.total && 0 : closed.columnTotals[late]),
    },
  ]
  return [heading(1, t('title'), 'gaps'), paragraph(t('intro')), { kind: 'key-figures', items }]
}
