import { type OfficeTransaction, wholeOffice } from '../custody/transaction.ts'
import type { Lang } from '../language/lang.ts'
import { planNotice } from '../notices/index.ts'
import { makeAnnualReport } from './annual-report.ts'
import { keepRelease } from './keep-release.ts'
import { allReaders } from './readers.ts'

/**
 * Publishes a year's report for everybody: keeps the public version as it is now, records it, and promises a notice
 * to each reader of the county and its municipalities. An earlier publication in the same language is replaced.
 */
export async function publishAnnualReport(
  t: OfficeTransaction,
  { year, lang }: { year: number; lang: Lang },
): Promise<{ id: string; notified: number }> {
  const made = await wholeOffice(t, () => makeAnnualReport(t, { year, lang, audience: 'public' }))
  const id = await keepRelease(t, made, made.told)
  t.audit({
    event: 'report.published',
    subjectKind: 'report',
    subjectId: id,
    details: { year, language: lang },
  })
  // One notice for each reader: of the version in their own language.
  const readers = (await allReaders(t)).filter((reader) => reader.language === lang)
  for (const { staffId, language } of readers) {
    planNotice(t, {
      template: 'report-published',
      language,
      staffId,
      facts: { year: String(year) },
      path: `/publications/${id}`,
    })
  }
  return { id, notified: readers.length }
}
