export { DOCX_TYPE, renderDocx } from './docx/render.ts'
