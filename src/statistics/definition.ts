import { municipalityName } from '../classification/index.ts'
import { statistics } from '../language/catalogues/statistics.ts'
import { formatDate } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import type { CountTable } from './table.ts'

/**
 * What the figures of a table are: the unit, the time, the clients, what totals count, what is hidden.
 * `threshold`: the smallest figure that may be shown, where the table has gone through the release function.
 */
export function definitionOf(
  table: Pick<CountTable, 'unit' | 'filter' | 'multiple'>,
  lang: Lang,
  threshold?: number,
): string {
  const t = statistics(lang)
  const { year, quarter, from, to, municipality } = table.filter
  const sentences: string[] = [t(`definition.${table.unit}`)]
  if (from && to)
    sentences.push(t('definition.period.days', { from: formatDate(lang, from), to: formatDate(lang, to) }))
  else if (year && quarter) sentences.push(t('definition.period.quarter', { year, quarter }))
  else if (year) sentences.push(t('definition.period.year', { year }))
  if (municipality)
    sentences.push(t('definition.municipality', { municipality: municipalityName(municipality, lang) }))
  if (table.multiple) sentences.push(t('definition.multiple'))
  if (threshold !== undefined) sentences.push(t('definition.hidden', { threshold: String(threshold) }))
  sentences.push(t('definition.selection'))
  return sentences.join(' ')
}
