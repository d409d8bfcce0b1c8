import { municipalityName } from '../../classification/index.ts'
import type { TableBlock } from '../../documents/model.ts'
import { gapFigures } from '../../language/catalogues/gap-figures.ts'
import { columnFigure, figureOf } from '../year-figures.ts'
import type { SummaryInput } from './input.ts'

/** A municipality's benefit gaps of a year beside its county's, in one small table. Nothing where the county has none. */
export function gapTable({ lang, municipality, gaps: tables }: SummaryInput): TableBlock[] {
  const t = gapFigures(lang)
  if (!tables) return []
  const found = tables['gap-municipality']
  const closed = tables['gap-closed']
  if (found.total === 0 && closed.total === 0) return []
  const late = closed.columns.indexOf('too-late')
  // Where nothing was closed too late anywhere the column does not occur; of a withheld table nothing is known.
  const allLate = late < 0 ? (closed.total === null ? null : 0) : (closed.columnTotals[late] ?? null)
  return [
    {
      kind: 'table',
      name: 'gaps',
      caption: t('title'),
      header: t('area'),
      columns: [
        { label: t('summary-own'), code: 'found' },
        { label: t('summary-closed'), code: 'closed' },
        { label: t('summary-late'), code: 'too-late' },
      ],
      rows: [
        {
          label: municipalityName(municipality, lang),
          code: municipality,
          cells: [
            figureOf(found, municipality),
            figureOf(closed, municipality),
            columnFigure(closed, municipality, 'too-late'),
          ],
        },
        { label: t('whole-area'), code: 'total', role: 'total', cells: [found.total, closed.total, allLate] },
      ],
      note: t('summary-note'),
    },
  ]
}
