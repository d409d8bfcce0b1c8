import { Hono } from 'hono'
import { type Action, may } from '../../../../access/index.ts'
import type { Web, WebEnv } from '../../../context.ts'
import { problem } from '../../../problem.tsx'
import { pageRenderer } from '../../../ui/renderer.tsx'
import { type DeskContext, signedIn } from '../../frame.tsx'
import { amountsPage } from './amounts.tsx'
import { changePage, takeChange } from './change.tsx'
import { rulesPage } from './list.tsx'
import { rulePage } from './rule-page.tsx'
import { takeAmount, takeAmountAway } from './take-amount.ts'

/** The rules the office's clocks run by: read by all who handle cases, changed by its administrator. Mount at `/desk/admin/rules`. */
export function rulePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>().use(pageRenderer)
  const guarded = (verb: Action, page: (c: DeskContext) => Promise<Response>) => (c: DeskContext) =>
    may(signedIn(c), verb) ? page(c) : problem(c, 403)
  pages.get(
    '/',
    guarded('law.read', (c) => rulesPage(c, web)),
  )
  pages.get(
    '/new',
    guarded('law.change', (c) => changePage(c, web, 'new')),
  )
  pages.post(
    '/new',
    guarded('law.change', (c) => takeChange(c, web, 'new')),
  )
  pages.get(
    '/amounts',
    guarded('law.read', (c) => amountsPage(c, web)),
  )
  pages.post(
    '/amounts',
    guarded('law.change', (c) => takeAmount(c, web)),
  )
  pages.post(
    '/amounts/remove',
    guarded('law.change', (c) => takeAmountAway(c, web)),
  )
  pages.get(
    '/:code',
    guarded('law.read', (c) => rulePage(c, web)),
  )
  for (const how of ['edit', 'add', 'revert'] as const) {
    pages.get(
      `/:code/${how}`,
      guarded('law.change', (c) => changePage(c, web, how)),
    )
    pages.post(
      `/:code/${how}`,
      guarded('law.change', (c) => takeChange(c, web, how)),
    )
  }
  return pages
}
