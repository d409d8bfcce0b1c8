import type { MiddlewareHandler } from 'hono'
import { provedLately } from '../access/index.ts'
import type { Web, WebEnv } from './context.ts'
import { keepForm, safeNext } from './session.ts'

/**
 * Lets on only who has proved within the last ten minutes who they are; put it after `staffOnly`, before what
 * exports, restores, or changes keys, roles or factors: `pages.use('/export', stepUp(web))`. Others prove it and come
 * back to where they were. A form they sent is kept, sealed, and offered back, as after a session that ended.
 * @param back the page to come back to, where the address itself is a download and shows no page
 */
export function stepUp(web: Web, { back }: { back?: string } = {}): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { staff } = c.var
    if (!staff) throw new Error('stepUp stands after staffOnly')
    if (provedLately(staff, web.house.now())) return next()
    const side = staff.role === 'authority' ? '/authority' : '/desk'
    const { pathname, search } = new URL(c.req.url)
    const posted = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (posted) await keepForm(c, web, pathname + search)
    const from = c.req.header('Referer')
    const to = back ?? (posted ? from && URL.canParse(from) && new URL(from).pathname : pathname + search)
    return c.redirect(`${side}/account/confirm?next=${encodeURIComponent(safeNext(to || side))}`, 303)
  }
}
