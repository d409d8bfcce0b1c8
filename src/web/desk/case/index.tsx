import { Hono } from 'hono'
import type { Web, WebEnv } from '../../context.ts'
import { casePage } from './page.tsx'
import { printPage } from './print.tsx'
import { recodePage, saveCodes } from './recode.tsx'
import { takeAction } from './take-action.tsx'
import { saveNote, sendMessage } from './write.ts'

/** Everything about one case. Mounted at `/cases`. */
export function singleCasePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/:id', (c) => casePage(c, web))
  pages.post('/:id/do/:event', (c) => takeAction(c, web))
  pages.post('/:id/message', (c) => sendMessage(c, web))
  pages.post('/:id/note', (c) => saveNote(c, web))
  pages.get('/:id/codes', (c) => recodePage(c, web))
  pages.post('/:id/codes', (c) => saveCodes(c, web))
  pages.get('/:id/print', (c) => printPage(c, web))
  return pages
}
