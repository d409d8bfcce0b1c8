import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { getCookie } from 'hono/cookie'
import { isLang, LANGS, type Lang } from '../../language/lang.ts'

/** Remembers the language chosen on pages whose address does not hold it. */
export const LANG_COOKIE = 'lang'

/** The language of a request: the address, then `?lang=`, then the choice made before, then the browser's wish. */
export function requestLang(c: Context): Lang {
  const first = c.req.path.split('/')[1]
  if (isLang(first)) return first
  const asked = c.req.query('lang')
  if (isLang(asked)) return asked
  const kept = getCookie(c, LANG_COOKIE)
  if (isLang(kept)) return kept
  const wished = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGS],
    default: 'fi',
    match: primary,
  })
  return isLang(wished) ? wished : 'fi'
}

/** `sv-FI` is Swedish: only the primary subtag tells. */
function primary(wishes: { type: string; q: number }[]): string {
  const known = wishes
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type.split('-')[0]!.toLowerCase())
  return known.find(isLang) ?? 'fi'
}
