import { constants } from 'node:fs'
import { access, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { toCsv } from '../documents/csv.ts'
import { toHtmlPage } from '../documents/html.ts'
import { type Document, tablesOf } from '../documents/model.ts'
import { renderPdf } from '../documents/pdf.ts'
import { renderXlsx } from '../documents/xlsx.ts'
import { type ReportFacts, reportJson } from './report-json.ts'

/** Why a folder cannot be written to: something a person can mend. */
export type FolderTrouble = 'not-a-folder' | 'no-right' | 'full' | 'other'

/** The folder cannot be written to; the message is the system's. */
export class FolderRefused extends Error {
  readonly trouble: FolderTrouble

  constructor(error: Error & { code?: string }) {
    super(error.message)
    this.trouble = TROUBLES[error.code ?? ''] ?? 'other'
  }
}

const TROUBLES: Partial<Record<string, FolderTrouble>> = {
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EACCES: 'no-right',
  EPERM: 'no-right',
  EROFS: 'no-right',
  ENOSPC: 'full',
  EDQUOT: 'full',
}

/**
 * Makes the folder if need be, before a report is worked out that could then not be written.
 * @throws FolderRefused
 */
export async function openFolder(folder: string): Promise<void> {
  await refusing(async () => {
    await makeFolder(resolve(folder))
    await access(folder, constants.W_OK | constants.X_OK)
  })
}

/**
 * Writes a report in every form into `folder`, which is made if need be: report.html, report.pdf, tables.xlsx,
 * tables/NAME.csv, report.json. Each file is either the old or the new one, never half of it; tables of an earlier
 * report in the same folder go away.
 * @returns the files, relative to the folder
 * @throws FolderRefused
 */
export async function writeReport(folder: string, document: Document, facts: ReportFacts): Promise<string[]> {
  const files: [name: string, content: string | Uint8Array][] = [
    ['report.html', toHtmlPage(document)],
    ['report.pdf', await renderPdf(document)],
    ['tables.xlsx', await renderXlsx(document)],
    ...tablesOf(document).map((table): [string, string] => [`tables/${table.name}.csv`, toCsv(table)]),
    ['report.json', `${JSON.stringify(reportJson(facts, document), null, 2)}\n`],
  ]
  await refusing(async () => {
    for (const name of await tablesBefore(folder))
      await rm(join(folder, 'tables', `${name}.csv`), { force: true })
    await makeFolder(resolve(folder, 'tables'))
    for (const [name, content] of files) {
      const path = join(folder, name)
      await writeFile(`${path}.new`, content)
      await rename(`${path}.new`, path)
    }
  })
  return files.map(([name]) => name)
}

/** A folder and those above it. Node's own way with `recursive` never ends where a folder above takes nothing (/proc). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new FolderRefused(error as Error & { code?: string })
    throw error
  }
}

/** Names of the tables of an earlier report in this folder; what else lies there is not ours to remove. */
async function tablesBefore(folder: string): Promise<string[]> {
  try {
    const { tables } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))
    return tables.map(({ name }: { name: string }) => name).filter((name: string) => /^[\w-]+$/.test(name))
  } catch {
    return []
  }
}
