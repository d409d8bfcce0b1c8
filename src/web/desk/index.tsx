import { Hono } from 'hono'
import type { Web, WebEnv } from '../context.ts'
import { pageRenderer } from '../ui/renderer.tsx'
import { queuePage } from './queue.tsx'
import { searchFor, searchPage } from './search.tsx'

/** The pages of those who handle cases; `staffOnly` stands before them. Mounted at `/desk`. */
export function casePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.get('/', (c) => queuePage(c, web))
  pages.get('/search', (c) => searchPage(c, web))
  pages.post('/search', (c) => searchFor(c, web))
  return pages
}
