import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Prisma } from '../database/client.ts'
import type { Lang } from '../language/lang.ts'
import type { ReleasedTable } from '../statistics/index.ts'
import type { Quarter } from './read-figures.ts'
import type { ReportJson } from './report-json.ts'
import type { Told } from './told.ts'

/** Who looks at what was released: the office itself, a reader of one municipality (null: of the whole area), or anybody. */
export type ReleaseReader = 'office' | 'public' | { municipality: string | null }

/** A released summary or report, without its content. */
export interface ReleaseListed {
  id: string
  kind: 'annual-report' | 'summary'
  municipality: string | null
  year: number
  quarter: number | null
  language: Lang
  audience: string
  title: string
  releasedAt: Date
  withdrawnAt: Date | null
}

/** A released summary or report as it was released. */
export interface ReleaseOpened extends ReleaseListed {
  /** `<article class="doc">` to be shown within a page, with the stylesheet DOCUMENT_CSS. */
  html: string
  pdf: Uint8Array
  figures: ReportJson
}

/** What the row keeps: the figures as its readers get them, and the tables they were told, for later releases. */
export interface KeptFigures {
  report: ReportJson
  told: ReleasedTable[]
}

const LISTED = {
  id: true,
  kind: true,
  municipality: true,
  year: true,
  quarter: true,
  language: true,
  audience: true,
  title: true,
  releasedAt: true,
  withdrawnAt: true,
} as const

/**
 * Everybody sees the published reports, readers also what concerns their municipality, none of them what was
 * withdrawn; the office sees everything.
 */
function visibleTo(t: OfficeTransaction, reader: ReleaseReader): Prisma.ReleaseWhereInput {
  const { organisation } = t
  if (reader === 'office') return { organisation }
  const published = { kind: 'annual-report', audience: 'public' }
  if (reader === 'public') return { organisation, withdrawnAt: null, ...published }
  const { municipality } = reader
  const own = { kind: 'summary', ...(municipality === null ? {} : { municipality }) }
  return { organisation, withdrawnAt: null, OR: [own, published] }
}

/** What was released, the latest first. */
export async function listReleases(t: OfficeTransaction, reader: ReleaseReader): Promise<ReleaseListed[]> {
  const rows = await t.sql.release.findMany({
    where: visibleTo(t, reader),
    select: LISTED,
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
  })
  return rows as ReleaseListed[]
}

/** Opens one release, recorded as read; null when there is none that this reader may see. */
export async function openRelease(
  t: OfficeTransaction,
  id: string,
  reader: ReleaseReader,
): Promise<ReleaseOpened | null> {
  const row = await t.sql.release.findFirst({ where: { ...visibleTo(t, reader), id } })
  if (!row) return null
  // Reading what is public is nobody's business.
  if (reader !== 'public') t.audit({ event: 'summary.read', subjectKind: 'summary', subjectId: id })
  const { figures, organisation: _, releasedBy: __, ...rest } = row
  return { ...(rest as Omit<ReleaseOpened, 'figures'>), figures: (figures as unknown as KeptFigures).report }
}

/** Takes a release back: its readers no longer see it. What they have read they have read. */
export async function withdrawRelease(t: OfficeTransaction, id: string): Promise<boolean> {
  const { count } = await t.sql.release.updateMany({
    where: { id, organisation: t.organisation, withdrawnAt: null },
    data: { withdrawnAt: t.now },
  })
  if (count > 0) t.audit({ event: 'summary.withdrawn', subjectKind: 'summary', subjectId: id })
  return count > 0
}

/** What was told of a year so far, the latest last, also by what was withdrawn since and by the report of the next year. */
export async function toldOfYear(t: OfficeTransaction, year: number): Promise<Told> {
  const rows = await t.sql.release.findMany({
    where: {
      organisation: t.organisation,
      OR: [
        { kind: 'summary', year },
        { kind: 'annual-report', year: { in: [year, year + 1] } },
      ],
    },
    select: { kind: true, municipality: true, quarter: true, figures: true },
    orderBy: [{ releasedAt: 'asc' }, { id: 'asc' }],
  })
  const told: Told = { reports: [], summaries: [], gaps: [] }
  for (const { kind, municipality, quarter, figures } of rows) {
    const all = (figures as unknown as KeptFigures).told.filter(({ filter }) => filter.year === String(year))
    const gaps = all.filter(({ unit }) => unit === 'gap')
    if (gaps.length > 0) told.gaps.push(gaps)
    const tables = all.filter(({ unit }) => unit !== 'gap')
    if (tables.length === 0) continue
    if (kind === 'annual-report') told.reports.push(tables)
    else
      told.summaries.push({
        municipality: municipality!,
        quarter: (quarter ?? undefined) as Quarter | undefined,
        tables,
      })
  }
  return told
}
