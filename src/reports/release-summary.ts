import { municipalityName } from '../classification/index.ts'
import { type OfficeTransaction, wholeOffice } from '../custody/transaction.ts'
import { reports } from '../language/catalogues/reports.ts'
import type { Lang } from '../language/lang.ts'
import { planNotice } from '../notices/index.ts'
import { keepRelease } from './keep-release.ts'
import { readersOf } from './readers.ts'
import { makeSummary, type SummaryAsked } from './summary.ts'

export interface ReleasedSummary {
  id: string
  /** Readers a notice was planned for. */
  notified: number
}

/**
 * Releases a municipality's summary to its readers: keeps it as it is now, page, PDF and figures, records it and
 * promises each reader a notice, all in the caller's transaction. An earlier release of the same period and language
 * is replaced: withdrawn, but kept.
 */
export async function releaseSummary(t: OfficeTransaction, asked: SummaryAsked): Promise<ReleasedSummary> {
  const { municipality, year, quarter, lang } = asked
  const made = await wholeOffice(t, () => makeSummary(t, asked))
  const id = await keepRelease(t, made, made.told)
  t.audit({
    event: 'summary.released',
    subjectKind: 'summary',
    subjectId: id,
    details: { municipality, year, quarter: quarter ?? null, language: lang },
  })
  const readers = await readersOf(t, municipality)
  for (const { staffId, language } of readers) {
    planNotice(t, {
      template: 'summary-released',
      language,
      staffId,
      facts: { municipality: municipalityName(municipality, language), period: periodText(asked, language) },
      path: `/authority/summaries/${id}`,
    })
  }
  return { id, notified: readers.length }
}

/** "2026" or "2026, 1. neljännes". */
export function periodText({ year, quarter }: Pick<SummaryAsked, 'year' | 'quarter'>, lang: Lang): string {
  const t = reports(lang)
  return quarter
    ? t('summary.short.quarter', { year: String(year), quarter: String(quarter) })
    : t('summary.short.year', { year: String(year) })
}
