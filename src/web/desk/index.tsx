import { Hono } from 'hono'
import type { Web, WebEnv } from '../context.ts'
import { pageRenderer } from '../ui/renderer.tsx'
import { singleCasePages } from './case/index.tsx'
import { logPage, lookForSame, makeCase, saveLog } from './log-contact.tsx'
import { queuePage } from './queue.tsx'
import { searchFor, searchPage } from './search.tsx'

/** The pages of those who handle cases; `staffOnly` stands before them. Mounted at `/desk`. */
export function casePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.get('/', (c) => queuePage(c, web))
  pages.get('/search', (c) => searchPage(c, web))
  pages.post('/search', (c) => searchFor(c, web))
  pages.get('/contacts/new', (c) => logPage(c, web))
  pages.post('/contacts/new', (c) => saveLog(c, web))
  pages.post('/contacts/same', (c) => lookForSame(c, web))
  pages.post('/contacts/:id/case', (c) => makeCase(c, web))
  pages.route('/cases', singleCasePages(web))
  return pages
}
