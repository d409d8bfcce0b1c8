import { Hono } from 'hono'
import { z } from 'zod'
import { caseFacts, decide, may, personOf, type SignedIn } from '../../../access/index.ts'
import { inOffice, type OfficeTransaction } from '../../../custody/transaction.ts'
import { cancelNotice, readNotice, resendNotice } from '../../../notices/index.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import { stepUp } from '../../step-up.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { outboxPage } from './outbox.tsx'
import { previewPage } from './preview.tsx'
import { singlePage } from './single.tsx'

/**
 * The outbox and the texts of notices. Mount at `/desk/notices`, behind the sign-in; for those who may `notices.read`.
 * A single notice is also for those who may send it again (`notice.resend`): of their own case.
 */
export function noticePages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.use(pageRenderer)
  pages.use(async (c, next) => {
    const { staff } = c.var
    if (!staff) return problem(c, 401)
    if (!may(staff, 'notices.read') && !may(staff, 'notice.resend')) return problem(c, 403)
    await next()
  })
  for (const path of ['/', '/texts'])
    pages.use(path, async (c, next) => (may(c.var.staff!, 'notices.read') ? next() : problem(c, 403)))
  for (const path of ['/:id', '/:id/resend', '/:id/cancel'])
    pages.use(path, async (c, next) => {
      const id = c.req.param('id') ?? ''
      if (id === 'texts') return next()
      const found = await asStaff(c.var.staff!, id, (t) => mayResend(t, c.var.staff!, id))
      return found === true ? next() : problem(c, found === false ? 403 : 404)
    })
  pages.get('/', (c) => outboxPage(c, web))
  pages.get('/texts', (c) => previewPage(c, web))
  pages.get('/:id', async (c) => singlePage(c, web, c.req.param('id'), c.req.query('done')))
  // To another address the mail takes what it says out of the house.
  const proof = stepUp(web)
  pages.post('/:id/resend', async (c, next) => {
    const given = (await c.req.parseBody()).email
    return typeof given === 'string' && given.trim() ? proof(c, next) : next()
  })
  pages.post('/:id/resend', async (c) => {
    const id = c.req.param('id')
    const given = (await c.req.parseBody()).email
    const email = typeof given === 'string' && given.trim() ? given : undefined
    const refused = await asStaff(c.var.staff!, id, (t) => resendNotice(t, id, email))
    if (refused === 'not-found') return problem(c, 404)
    if (refused === 'bad-address') return singlePage(c, web, id, undefined, email)
    return c.redirect(`/desk/notices/${id}?done=${refused ?? 'resent'}`, 303)
  })
  pages.post('/:id/cancel', async (c) => {
    const id = c.req.param('id')
    const refused = await asStaff(c.var.staff!, id, (t) => cancelNotice(t, id))
    if (refused === 'not-found') return problem(c, 404)
    return c.redirect(`/desk/notices/${id}?done=${refused ?? 'cancelled'}`, 303)
  })
  return pages

  async function asStaff<T>(
    staff: NonNullable<WebEnv['Variables']['staff']>,
    id: string,
    work: Parameters<typeof inOffice<T>>[3],
  ): Promise<T | 'not-found'> {
    if (!z.uuid().safeParse(id).success) return 'not-found'
    return inOffice(web.house, staff.organisation, { kind: 'staff', id: staff.staffId }, work)
  }
}

/**
 * Whether the person may send this notice again: by the case it tells of; one of no case is for those who have the outbox.
 * For who has the outbox and no part in the case there is no such notice.
 */
async function mayResend(t: OfficeTransaction, staff: SignedIn, id: string): Promise<boolean | 'not-found'> {
  const notice = await readNotice(t, id)
  if (!notice) return 'not-found'
  const outbox = may(staff, 'notices.read')
  if (!notice.caseId) return outbox
  const person = await personOf(t)
  const facts = await caseFacts(t, notice.caseId)
  if (person && facts && decide(person, 'notice.resend', facts).allowed) return true
  return outbox ? 'not-found' : false
}
