import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unsealText } from '../../../../custody/seal.ts'
import type { Web } from '../../../context.ts'
import type { PortalContext } from '../../frame.tsx'

const COOKIE = 'identity'
const MINUTES = 10
const PLACE = 'identity-cookie'

/** Remembers, sealed, who came back from the provider, while one of several cases is chosen. */
export function keepIdentity(c: PortalContext, web: Web, who: string): void {
  const until = web.house.now().getTime() + MINUTES * 60_000
  const sealed = seal(web.house.keys.derive(PLACE), PLACE, JSON.stringify({ who, until }))
  setCookie(c, COOKIE, sealed.toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: web.house.publicUrl.startsWith('https:'),
    maxAge: MINUTES * 60,
  })
}

/** Issuer and subject of who came back a moment ago; null when nobody did. */
export function keptIdentity(c: PortalContext, web: Web): string | null {
  const cookie = getCookie(c, COOKIE)
  if (!cookie) return null
  try {
    const text = unsealText(web.house.keys.derive(PLACE), PLACE, Buffer.from(cookie, 'base64url'))
    const { who, until } = JSON.parse(text) as { who: string; until: number }
    return until > web.house.now().getTime() ? who : null
  } catch {
    return null
  }
}

export const forgetIdentity = (c: PortalContext): void => void deleteCookie(c, COOKIE, { path: '/' })
