export { renderPdf } from './pdf/render.ts'
export { undrawnInPdf } from './pdf/undrawn.ts'
