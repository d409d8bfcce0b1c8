import type { OfficeTransaction } from '../custody/transaction.ts'
import { reports } from '../language/catalogues/reports.ts'
import type { Lang } from '../language/lang.ts'
import { isSectionKey, SECTION_KEYS } from './section-keys.ts'

/** A section of a year's report as the desk shows it. */
export interface Section {
  key: string
  title: string
  markdown: string
  /** What to write here; empty for a section of the office's own. */
  hint: string
  updatedAt: Date | null
  updatedBy: string | null
}

/** One of the texts is too long or has no name. */
export class SectionRefused extends Error {}

/** Characters; about forty pages. */
export const LONGEST_SECTION = 100_000

/** The sections of a report, written or not: those the house offers in their order, then the office's own. */
export async function listSections(
  t: OfficeTransaction,
  { year, lang }: { year: number; lang: Lang },
): Promise<Section[]> {
  const rows = await t.sql.reportSection.findMany({
    where: { organisation: t.organisation, year, language: lang },
    orderBy: [{ position: 'asc' }, { key: 'asc' }],
  })
  const words = reports(lang)
  const offered = SECTION_KEYS.map((key): Section => {
    const row = rows.find((one) => one.key === key)
    return {
      key,
      title: row?.title || words(`section.${key}`),
      markdown: row?.markdown ?? '',
      hint: words(`hint.${key}`),
      updatedAt: row?.updatedAt ?? null,
      updatedBy: row?.updatedBy ?? null,
    }
  })
  const own = rows
    .filter((row) => !isSectionKey(row.key))
    .map(({ key, title, markdown, updatedAt, updatedBy }) => ({
      key,
      title,
      markdown,
      hint: '',
      updatedAt,
      updatedBy,
    }))
  return [...offered, ...own]
}

/**
 * Keeps what was written; an empty text removes the section. Recorded in the audit chain without the words.
 * @param key one of the house's, or a short name of the office's own: lower case letters, digits, hyphens
 * @throws SectionRefused when the key or title cannot be used or the text is too long
 */
export async function saveSection(
  t: OfficeTransaction,
  section: { year: number; lang: Lang; key: string; title?: string; markdown: string; position?: number },
): Promise<void> {
  const { year, lang, key, position = 0 } = section
  const title = section.title?.trim() || (isSectionKey(key) ? reports(lang)(`section.${key}`) : '')
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(key)) throw new SectionRefused('key')
  if (!title || title.length > 200) throw new SectionRefused('title')
  if (section.markdown.length > LONGEST_SECTION) throw new SectionRefused('length')
  // NUL is the one character PostgreSQL cannot keep.
  const markdown = section.markdown.replaceAll('\u0000', '').replaceAll('\r\n', '\n')
  const where = {
    organisation_year_language_key: { organisation: t.organisation, year, language: lang, key },
  }
  if (markdown.trim() === '') {
    await t.sql.reportSection.deleteMany({
      where: { organisation: t.organisation, year, language: lang, key },
    })
  } else {
    const updatedBy = t.actor.kind === 'staff' ? t.actor.id : null
    const text = { title, markdown, position, updatedAt: t.now, updatedBy }
    await t.sql.reportSection.upsert({
      where,
      update: text,
      create: { organisation: t.organisation, year, language: lang, key, ...text },
    })
  }
  t.audit({
    event: 'report.section-written',
    subjectKind: 'report',
    subjectId: String(year),
    details: { language: lang, key, characters: markdown.length },
  })
}
