import type { Context } from 'hono'
import { DOCX_TYPE, renderDocx } from '../documents/docx.ts'
import type { Document } from '../documents/model.ts'
import { anchorOf } from '../documents/numbering.ts'
import { renderPdf } from '../documents/pdf.ts'

export type LetterFormat = 'pdf' | 'docx'
export const isLetterFormat = (value: unknown): value is LetterFormat => value === 'pdf' || value === 'docx'

/** Answers with a letter as a file to keep. Nothing of it stays in the browser's store or in any on the way. */
export async function letterFile(c: Context, document: Document, format: LetterFormat): Promise<Response> {
  const bytes = format === 'pdf' ? await renderPdf(document) : await renderDocx(document)
  c.header('Content-Type', format === 'pdf' ? 'application/pdf' : DOCX_TYPE)
  c.header('Content-Disposition', `attachment; filename="${anchorOf(document.title)}.${format}"`)
  c.header('Cache-Control', 'no-store')
  return c.body(bytes as Uint8Array<ArrayBuffer>)
}
