import { CODE_LIST_VERSION } from '../classification/index.ts'
import { type Document, tablesOf } from '../documents/model.ts'

/** What a report is about, for machines. */
export interface ReportFacts {
  report: 'annual-report' | 'summary'
  organisation: string
  municipality?: string
  year: number
  quarter?: number
  audience: string
  /** The smallest figure shown besides zero; null: nothing is hidden. */
  threshold: number | null
}

/**
 * The figures of a report as data: the same numbers as on the page, `null` for one that is not shown.
 * Codes are those of the classification named by `codeLists`.
 */
export function reportJson(facts: ReportFacts, document: Document) {
  const { title, lang, author, date, blocks } = document
  return {
    ...facts,
    lang,
    title,
    author,
    date,
    codeLists: CODE_LIST_VERSION,
    keyFigures: blocks.flatMap((block) =>
      block.kind === 'key-figures'
        ? block.items.map(({ label, value, note }) => ({ label, value, note }))
        : [],
    ),
    tables: tablesOf(document).map(({ name, caption, header, columns, rows, note }) => ({
      name,
      caption,
      header,
      columns: columns.map(({ code, label }) => ({ code, label })),
      rows: rows.map(({ code, label, cells }) => ({ code, label, cells })),
      note,
    })),
  }
}

export type ReportJson = ReturnType<typeof reportJson>
