import { Hono } from 'hono'
import { personOf } from '../../../../access/index.ts'
import {
  applyEvent,
  breakGlass,
  declareConflict,
  declareFor,
  liftBar,
  nameColleague,
  Refusal,
  refusalText,
  setRestricted,
  unnameColleague,
} from '../../../../cases/index.ts'
import type { OfficeTransaction } from '../../../../custody/transaction.ts'
import { whoMay } from '../../../../language/catalogues/who-may.ts'
import type { Web, WebEnv } from '../../../context.ts'
import { asStaff, type DeskContext, signedIn } from '../../frame.tsx'
import { text } from '../../log-contact-values.ts'
import { caseId } from '../open-case.ts'
import { seenVersion } from '../seen-version.ts'
import { awayPage, isAway } from './away.tsx'
import { doorPage } from './door.tsx'
import { conflictPage, whoPage } from './page.tsx'

/** Who sees a case, and the ways in and out of it. Mounted at `/cases` beside the case's own pages. */
export function whoPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/:id/who', (c) => whoPage(c, web))
  pages.post('/:id/who/named', (c) => take(c, web, (t, id, sent) => nameColleague(t, id, uuid(sent.named))))
  pages.post('/:id/who/unnamed', (c) =>
    take(c, web, (t, id, sent) => unnameColleague(t, id, uuid(sent.staff))),
  )
  pages.post('/:id/who/restricted', (c) =>
    take(c, web, (t, id, sent) => setRestricted(t, id, sent.restricted === 'yes')),
  )
  pages.post('/:id/who/colleague', (c) =>
    take(c, web, (t, id, sent) => declareFor(t, id, uuid(sent.colleague))),
  )
  pages.post('/:id/who/lift', (c) => take(c, web, (t, id, sent) => liftBar(t, id, uuid(sent.staff))))
  pages.get('/:id/who/conflict', (c) => conflictPage(c, web))
  pages.post('/:id/who/conflict', (c) => takeConflict(c, web))
  pages.post('/:id/who/glass', (c) => takeGlass(c, web))
  pages.post('/:id/who/hand', (c) => takeHand(c, web))
  return pages
}

/** The id of a person as a form sends it. Throws Refusal "field-invalid" where none was chosen. */
function uuid(value: unknown, field = 'staff'): string {
  if (typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)) return value
  throw new Refusal('field-invalid', { field })
}

/** Does one thing and comes back to the page; what the rules refuse is told at its form. */
async function take(
  c: DeskContext,
  web: Web,
  work: (t: OfficeTransaction, id: string, sent: Record<string, unknown>) => Promise<unknown>,
): Promise<Response> {
  const id = caseId(c)
  const sent = await c.req.parseBody()
  try {
    await asStaff(c, web, (t) => work(t, id, sent))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'field-invalid') throw error
    const form = c.req.path.endsWith('/colleague') ? 'colleague' : 'named'
    return whoPage(c, web, [{ field: form, message: whoMay(c.var.lang)('person-cannot') }])
  }
  return c.redirect(`/desk/cases/${id}/who`, 303)
}

async function takeConflict(c: DeskContext, web: Web): Promise<Response> {
  const id = caseId(c)
  const sent = await c.req.parseBody()
  await asStaff(c, web, (t) => declareConflict(t, id, { wholePerson: sent.person === 'yes' }))
  // The case is not there any more for the one who said so.
  return c.redirect('/desk?done=conflict', 303)
}

async function takeGlass(c: DeskContext, web: Web): Promise<Response> {
  const id = caseId(c)
  const reason = text(await c.req.parseBody(), 'reason')
  try {
    await asStaff(c, web, (t) => breakGlass(t, id, reason))
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'note-missing' && error.code !== 'too-long'))
      throw error
    const message =
      error.code === 'too-long' ? refusalText(error, c.var.lang) : whoMay(c.var.lang)('glass-reason-missing')
    return doorPage(c, web, id, { reason, errors: [{ field: 'reason', message }] })
  }
  return c.redirect(`/desk/cases/${id}`, 303)
}

/** Takes the case or gives it to somebody, from outside. */
async function takeHand(c: DeskContext, web: Web): Promise<Response> {
  const id = caseId(c)
  const sent = await c.req.parseBody()
  const given = text(sent, 'to')
  const self = signedIn(c).staffId
  const away = given && given !== 'take' && given !== 'me' && text(sent, 'away') !== 'yes'
  if (away && (await isAway(c, web, given)))
    return awayPage(c, web, {
      id,
      staffId: given,
      action: `/desk/cases/${id}/who/hand`,
      field: 'to',
      hidden: { version: text(sent, 'version') },
    })
  try {
    await asStaff(c, web, (t) =>
      applyEvent(
        t,
        id,
        {
          ...(given === 'take'
            ? { type: 'TAKE' }
            : { type: 'ASSIGN', fields: { staff: given === 'me' ? self : given } }),
          seenVersion: seenVersion(sent),
        },
        'office',
      ),
    )
  } catch (error) {
    if (
      !(error instanceof Refusal) ||
      !['field-invalid', 'field-missing', 'changed-meanwhile', 'not-now'].includes(error.code)
    )
      throw error
    const isField = error.code.startsWith('field')
    const message = isField ? whoMay(c.var.lang)('person-cannot') : refusalText(error, c.var.lang)
    return doorPage(c, web, id, { errors: [{ field: 'to', message }] })
  }
  const reads = await asStaff(
    c,
    web,
    async (t) => (await t.sql.case.findUnique({ where: { id } }))?.handlerId === (await personOf(t))?.staffId,
  )
  return c.redirect(reads ? `/desk/cases/${id}` : '/desk?view=unassigned', 303)
}
