export { toHtmlFragment, toHtmlPage } from './html/render.ts'
export { DOCUMENT_CSS } from './html/stylesheet.ts'
