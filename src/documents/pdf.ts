export { renderPdf } from './pdf/render.ts'
