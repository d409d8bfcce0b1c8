import type { Context } from 'hono'
import {
  AccessRefused,
  type Arrived,
  endFromProvider,
  limitOf,
  limitRate,
  ProviderFailed,
  proveFromProvider,
  signInFromProvider,
  signOut,
} from '../../../access/index.ts'
import { signInTexts } from '../../../language/catalogues/sign-in.ts'
import type { Web, WebEnv } from '../../context.ts'
import { type KeptErrand, keepErrand, takeErrand } from '../../errand.ts'
import { problem } from '../../problem.tsx'
import { enter, entryOf, lostFormToken, safeNext, startSession } from '../../session.ts'
import { signInPage } from './sign-in.tsx'

type C = Context<WebEnv>
export const BACK = '/desk/sign-in/provider/back'

/** Sends the browser to the organisation's own sign-in: to come in, or to prove anew who one is. */
export async function leaveForProvider(c: C, web: Web, what: 'sign-in' | 'confirm'): Promise<Response> {
  const provider = web.oidc?.staff?.provider
  if (!provider || (what === 'confirm' && !c.var.staff)) return problem(c, 404)
  const rate = await limitRate(web.house, limitOf('identity provider', web.addressOf(c)))
  if (!rate.allowed) return problem(c, 429)
  try {
    const { address, errand } = await provider.leave(`${web.house.publicUrl}${BACK}`, {
      again: what === 'confirm',
      lang: c.var.lang,
    })
    keepErrand(c, web, { ...errand, what, next: safeNext(c.req.query('next')) })
    return c.redirect(address, 303)
  } catch (error) {
    return notNow(c, web, error)
  }
}

/** Takes the browser back. Whatever was wrong with the answer, the person can begin anew. */
export async function comeBack(c: C, web: Web): Promise<Response> {
  const setting = web.oidc?.staff
  if (!setting) return problem(c, 404)
  const errand = takeErrand(c, web)
  if (!errand || errand.what === 'client') return refuse(c, web, 'provider-ended')
  let arrived: Arrived
  try {
    const answer = new URL(`${web.house.publicUrl}${BACK}${new URL(c.req.url).search}`)
    arrived = await setting.provider.arrive(answer, errand)
  } catch (error) {
    return notNow(c, web, error)
  }
  try {
    return errand.what === 'confirm'
      ? await confirm(c, web, arrived, errand)
      : await signIn(c, web, arrived, errand)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    return refuse(c, web, errand.what === 'confirm' ? 'provider-other' : 'provider-unknown')
  }
}

async function signIn(c: C, web: Web, arrived: Arrived, { next }: KeptErrand): Promise<Response> {
  const opened = await signInFromProvider(web.house, arrived, web.oidc!.staff!.mapping, entryOf(c, web))
  if (c.var.staff) await signOut(web.house, c.var.staff)
  enter(c, web, opened)
  return c.redirect(lostFormToken(c) ? '/desk/lost-form' : next, 303)
}

async function confirm(c: C, web: Web, arrived: Arrived, { next }: KeptErrand): Promise<Response> {
  if (!c.var.staff) return refuse(c, web, 'provider-ended')
  startSession(c, web, await proveFromProvider(web.house, c.var.staff, arrived))
  return c.redirect(lostFormToken(c) ? '/desk/lost-form' : next, 303)
}

const refuse = (
  c: C,
  web: Web,
  why: 'provider-ended' | 'provider-unknown' | 'provider-other' | 'provider-away',
) =>
  signInPage(c, web, '/desk', {
    email: '',
    errors: [{ field: 'email', message: signInTexts(c.var.lang)(why) }],
    status: 422,
  })

/** The page says that it did not work; the log says why, without anything of the person. */
function notNow(c: C, web: Web, error: unknown): Promise<Response> {
  if (!(error instanceof ProviderFailed)) throw error
  const cause = error.cause as { code?: string; name?: string } | undefined
  web.house.log.warn({ code: cause?.code ?? cause?.name }, error.message)
  return refuse(c, web, 'provider-away')
}

/** OpenID Connect Back-Channel Logout: the provider tells, no browser takes part. */
export async function backChannelLogout(c: C, web: Web): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  const provider = web.oidc?.staff?.provider
  if (!provider) return problem(c, 404)
  const token = String((await c.req.parseBody()).logout_token ?? '')
  const done = token.length < 20_000 && (await endFromProvider(web.house, provider, token))
  return done ? c.body(null, 200) : c.json({ error: 'invalid_request' }, 400)
}
