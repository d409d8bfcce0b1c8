import { countyOf } from '../classification/index.ts'
import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { dateInFinland } from '../language/formats.ts'
import type { Lang } from '../language/lang.ts'
import type { ReleasedTable } from '../statistics/index.ts'
import type { MadeReport } from './annual-report.ts'
import { releaseGaps } from './gap-figures.ts'
import { officeName, type Quarter, readPopulation, releaseSummaries } from './read-figures.ts'
import { toldOfYear } from './releases.ts'
import { composeSummary } from './summary/compose.ts'
import { ownTables } from './summary/own-tables.ts'
import { beside } from './workshop/beside.ts'
import { here } from './workshop/here.ts'
import type { Workshop } from './workshop/orders.ts'
import { openFolder, writeReport } from './write-report.ts'

export interface SummaryAsked {
  /** Three-digit code of a municipality of the office's area. */
  municipality: string
  year: number
  quarter?: Quarter
  lang: Lang
}

export interface MadeSummary extends Omit<MadeReport, 'suppressed'> {
  /** What it tells of the municipality, as tables: known to its readers once released. */
  told: ReleasedTable[]
}

/** A municipality's summary as it stands now: its figures are always those that may leave the office. */
export async function makeSummary(
  t: OfficeTransaction,
  asked: SummaryAsked,
  workshop: Workshop = beside,
): Promise<MadeSummary> {
  const { municipality, year, quarter, lang } = asked
  const before = await toldOfYear(t, year)
  const { tables, threshold } = await releaseSummaries(t, { municipality, year, quarter }, before, workshop)
  // Gaps are few: of a quarter nearly every figure would be hidden.
  const gaps = quarter === undefined ? await releaseGaps(t, year, before.gaps, workshop) : undefined
  const document = composeSummary({
    lang,
    organisation: t.organisation,
    organisationName: await officeName(t, lang),
    municipality,
    year,
    quarter,
    date: dateInFinland(t.now).toString(),
    tables,
    ...(gaps && { gaps: gaps.tables }),
    threshold,
    population: await readPopulation(t, year),
  })
  return {
    document,
    facts: {
      report: 'summary',
      organisation: t.organisation,
      municipality,
      year,
      ...(quarter === undefined ? {} : { quarter }),
      audience: 'authority',
      threshold,
    },
    told: [...ownTables(tables, municipality), ...(gaps?.told ?? [])],
  }
}

/**
 * Makes a municipality's summary and writes it in every form. Its office is that of the county the municipality
 * belongs to.
 * @throws FolderRefused when the folder cannot be written to
 */
export async function summary(
  house: House,
  asked: SummaryAsked & { out: string },
): Promise<{ files: string[] }> {
  const organisation = countyOf(asked.municipality)
  if (!organisation) throw new RangeError(`${asked.municipality} is not a municipality`)
  await openFolder(asked.out)
  const { document, facts } = await inOffice(
    house,
    organisation,
    { kind: 'system' },
    async (t) => {
      t.audit({
        event: 'report.made',
        subjectKind: 'summary',
        subjectId: asked.municipality,
        details: { year: asked.year, quarter: asked.quarter ?? null, language: asked.lang },
      })
      return makeSummary(t, asked, here)
    },
    { timeout: 120_000 },
  )
  return { files: await writeReport(asked.out, document, facts) }
}
