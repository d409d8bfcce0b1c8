import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import {
  AccessRefused,
  changeLanguage,
  demoSignIn,
  proofOptions,
  signIn,
  signInWithPasskey,
  signOut,
} from '../../../access/index.ts'
import { access } from '../../../language/catalogues/access.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import { isLang } from '../../../language/lang.ts'
import type { Web, WebEnv } from '../../context.ts'
import { problem } from '../../problem.tsx'
import {
  enter,
  entryOf,
  goOn,
  homeOf,
  safeNext,
  startPending,
  stopSession,
  withStaff,
} from '../../session.ts'
import { LANG_COOKIE } from '../../ui/language.ts'
import type { FieldError } from '../../ui/parts.ts'
import { pageRenderer } from '../../ui/renderer.tsx'
import { factorOptions, factorPage, takeFactor } from './factor.tsx'
import { passkeyAnswer } from './passkey-form.tsx'
import { backChannelLogout, comeBack, leaveForProvider } from './provider.ts'
import { setUpPage, takeSetUp } from './set-up.tsx'
import { signInPage } from './sign-in.tsx'

export type Side = '/desk' | '/authority'

/** Signing in and out, the language, setting up an account. Mount at `/desk` before what asks for a sign-in. */
export function signInPages(web: Web, side: Side = '/desk'): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  for (const path of ['/sign-in', '/sign-in/*', '/sign-out', '/language', '/set-up/*'])
    pages.use(path, pageRenderer, withStaff(web), async (c, next) => {
      c.header('Cache-Control', 'no-store')
      await next()
    })
  pages.get('/sign-in', (c) => {
    const { staff } = c.var
    return staff ? c.redirect(homeOf(staff.role), 303) : signInPage(c, web, side)
  })
  pages.post('/sign-in', (c) => takeSignIn(c, web, side))
  pages.get('/sign-in/passkey', async (c) => c.json(await proofOptions(web.house, 'sign-in')))
  pages.post('/sign-in/passkey', (c) => takePasskey(c, web, side))
  pages.get('/sign-in/factor', (c) => factorPage(c, web, side))
  pages.post('/sign-in/factor', (c) => takeFactor(c, web, side))
  pages.get('/sign-in/factor/passkey', (c) => factorOptions(c, web))
  if (side === '/desk') {
    pages.get('/sign-in/provider', (c) => leaveForProvider(c, web, 'sign-in'))
    pages.get('/sign-in/provider/again', (c) => leaveForProvider(c, web, 'confirm'))
    pages.get('/sign-in/provider/back', (c) => comeBack(c, web))
    pages.post('/sign-in/provider/logout', (c) => backChannelLogout(c, web))
  }
  pages.post('/sign-in/demo', (c) => takeDemo(c, web))
  pages.post('/sign-out', async (c) => {
    if (c.var.staff) await signOut(web.house, c.var.staff)
    stopSession(c, web)
    return c.redirect(`${side}/sign-in`, 303)
  })
  pages.get('/language', async (c) => {
    const to = c.req.query('to')
    if (!isLang(to)) return problem(c, 404)
    if (c.var.staff) await changeLanguage(web.house, c.var.staff, to)
    setCookie(c, LANG_COOKIE, to, { path: '/', sameSite: 'Lax', maxAge: 365 * 24 * 60 * 60 })
    return c.redirect(backTo(c, side), 303)
  })
  pages.get('/set-up/:token', (c) => setUpPage(c, web, c.req.param('token')))
  pages.post('/set-up/:token', (c) => takeSetUp(c, web, c.req.param('token')))
  return pages
}

async function takeSignIn(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const form = await c.req.parseBody()
  const email = String(form.email ?? '').trim()
  const password = String(form.password ?? '')
  const t = access(c.var.lang)
  const errors: FieldError[] = []
  if (!email) errors.push({ field: 'email', message: t('email-missing') })
  if (!password) errors.push({ field: 'password', message: t('password-missing') })
  if (errors.length > 0) return signInPage(c, web, side, { email, errors, status: 422 })
  try {
    const result = await signIn(web.house, {
      email,
      password,
      ...entryOf(c, web),
    })
    // Whoever signs in anew at a browser has done with what was open there.
    if (c.var.staff) await signOut(web.house, c.var.staff)
    if ('pending' in result) {
      startPending(c, web, result.pending)
      const next = c.req.query('next')
      return c.redirect(`${side}/sign-in/factor${next ? `?next=${encodeURIComponent(next)}` : ''}`, 303)
    }
    enter(c, web, result.opened)
    return c.redirect(goOn(c), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'too-many')
      return signInPage(c, web, side, {
        email,
        errors: [{ field: 'email', message: t('refused-wrong') }],
        status: 422,
      })
    const seconds = Math.ceil(error.retryAfter ?? 60)
    c.header('Retry-After', String(seconds))
    const message = t('refused-too-many-minutes', { n: Math.ceil(seconds / 60) })
    return signInPage(c, web, side, { email, errors: [{ field: 'email', message }], status: 429 })
  }
}

async function takePasskey(c: Context<WebEnv>, web: Web, side: Side): Promise<Response> {
  const answer = passkeyAnswer(await c.req.parseBody())
  const refuse = (message: string, status: 422 | 429 = 422) =>
    signInPage(c, web, side, { email: '', errors: [{ field: 'email', message }], status })
  try {
    const opened = await signInWithPasskey(web.house, answer, entryOf(c, web))
    if (c.var.staff) await signOut(web.house, c.var.staff)
    enter(c, web, opened)
    return c.redirect(goOn(c), 303)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code !== 'too-many') return refuse(signInTexts(c.var.lang)('passkey-wrong'))
    const seconds = Math.ceil(error.retryAfter ?? 60)
    c.header('Retry-After', String(seconds))
    return refuse(access(c.var.lang)('refused-too-many-minutes', { n: Math.ceil(seconds / 60) }), 429)
  }
}

async function takeDemo(c: Context<WebEnv>, web: Web): Promise<Response> {
  if (!web.demo) return problem(c, 404)
  const person = String((await c.req.parseBody()).person ?? '')
  try {
    const opened = await demoSignIn(web.house, person, entryOf(c, web))
    enter(c, web, opened)
    return c.redirect(goOn(c), 303)
  } catch (error) {
    if (error instanceof AccessRefused) return problem(c, 404)
    throw error
  }
}

/** The page the language was changed on, when it is one of ours. */
function backTo(c: Context<WebEnv>, side: Side): string {
  const from = c.req.header('Referer')
  if (!from || !URL.canParse(from)) return side
  const { pathname, searchParams } = new URL(from)
  // An address that names a language would win over the choice just made.
  searchParams.delete('lang')
  const query = searchParams.toString()
  return safeNext(query ? `${pathname}?${query}` : pathname)
}
