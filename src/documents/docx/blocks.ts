import { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { cellText, rowTexts } from '../cells.ts'
import type { Block, Document, Inline, TableBlock } from '../model.ts'
import type { Names } from '../numbering.ts'
import { runsOfText } from './inline.ts'

/** Names of the two kinds of lists in the file. */
export const NUMBERS = 'numbers'
export const BULLETS = 'bullets'

type Part = Paragraph | Table
const HEADINGS = { 1: 'Heading2', 2: 'Heading3', 3: 'Heading4', 4: 'Heading5' } as const
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '51606e', space: 6 }

/** The blocks of a document as Word's paragraphs and tables; each numbered list counts from one. */
export function blockParts(document: Document, names: Names): Part[] {
  let lists = 0
  return document.blocks.flatMap((block): Part[] => {
    if (block.kind === 'list') lists++
    return parts(document, names, block, lists)
  })
}

function parts(document: Document, names: Names, block: Block, instance: number): Part[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runsOfText([block.text]) })]
    case 'paragraph':
      return [text(block.runs, block.tone === 'small' ? { size: 18 } : {})]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: block.ordered ? NUMBERS : BULLETS, level: 0, instance },
            children: runsOfText(item),
          }),
      )
    case 'table':
      return [
        text([names.captions.get(block)!], { bold: true }),
        table(document, block),
        ...small(block.note),
      ]
    case 'figure':
      // A picture's words say what it shows.
      return [text([names.captions.get(block)!], { bold: true }), text([block.alt]), ...small(block.caption)]
    case 'key-figures':
      return block.items.map(({ label, value, decimals, unit, note }) => {
        const figure = [cellText(document.lang, value, decimals), unit].filter(Boolean).join(' ')
        return text([`${label}: `, { text: figure, bold: true }, note ? ` (${note})` : ''])
      })
    case 'callout':
      return [
        ...(block.title ? [text([block.title], { bold: true })] : []),
        new Paragraph({ border: { left: RULE }, indent: { left: 200 }, children: runsOfText(block.runs) }),
      ]
    case 'quote':
      return [
        new Paragraph({ border: { left: RULE }, indent: { left: 200 }, children: runsOfText(block.runs) }),
        ...small(block.source),
      ]
    case 'signature':
      return [
        new Paragraph({
          border: { top: RULE },
          spacing: { before: 1200 },
          indent: { right: 4800 },
          children: runsOfText([block.name]),
        }),
      ]
    case 'rule':
      return [new Paragraph({ border: { bottom: RULE } })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
  }
}

const text = (runs: Inline[], look: { bold?: boolean; size?: number } = {}) =>
  new Paragraph({ children: runsOfText(runs, look) })
const small = (words: string | undefined): Paragraph[] => (words ? [text([words], { size: 18 })] : [])

function table({ lang }: Document, block: TableBlock): Table {
  const row = (cells: string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      children: cells.map((cell) => new TableCell({ children: [text([cell], { bold: head })] })),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row([block.header, ...block.columns.map(({ label }) => label)], true),
      ...block.rows.map(({ label, cells }) => row([label, ...rowTexts(lang, block.columns, cells)], false)),
    ],
  })
}
