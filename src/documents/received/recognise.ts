import { fileTypeFromBuffer } from 'file-type'
import { JpegCleaner } from './jpeg.ts'
import { type Cleaner, type FileKind, FileRefused } from './kinds.ts'
import { PngCleaner } from './png.ts'
import { looksLikeMarkup, TextCleaner } from './text.ts'

/** Bytes from the beginning that tell what a file is. */
export const HEAD = 4100

/** What the first bytes say. `zip`: DOCX or ODT, which only the list at the end of the file tells. */
export type Beginning = FileKind | 'zip'

/**
 * What a file is by its first bytes, whatever its name or sender says.
 * @throws FileRefused for what is not taken
 */
export async function recognise(head: Buffer): Promise<Beginning> {
  if (head.length === 0) throw new FileRefused('empty')
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'zip'
  const found = await fileTypeFromBuffer(head)
  switch (found?.ext as string | undefined) {
    case undefined:
      return 'txt'
    case 'pdf':
      // A reader finds the mark of a PDF anywhere near the beginning; before it could stand a page or a program.
      if (!head.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new FileRefused('disguised')
      if (looksLikeMarkup(head.subarray(0, 1024).toString('latin1').replace(/^.*$/m, '')))
        throw new FileRefused('disguised')
      return 'pdf'
    case 'jpg':
      return 'jpeg'
    case 'png':
      return 'png'
    case 'heic':
      return 'heic'
    case 'cfb':
      // Also the wrapping of a Word file with a password.
      throw new FileRefused('locked')
    default:
      throw new FileRefused('kind')
  }
}

/** What takes out of a file of this beginning, as it comes, what is not kept. */
export function cleanerOf(beginning: Beginning): Cleaner {
  if (beginning === 'jpeg') return new JpegCleaner()
  if (beginning === 'png') return new PngCleaner()
  if (beginning === 'txt') return new TextCleaner()
  return { write: (bytes) => [bytes], end: () => [] }
}
