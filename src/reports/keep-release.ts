import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import { newId } from '../database/new-id.ts'
import { toHtmlFragment } from '../documents/html.ts'
import type { Document } from '../documents/model.ts'
import type { ReleasedTable } from '../statistics/index.ts'
import type { KeptFigures } from './releases.ts'
import { type ReportFacts, reportJson } from './report-json.ts'
import { beside } from './workshop/beside.ts'

/**
 * Keeps a document as it is released: page, PDF and figures. An earlier release of the same thing, period, language
 * and audience is replaced: withdrawn, but kept.
 * @param told what the readers get to know, as tables, for later releases
 * @returns the release's id
 */
export async function keepRelease(
  t: OfficeTransaction,
  { document, facts }: { document: Document; facts: ReportFacts },
  told: ReleasedTable[],
): Promise<string> {
  const id = newId(t.now)
  const same = {
    organisation: t.organisation,
    kind: facts.report,
    municipality: facts.municipality ?? null,
    year: facts.year,
    quarter: facts.quarter ?? null,
    language: document.lang,
    audience: facts.audience,
  }
  await t.sql.release.updateMany({ where: { ...same, withdrawnAt: null }, data: { withdrawnAt: t.now } })
  const figures: KeptFigures = { report: reportJson(facts, document), told }
  await t.sql.release.create({
    data: {
      id,
      ...same,
      title: document.title,
      html: toHtmlFragment(document),
      pdf: new Uint8Array(await beside.pdf(document)),
      figures: figures as unknown as Prisma.InputJsonValue,
      releasedAt: t.now,
      releasedBy: t.actor.kind === 'staff' ? t.actor.id : null,
    },
  })
  return id
}
