import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Errand } from '../access/index.ts'
import { seal, unsealText } from '../custody/seal.ts'
import type { Web, WebEnv } from './context.ts'

/** How long somebody may be away at the identity provider, in seconds. */
const AWAY = 600
const PLACE = 'oidc-errand'

/** What the browser keeps while its person is at the identity provider. */
export interface KeptErrand extends Errand {
  /** who sent them: staff signing in, staff proving anew, a client */
  what: 'sign-in' | 'confirm' | 'client'
  /** a path of ours to go on to */
  next: string
  /** the case a client ties the identification to; without it, the client opens one */
  link?: string
}

const nameOf = (web: Web) => (web.house.publicUrl.startsWith('https:') ? '__Host-errand' : 'errand')

/** Kept sealed in a cookie that comes along when the provider sends the browser back (SameSite Lax). */
export function keepErrand(c: Context<WebEnv>, web: Web, errand: KeptErrand): void {
  const until = web.house.now().getTime() + AWAY * 1000
  const sealed = seal(web.house.keys.derive(PLACE), PLACE, JSON.stringify({ ...errand, until }))
  setCookie(c, nameOf(web), sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: web.house.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: AWAY,
  })
}

/** Taken once: whatever comes of it, the same answer of a provider is not taken twice from this browser. */
export function takeErrand(c: Context<WebEnv>, web: Web): KeptErrand | null {
  const cookie = getCookie(c, nameOf(web))
  deleteCookie(c, nameOf(web), { path: '/', secure: web.house.publicUrl.startsWith('https:') })
  if (!cookie) return null
  try {
    const text = unsealText(web.house.keys.derive(PLACE), PLACE, Buffer.from(cookie, 'base64url'))
    const { until, ...errand } = JSON.parse(text) as KeptErrand & { until: number }
    return until > web.house.now().getTime() ? errand : null
  } catch {
    return null
  }
}
