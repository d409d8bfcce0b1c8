import { Hono } from 'hono'
import type { Web, WebEnv } from '../../context.ts'
import {
  takeClosing,
  takeConsent,
  takeFollowUp,
  takeReopening,
  takeSheet,
  takeWithdrawal,
  withdrawPage,
} from './actions.tsx'
import { boardPage } from './board.tsx'
import { gapPage } from './page.tsx'
import { editPage, newFromCall, saveEdit, saveFromCall } from './record.tsx'
import { figuresPage } from './sums.tsx'

/** Benefit gaps: the board, one gap, and what can be done with it. Mounted at `/gaps`. */
export function gapPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/', (c) => boardPage(c, web))
  pages.get('/figures', (c) => figuresPage(c, web))
  pages.get('/new', (c) => newFromCall(c, web))
  pages.post('/new', (c) => saveFromCall(c, web))
  pages.get('/:id', (c) => gapPage(c, web))
  pages.get('/:id/edit', (c) => editPage(c, web))
  pages.post('/:id/edit', (c) => saveEdit(c, web))
  pages.post('/:id/close', (c) => takeClosing(c, web))
  pages.post('/:id/reopen', (c) => takeReopening(c, web))
  pages.post('/:id/consents', (c) => takeConsent(c, web))
  pages.get('/:id/consents/:consent/withdraw', (c) => withdrawPage(c, web))
  pages.post('/:id/consents/:consent/withdraw', (c) => takeWithdrawal(c, web))
  pages.post('/:id/sheet', (c) => takeSheet(c, web))
  pages.post('/:id/followed-up', (c) => takeFollowUp(c, web))
  return pages
}
