import writeExcelFile, { type Cell as SheetCell, type Row as SheetRow } from 'write-excel-file/node'
import { documents } from '../language/catalogues/documents.ts'
import { formatDate } from '../language/formats.ts'
import { SUPPRESSED } from './cells.ts'
import { tableNotes } from './html/table.ts'
import { type Cell, type Column, type Document, type TableBlock, tablesOf } from './model.ts'
import { nameParts } from './numbering.ts'

const bold = { fontWeight: 'bold' } as const
const muted = { textColor: '#51606e' } as const

/**
 * The tables of a document as a workbook: a sheet that says what the file is, then one sheet for each table,
 * numbers as numbers. A suppressed figure is the text `..`, explained under the table.
 */
export async function renderXlsx(document: Document): Promise<Uint8Array> {
  const tables = tablesOf(document)
  const { captions } = nameParts(document)
  const names = sheetNames(document, tables)
  const sheets = tables.map((table, i) => ({
    sheet: names[i + 1]!,
    data: tableRows(document, table, captions.get(table)!),
    columns: widths(table),
    stickyRowsCount: 3,
    stickyColumnsCount: 1,
  }))
  const about = {
    sheet: names[0]!,
    data: aboutRows(
      document,
      tables.map((table, i) => [names[i + 1]!, captions.get(table)!]),
    ),
    columns: [{ width: 26 }, { width: 80 }],
  }
  const buffer = await writeExcelFile([about, ...sheets], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  return new Uint8Array(buffer)
}

function aboutRows(document: Document, tables: [sheet: string, caption: string][]): SheetRow[] {
  const words = documents(document.lang)
  return [
    [{ value: document.title, ...bold, fontSize: 14 }],
    ...(document.subtitle ? [[{ value: document.subtitle }]] : []),
    [],
    [{ value: words('author'), ...bold }, { value: document.author }],
    [{ value: words('date'), ...bold }, { value: formatDate(document.lang, document.date) }],
    [],
    [{ value: words('tables'), ...bold }],
    ...tables.map(([sheet, caption]) => [{ value: sheet }, { value: caption }]),
  ]
}

function tableRows({ lang }: Document, table: TableBlock, caption: string): SheetRow[] {
  const head = table.columns.map((column) => ({
    value: column.label,
    align: column.type === 'text' ? ('left' as const) : ('right' as const),
    wrap: true,
    alignVertical: 'bottom' as const,
    bottomBorderStyle: 'medium' as const,
    ...bold,
  }))
  return [
    [{ value: caption, ...bold }],
    [],
    [{ value: table.header, alignVertical: 'bottom', bottomBorderStyle: 'medium', ...bold }, ...head],
    ...table.rows.map((row) => {
      const look = row.role === 'total' ? { ...bold, topBorderStyle: 'thin' as const } : {}
      return [
        { value: row.label, indent: row.level ?? 0, ...look },
        ...table.columns.map((column, i) => ({
          ...figure(column, i in row.cells ? row.cells[i]! : ''),
          ...look,
        })),
      ]
    }),
    [],
    ...tableNotes(lang, table).map((note) => [{ value: note, ...muted }]),
  ]
}

function figure(column: Column, cell: Cell): SheetCell & object {
  if (cell === null) return { value: SUPPRESSED, type: String, align: 'right' }
  if (typeof cell === 'string') return { value: cell, type: String }
  const decimals = column.decimals ?? 0
  return {
    value: Number(cell.toFixed(decimals)),
    type: Number,
    format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0',
  }
}

function widths(table: TableBlock) {
  const name = Math.max(12, ...table.rows.map((row) => row.label.length + 2 * (row.level ?? 0)))
  return [{ width: Math.min(60, name + 2) }, ...table.columns.map((column) => widthOf(column))]
}

const widthOf = (column: Column) => ({
  width:
    column.type === 'text' ? 40 : Math.max(12, ...column.label.split(' ').map((word) => word.length + 2)),
})

/** Names of the sheets: at most 31 characters and none of \ / ? * [ ] :, no two alike. */
function sheetNames(document: Document, tables: TableBlock[]): string[] {
  const taken = new Set<string>()
  return [documents(document.lang)('about'), ...tables.map((table) => table.name)].map((name) => {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
    let unique = plain
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${plain.slice(0, 28)} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
