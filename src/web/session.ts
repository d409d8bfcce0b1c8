import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { keepLostForm, type OpenedSession, type Role, recogniseSession } from '../access/index.ts'
import { isLang } from '../language/lang.ts'
import type { Web, WebEnv } from './context.ts'
import { problem } from './problem.tsx'
import { recordRefusal } from './record-refusal.ts'

type PageContext = Context<WebEnv>

const secure = (web: Web) => web.house.publicUrl.startsWith('https:')
/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
const named = (web: Web, name: string) => (secure(web) ? `__Host-${name}` : name)
const options = (web: Web) => ({ httpOnly: true, sameSite: 'Lax', secure: secure(web), path: '/' }) as const

/** How long a form lost with a session waits for its writer, in seconds. */
const KEPT = 24 * 60 * 60
/** How long a browser is known again; browsers keep a cookie no longer. */
const DEVICE_KEPT = 400 * 24 * 60 * 60

export const sessionToken = (c: PageContext, web: Web) => getCookie(c, named(web, 'session'))

/** A cookie of the browser's own session; the database knows when it ends. */
export function startSession(c: PageContext, web: Web, token: string): void {
  setCookie(c, named(web, 'session'), token, options(web))
}

/**
 * Signed out. The ended session's token stays a day under another name: it opens nothing, and tells whose a form is that
 * was still being written in another window.
 */
export function stopSession(c: PageContext, web: Web): void {
  const token = sessionToken(c, web)
  if (token) setCookie(c, named(web, 'writer'), token, { ...options(web), maxAge: KEPT })
  deleteCookie(c, named(web, 'session'), { path: '/', secure: secure(web) })
}

/** The cookies of one who has just signed in: the session's, and the one by which the browser is known again. */
export function enter(c: PageContext, web: Web, opened: OpenedSession): void {
  startSession(c, web, opened.token)
  setCookie(c, named(web, 'device'), opened.device, { ...options(web), maxAge: DEVICE_KEPT })
}

/** Where somebody signs in from: for the list of sessions, the limits, and to know the browser again. */
export const entryOf = (c: PageContext, web: Web) => ({
  userAgent: c.req.header('User-Agent') ?? '',
  address: web.addressOf(c),
  device: getCookie(c, named(web, 'device')),
})

/** What the browser holds between the password and the second factor. */
export const pendingToken = (c: PageContext) => getCookie(c, '__Host-pending') ?? getCookie(c, 'pending')

export function startPending(c: PageContext, web: Web, token: string): void {
  setCookie(c, named(web, 'pending'), token, { ...options(web), maxAge: 600 })
}

export function stopPending(c: PageContext, web: Web): void {
  deleteCookie(c, named(web, 'pending'), { path: '/', secure: secure(web) })
}

/** With it, what was lost with a session is given back (`readLostForm`). */
export const lostFormToken = (c: PageContext) => getCookie(c, '__Host-lost-form') ?? getCookie(c, 'lost-form')

export function clearLostForm(c: PageContext, web: Web): void {
  deleteCookie(c, named(web, 'lost-form'), { path: '/', secure: secure(web) })
}

/** Tells who is signed in: sets `staff` and, unless the address asks for another, the person's language. */
export function withStaff(web: Web): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const token = c.var.staff ? undefined : sessionToken(c, web)
    const known = token ? await recogniseSession(web.house, token) : null
    if (known) {
      const { staff } = known
      if (known.token !== token) startSession(c, web, known.token)
      c.set('staff', staff)
      if (!isLang(c.req.query('lang'))) c.set('lang', staff.language)
    }
    await next()
  }
}

/** Where a person of a role begins. */
export const homeOf = (role: Role): string =>
  role === 'authority' ? '/authority' : role === 'admin' ? '/desk/admin' : '/desk'

/** An address of this site's own two sides; anything else is the desk: no link to the sign-in leads elsewhere. */
export function safeNext(path: string | undefined): string {
  const own = /^\/(desk|authority)(?=[/?]|$)/
  if (!path || path.length > 2000 || !own.test(path) || /\/\/|[\\\p{Cc}]/u.test(path)) return '/desk'
  const url = new URL(path, 'http://localhost')
  return own.test(url.pathname) ? url.pathname + url.search : '/desk'
}

/** Where one goes on to after signing in: a form lost with the session comes first, else what was asked for. */
export const goOn = (c: PageContext): string =>
  lostFormToken(c) ? '/desk/lost-form' : safeNext(c.req.query('next'))

/**
 * Lets in who is signed in and has one of the roles. Others go to the sign-in page and come back to where they were;
 * a form they sent is kept, sealed, and given back after signing in.
 */
export function staffOnly(web: Web, roles?: readonly Role[]): MiddlewareHandler<WebEnv> {
  const known = withStaff(web)
  return async (c, next) => {
    await known(c, async () => {})
    const { staff } = c.var
    if (!staff) return signInFirst(c, web)
    c.header('Cache-Control', 'no-store')
    if (staff.mustSetUpFactor && !/^\/(desk|authority)\/account(\/|$)/.test(c.req.path)) {
      const side = staff.role === 'authority' ? '/authority' : '/desk'
      return c.redirect(`${side}/account/factors`, 303)
    }
    if (roles && !roles.includes(staff.role)) {
      const home = homeOf(staff.role)
      if (c.req.path === '/desk' || c.req.path === '/authority') return c.redirect(home, 303)
      await recordRefusal(c, web, 403)
      return problem(c, 403)
    }
    await next()
    if (c.res.status === 403 || c.res.status === 404) await recordRefusal(c, web, c.res.status)
  }
}

async function signInFirst(c: PageContext, web: Web): Promise<Response> {
  const side = c.req.path.startsWith('/authority') ? '/authority' : '/desk'
  const url = new URL(c.req.url)
  const path = url.pathname + url.search
  const posted = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  if (posted) await keepForm(c, web, path)
  return c.redirect(`${side}/sign-in?next=${encodeURIComponent(posted ? side : path)}`, 303)
}

/** Forms of one's own account that hold a password, a code or a passkey's answer. */
const SECRET_FORMS = /^\/(desk|authority)\/account\/(password|confirm|factors\/(totp\/code|passkeys))(\?|$)/

/** Keeps a form that cannot be taken now, sealed, until its writer has signed in or proved who they are. */
export async function keepForm(c: PageContext, web: Web, path: string): Promise<void> {
  // What is given back is shown; a password or a code never is.
  if (SECRET_FORMS.test(path)) return
  const token = sessionToken(c, web) ?? getCookie(c, named(web, 'writer'))
  if (!token || !/urlencoded/i.test(c.req.header('Content-Type') ?? '')) return
  const fields = [...new URLSearchParams(await c.req.text())]
  const kept = await keepLostForm(web.house, token, { path, fields })
  if (kept) setCookie(c, named(web, 'lost-form'), kept, { ...options(web), maxAge: KEPT })
}
