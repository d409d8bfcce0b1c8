import type { Document, Heading } from './model.ts'

/** The headings a table of contents lists. */
export function contentsHeadings(document: Document): Heading[] {
  return document.blocks.filter(
    (block): block is Heading => block.kind === 'heading' && block.level <= 2 && block.text.trim() !== '',
  )
}
