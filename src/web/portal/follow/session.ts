import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unsealText } from '../../../custody/seal.ts'
import type { Web } from '../../context.ts'
import type { PortalContext } from '../frame.tsx'

/** A case opened with number and code, for half an hour after the last page. */
export interface OpenedCase {
  id: string
  organisation: string
}

const COOKIE = 'case'
const MINUTES = 30
const PLACE = 'follow-cookie'

const keyOf = (web: Web) => web.house.keys.derive('follow-cookie')

/** Remembers the opened case, sealed, in a cookie that ends with the browser. */
export function remember(c: PortalContext, web: Web, opened: OpenedCase): void {
  const until = web.house.now().getTime() + MINUTES * 60_000
  const sealed = seal(keyOf(web), PLACE, JSON.stringify({ ...opened, until })).toString('base64url')
  setCookie(c, COOKIE, sealed, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: web.house.publicUrl.startsWith('https:'),
  })
}

/** Whether a case was opened in this browser before, be its time up or not. */
export const hadCase = (c: PortalContext): boolean => getCookie(c, COOKIE) !== undefined

/** The case opened in this browser; undefined when there is none or the time is up. */
export function remembered(c: PortalContext, web: Web): OpenedCase | undefined {
  const cookie = getCookie(c, COOKIE)
  if (!cookie) return undefined
  try {
    const text = unsealText(keyOf(web), PLACE, Buffer.from(cookie, 'base64url'))
    const { id, organisation, until } = JSON.parse(text) as OpenedCase & { until: number }
    return until > web.house.now().getTime() ? { id, organisation } : undefined
  } catch {
    // Not ours, or sealed under another key: as if there were none.
    return undefined
  }
}

export const forget = (c: PortalContext): void => void deleteCookie(c, COOKIE, { path: '/' })
