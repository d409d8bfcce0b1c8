import { renderPdf } from '../../documents/pdf.ts'
import { renderXlsx } from '../../documents/xlsx.ts'
import { releaseTables } from '../../statistics/release/release-tables.ts'
import type { Workshop } from './orders.ts'

/** Does the work at once, in this thread: for a command, which nobody else waits for. */
export const here: Workshop = {
  release: async (tables, options) => releaseTables(tables, options),
  pdf: renderPdf,
  xlsx: async (document) => new Uint8Array(await renderXlsx(document)),
}
