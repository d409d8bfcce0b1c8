import { Hono } from 'hono'
import type { Web, WebEnv } from '../../../context.ts'
import { answerPage, saveAnswer } from './answer.tsx'
import { editPage, newPage, saveEdit, saveNew } from './edit.tsx'
import { letterDownload, letterPage } from './letter.tsx'
import { lettersPage } from './list.tsx'
import { ownPage, saveOwn } from './sent-before.tsx'
import { cancel, offer, saveApproval, saveSent } from './steps.tsx'

/** Letters on a case: written, shown, approved, sent, and the answer gone through. Mounted at `/cases`. */
export function letterDeskPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/:id/letters', (c) => lettersPage(c, web))
  pages.get('/:id/letters/new', (c) => newPage(c, web))
  pages.post('/:id/letters/new', (c) => saveNew(c, web))
  pages.get('/:id/letters/own', (c) => ownPage(c, web))
  pages.post('/:id/letters/own', (c) => saveOwn(c, web))
  pages.get('/:id/letters/:letter', (c) => letterPage(c, web))
  pages.get('/:id/letters/:letter/edit', (c) => editPage(c, web))
  pages.post('/:id/letters/:letter/edit', (c) => saveEdit(c, web))
  pages.get('/:id/letters/:letter/file/:format', (c) => letterDownload(c, web))
  pages.post('/:id/letters/:letter/offer', (c) => offer(c, web))
  pages.post('/:id/letters/:letter/approval', (c) => saveApproval(c, web))
  pages.post('/:id/letters/:letter/sent', (c) => saveSent(c, web))
  pages.post('/:id/letters/:letter/cancel', (c) => cancel(c, web))
  pages.get('/:id/letters/:letter/answer', (c) => answerPage(c, web))
  pages.post('/:id/letters/:letter/answer', (c) => saveAnswer(c, web))
  return pages
}
