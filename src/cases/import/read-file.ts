import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'
import type { Cell, FileRow } from './columns.ts'
import { FileRefused } from './rejection.ts'
import { inspectZip } from './zip.ts'

/** The largest file, and the largest a packed one may unpack to. */
export const LARGEST_FILE = 200 * 1024 * 1024
const LARGEST_UNPACKED = 1024 * 1024 * 1024
const CHUNK = 1024 * 1024

/**
 * The rows of a file of contacts, the header first; empty rows are passed over but keep their numbers. What kind of
 * file it is tells its content, not its name.
 * @throws FileRefused when it is no such file
 */
export async function* readRows(file: Buffer): AsyncGenerator<FileRow> {
  if (file.length > LARGEST_FILE) throw new FileRefused('file-too-large', String(LARGEST_FILE / 1024 / 1024))
  if (file.length === 0) throw new FileRefused('file-empty')
  if (file.subarray(0, 4).equals(OLD_EXCEL)) throw new FileRefused('file-old-excel')
  if (file.subarray(0, 4).equals(ZIP)) yield* sheetRows(file)
  else yield* textRows(file)
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function* sheetRows(file: Buffer): AsyncGenerator<FileRow> {
  const { names, unpacked } = inspectZip(file)
  if (names.length === 0) throw new FileRefused('file-broken')
  if (!names.includes('xl/workbook.xml')) throw new FileRefused('file-type')
  if (unpacked > LARGEST_UNPACKED) throw new FileRefused('file-too-large', '200')
  let rows: readonly (readonly Cell[])[]
  try {
    rows = (await readSheet(file)) as readonly (readonly Cell[])[]
  } catch {
    throw new FileRefused('file-broken')
  }
  for (const [index, cells] of rows.entries())
    if (cells.some((cell) => cell !== null && cell !== '')) yield { row: index + 1, cells }
}

async function* textRows(file: Buffer): AsyncGenerator<FileRow> {
  const start = file.subarray(0, 4096)
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  if (wide) throw new FileRefused('file-encoding')
  // A control character is in no table of text; a PDF or a picture begins with some.
  if (start.some((byte) => byte < 9) || start.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new FileRefused('file-type')
  if (!isUtf8(file)) throw new FileRefused('file-encoding')
  const head = start.toString('utf8').replace(/^\uFEFF/, '')
  if (file.length <= start.length && head.trim() === '') throw new FileRefused('file-empty')
  const firstLine = head.trimStart().split(/\r?\n|\r/, 1)[0]!
  const parser = parse({
    bom: true,
    delimiter: firstLine.split(';').length > firstLine.split(',').length ? ';' : ',',
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
    max_record_size: 100_000,
  })
  const feed = async () => {
    for (let from = 0; from < file.length; from += CHUNK)
      if (!parser.write(file.subarray(from, from + CHUNK)))
        await new Promise((resolve) => parser.once('drain', resolve))
    parser.end()
  }
  void feed()
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.some((cell) => cell !== '')) yield { row, cells }
    }
  } catch (error) {
    if (/^(CSV_|INVALID_)/.test((error as { code?: string }).code ?? ''))
      // The rows before are still on their way here; the parser knows where it stopped.
      throw new FileRefused('file-quotes', String(((error as { records?: number }).records ?? row) + 1))
    throw error
  }
}
