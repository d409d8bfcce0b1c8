import { Hono, type MiddlewareHandler } from 'hono'
import { type Action, may } from '../../../access/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { stepUp } from '../../step-up.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { signedIn } from '../frame.tsx'
import { comingPage } from './coming.tsx'
import { RETENTION } from './frame.tsx'
import { listFile, listPage } from './list.tsx'
import { processingFile, processingPage } from './processing.tsx'
import { endRule, newRulePage, rulesPage, takeRule } from './rules.tsx'

const only =
  (action: Action): MiddlewareHandler<WebEnv> =>
  async (c, next) =>
    may(signedIn(c), action) ? next() : problem(c, 403)

/** How long matters are kept: what ends soon, the office's rules, the destruction list. Mount at `/desk/retention`. */
export function retentionPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer, only('retention.read'))
  pages.get('/', (c) => comingPage(c, web))
  for (const path of ['/rules', '/rules/*', '/list', '/list/*', '/processing', '/processing/*'])
    pages.use(path, only('retention.set'))
  pages.get('/rules', (c) => rulesPage(c, web))
  pages.use('/rules/*', stepUp(web))
  pages.get('/rules/new', (c) => newRulePage(c, web))
  pages.post('/rules/new', (c) => takeRule(c, web))
  pages.post('/rules/end', (c) => endRule(c, web))
  pages.get('/list', (c) => listPage(c, web))
  pages.use('/list/file', stepUp(web, { back: `${RETENTION}/list` }))
  pages.get('/list/file', (c) => listFile(c, web))
  pages.get('/processing', (c) => processingPage(c, web))
  pages.get('/processing/file', (c) => processingFile(c, web))
  return pages
}
