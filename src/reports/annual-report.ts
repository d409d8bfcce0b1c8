import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import type { Document } from '../documents/model.ts'
import { dateInFinland } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import type { ReleasedTable } from '../statistics/index.ts'
import { composeAnnualReport } from './annual/compose.ts'
import { isUnfinished } from './annual/input.ts'
import type { Audience } from './audience.ts'
import { countGaps, releaseGaps } from './gap-figures.ts'
import { countYear, officeName, readPopulation, releaseYear } from './read-figures.ts'
import { toldOfYear } from './releases.ts'
import type { ReportFacts } from './report-json.ts'
import { listSections } from './sections.ts'
import { beside } from './workshop/beside.ts'
import { here } from './workshop/here.ts'
import type { Workshop } from './workshop/orders.ts'
import { openFolder, writeReport } from './write-report.ts'

export interface AnnualReportAsked {
  year: number
  lang: Lang
  /** Whom it is for; every audience but the office gets released figures only. */
  audience: Audience
}

export interface MadeReport {
  document: Document
  facts: ReportFacts
  /** Figures hidden in the tables it was made of. */
  suppressed: number
}

export interface MadeAnnualReport extends MadeReport {
  /** What it tells, as tables; of a version in which nothing is hidden none. */
  told: ReleasedTable[]
}

/** A year's report from what the office has recorded and written, as it stands now. Recorded as made. */
export async function makeAnnualReport(
  t: OfficeTransaction,
  asked: AnnualReportAsked,
  workshop: Workshop = beside,
): Promise<MadeAnnualReport> {
  const { year, lang, audience } = asked
  const date = dateInFinland(t.now).toString()
  const read = async (of: number) =>
    audience === 'office' ? countYear(t, of) : releaseYear(t, of, await toldOfYear(t, of), workshop)
  const figures = await read(year)
  const gaps =
    audience === 'office'
      ? await countGaps(t, year)
      : await releaseGaps(t, year, (await toldOfYear(t, year)).gaps, workshop)
  const before = isUnfinished({ year, date }) ? null : await read(year - 1)
  const document = composeAnnualReport({
    lang,
    organisation: t.organisation,
    organisationName: await officeName(t, lang),
    year,
    audience,
    date,
    now: figures.tables,
    // A year of which nothing is recorded is no year to compare with.
    before: before?.tables.month.total === 0 ? null : (before?.tables ?? null),
    gaps: gaps.tables,
    threshold: figures.threshold,
    population: await readPopulation(t, year),
    sections: await listSections(t, { year, lang }),
  })
  t.audit({
    event: 'report.made',
    subjectKind: 'report',
    subjectId: String(year),
    details: { language: lang, audience },
  })
  const facts: ReportFacts = {
    report: 'annual-report',
    organisation: t.organisation,
    year,
    audience,
    threshold: figures.threshold ?? null,
  }
  return {
    document,
    facts,
    suppressed: figures.suppressed + (before?.suppressed ?? 0) + gaps.suppressed,
    told: [figures, before, gaps].flatMap((one) => one?.told ?? []),
  }
}

/** The report as the desk shows it before it is downloaded or published. */
export async function previewAnnualReport(t: OfficeTransaction, asked: AnnualReportAsked): Promise<Document> {
  return (await makeAnnualReport(t, asked)).document
}

/**
 * Makes a year's report and writes it in every form.
 * @throws FolderRefused when the folder cannot be written to
 */
export async function annualReport(
  house: House,
  asked: AnnualReportAsked & { organisation: string; out: string },
): Promise<{ files: string[]; suppressed: number }> {
  await openFolder(asked.out)
  const { document, facts, suppressed } = await inOffice(
    house,
    asked.organisation,
    { kind: 'system' },
    (t) => makeAnnualReport(t, asked, here),
    { timeout: 120_000 },
  )
  return { files: await writeReport(asked.out, document, facts), suppressed }
}
