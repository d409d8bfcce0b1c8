import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toCsv } from '../documents/csv.ts'
import { toHtmlPage } from '../documents/html.ts'
import { type Document, tablesOf } from '../documents/model.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderXlsx } from '../documents/xlsx.ts'
import { type ReportFacts, reportJson } from './report-json.ts'

/** The folder cannot be written to; the message is the system's. */
export class FolderRefused extends Error {}

/**
 * Writes a report in every form into `folder`, which is made if need be: report.html, report.pdf, tables.xlsx,
 * tables/NAME.csv, report.json. Each file is either the old or the new one, never half of it; tables of an earlier
 * report in the same folder go away.
 * @returns the files, relative to the folder
 */
export async function writeReport(folder: string, document: Document, facts: ReportFacts): Promise<string[]> {
  const files: [name: string, content: string | Uint8Array][] = [
    ['report.html', toHtmlPage(document)],
    ['report.pdf', await renderPdf(document)],
    ['tables.xlsx', await renderXlsx(document)],
    ...tablesOf(document).map((table): [string, string] => [`tables/${table.name}.csv`, toCsv(table)]),
    ['report.json', `${JSON.stringify(reportJson(facts, document), null, 2)}\n`],
  ]
  try {
    await rm(join(folder, 'tables'), { recursive: true, force: true })
    await mkdir(join(folder, 'tables'), { recursive: true })
    for (const [name, content] of files) {
      const path = join(folder, name)
      await writeFile(`${path}.new`, content)
      await rename(`${path}.new`, path)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new FolderRefused(error.message)
    throw error
  }
  return files.map(([name]) => name)
}
