import { DIMENSION, dimensionValueName } from '../../classification/index.ts'
import type { Block } from '../../documents/model.ts'
import { reports } from '../../language/catalogues/reports.ts'
import { figureOf } from '../year-figures.ts'
import type { AnnualReportInput } from './input.ts'
import { comparedRows } from './rows.ts'

/** The service tasks in all three counting units side by side. */
export function unitTable({ lang, now }: AnnualReportInput): Block[] {
  const t = reports(lang)
  const tables = [now.serviceTask, now['serviceTask-case'], now['serviceTask-person']]
  const rows = comparedRows(now.serviceTask, null)
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      name: 'units-by-service-task',
      caption: t('caption.units'),
      header: DIMENSION.serviceTask.name[lang],
      columns: (['contacts', 'cases', 'persons'] as const).map((unit) => ({
        label: t(`column.${unit}`),
        code: unit,
      })),
      rows: [
        ...rows.map(({ code }) => ({
          label: dimensionValueName('serviceTask', code, lang),
          code,
          cells: tables.map((table) => figureOf(table, code)),
        })),
        { label: t('row.all'), code: 'total', role: 'total', cells: tables.map((table) => table.total) },
      ],
      note: t('note.units'),
    },
  ]
}
