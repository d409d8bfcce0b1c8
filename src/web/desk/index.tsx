import { Hono, type MiddlewareHandler } from 'hono'
import { may } from '../../access/index.ts'
import type { Web, WebEnv } from '../context.ts'
import { problem } from '../problem.tsx'
import { staffOnly } from '../session.ts'
import { pageRenderer } from '../ui/renderer.tsx'
import { accountPages } from './account/index.tsx'
import { adminPages } from './admin/index.tsx'
import { rulePages } from './admin/rules/index.tsx'
import { singleCasePages } from './case/index.tsx'
import { directoryPages } from './directory/index.tsx'
import { signedIn } from './frame.tsx'
import { gapPages } from './gaps/index.tsx'
import { importPages } from './import/index.tsx'
import { logPage, lookForSame, makeCase, saveLog } from './log-contact.tsx'
import { lostFormPage, takeLostForm } from './lost-form.tsx'
import { noticePages } from './notices/index.tsx'
import { queuePage } from './queue.tsx'
import { reportPages } from './reports/index.tsx'
import { retentionPages } from './retention/index.tsx'
import { searchFor, searchPage } from './search/index.tsx'
import { signInPages } from './sign-in/index.tsx'
import { statisticsPages } from './statistics/index.tsx'

/** The office's side: the sign-in, and behind it the pages of the office. Mount at `/desk`. */
export function desk(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().route('/', signInPages(web))
  pages.use(staffOnly(web))
  pages.route('/account', accountPages(web))
  // Before the administration's own pages: whoever handles cases reads the rules.
  pages.route('/admin/rules', rulePages(web))
  pages.route('/admin', adminPages(web))
  pages.route('/retention', retentionPages(web))
  pages.route('/reports', reportPages(web))
  pages.route('/notices', noticePages(web))
  pages.route('/import', importPages(web))
  pages.route('/statistics', statisticsPages(web))
  pages.route('/directory', directoryPages(web))
  return pages.route('/', casePages(web))
}

/** Whoever handles no cases begins where their own work is. */
const casesOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  const staff = signedIn(c)
  if (may(staff, 'case.read')) return next()
  if (may(staff, 'case.why') && /^\/desk\/cases\/[^/]+\/who$/.test(c.req.path)) return next()
  // Who answers for keeping marks a case whose content stays closed to them.
  if (may(staff, 'retention.set') && /^\/desk\/cases\/[^/]+\/keeping(\/|$)/.test(c.req.path)) return next()
  if (/^\/desk\/?$/.test(c.req.path))
    return c.redirect(staff.role === 'authority' ? '/authority' : '/desk/admin', 303)
  return problem(c, 403)
}

/** The pages of those who handle cases; `staffOnly` stands before them. */
export function casePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  pages.get('/lost-form', (c) => lostFormPage(c, web))
  pages.post('/lost-form', (c) => takeLostForm(c, web))
  for (const path of ['/', '/search', '/contacts/*', '/cases/*', '/gaps', '/gaps/*'])
    pages.use(path, casesOnly)
  pages.get('/', (c) => queuePage(c, web))
  pages.get('/search', (c) => searchPage(c, web))
  pages.post('/search', (c) => searchFor(c, web))
  pages.get('/contacts/new', (c) => logPage(c, web))
  pages.post('/contacts/new', (c) => saveLog(c, web))
  pages.post('/contacts/same', (c) => lookForSame(c, web))
  pages.post('/contacts/:id/case', (c) => makeCase(c, web))
  pages.route('/gaps', gapPages(web))
  pages.route('/cases', singleCasePages(web))
  return pages
}
