import { municipalityName } from '../classification/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import { newId } from '../database/new-id.ts'
import { toHtmlFragment } from '../documents/html.ts'
import { renderPdf } from '../documents/pdf.ts'
import { reports } from '../language/catalogues/reports.ts'
import type { Lang } from '../language/lang.ts'
import { planNotice } from '../notices/index.ts'
import { readersOf } from './readers.ts'
import type { KeptFigures } from './releases.ts'
import { reportJson } from './report-json.ts'
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
  const { document, facts, told } = await makeSummary(t, asked)
  const id = newId(t.now)
  const same = { municipality, year, quarter: quarter ?? null, language: lang }
  await t.sql.release.updateMany({
    where: { organisation: t.organisation, kind: 'summary', withdrawnAt: null, ...same },
    data: { withdrawnAt: t.now },
  })
  const figures: KeptFigures = { report: reportJson(facts, document), told }
  await t.sql.release.create({
    data: {
      id,
      organisation: t.organisation,
      kind: 'summary',
      ...same,
      audience: facts.audience,
      title: document.title,
      html: toHtmlFragment(document),
      pdf: new Uint8Array(await renderPdf(document)),
      figures: figures as unknown as Prisma.InputJsonValue,
      releasedAt: t.now,
      releasedBy: t.actor.kind === 'staff' ? t.actor.id : null,
    },
  })
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
