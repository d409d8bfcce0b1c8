import {
  AlignmentType,
  Document as DocxDocument,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { formatDate } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import type { Document } from '../model.ts'
import { nameParts } from '../numbering.ts'
import { BULLETS, blockParts, NUMBERS } from './blocks.ts'
import { runsOfText } from './inline.ts'

/** Media type of a Word document. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const LANGUAGE: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
const INK = '1d2b36'
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

/**
 * The document as a Word file that can be gone on with: real headings, real lists, the language set, no macros.
 * Sizes are half points, spaces twentieths of a point.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const { title, author, description, lang } = document
  const file = new DocxDocument({
    title,
    creator: author,
    description,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, color: INK, language: { value: LANGUAGE[lang] } },
          paragraph: { spacing: { after: 140, line: 300 } },
        },
        title: { run: { size: 34, bold: true, color: INK }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { size: 34, bold: true, color: INK },
          paragraph: { spacing: { before: 240, after: 60 } },
        },
        heading2: heading(24, 280),
        heading3: heading(22, 240),
        heading4: heading(21, 200),
        heading5: heading(21, 200),
      },
    },
    numbering: {
      config: [
        { reference: NUMBERS, levels: [level(LevelFormat.DECIMAL, '%1.')] },
        { reference: BULLETS, levels: [level(LevelFormat.BULLET, '•')] },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1240, right: 1240 } },
        },
        footers: { default: foot(document) },
        children: [...head(document), ...blockParts(document, nameParts(document))],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 420, hanging: 420 } } },
})

/** A letter opens with who writes, the day and to whom; any other document with its title and who answers for it. */
function head({ title, subtitle, author, date, lang, letter, cover }: Document): Paragraph[] {
  const name = new Paragraph({ heading: 'Heading1', children: [new TextRun(title)] })
  const under = subtitle ? [new Paragraph({ children: [new TextRun(subtitle)] })] : []
  const day = formatDate(lang, date)
  if (!letter)
    return [
      ...(cover ? [new Paragraph({ children: [new TextRun(cover.organisation)] })] : []),
      name,
      ...under,
      ...(cover?.lines ?? []).map((line) => new Paragraph({ children: [new TextRun(line)] })),
      new Paragraph({ children: [new TextRun(`${author}, ${day}`)] }),
    ]
  return [
    new Paragraph({ children: runsOfText([letter.sender]) }),
    new Paragraph({ alignment: AlignmentType.END, children: [new TextRun(day)] }),
    ...(letter.addressee
      ? [new Paragraph({ children: runsOfText([letter.addressee]), spacing: { before: 200, after: 400 } })]
      : []),
    name,
    ...under,
  ]
}

function foot({ footer, title }: Document): Footer {
  const children = [
    new TextRun({ text: `${footer ?? title}   `, size: 17 }),
    new TextRun({ children: [PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'], size: 17 }),
  ]
  return new Footer({ children: [new Paragraph({ children })] })
}
