import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import { runsOf, safeHref } from '../inline.ts'
import type { Inline, Run } from '../model.ts'

/** Stretches of text as Word has them; a line break within stays one. */
export function runsOfText(
  inlines: Inline[],
  look: { bold?: boolean; size?: number } = {},
): ParagraphChild[] {
  return runsOf(inlines).flatMap((run): ParagraphChild[] => {
    const href = safeHref(run.href)
    const parts = textRuns(run, look)
    return href && !href.startsWith('#') ? [new ExternalHyperlink({ link: href, children: parts })] : parts
  })
}

const textRuns = (run: Run, look: { bold?: boolean; size?: number }): TextRun[] =>
  run.text.split('\n').map(
    (text, i) =>
      new TextRun({
        text: printable(text),
        bold: run.bold || look.bold,
        italics: run.italic,
        size: look.size,
        break: i > 0 ? 1 : undefined,
        language: run.lang ? { value: run.lang } : undefined,
      }),
  )

/** XML knows no control characters; a file that held one would not open. */
const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
