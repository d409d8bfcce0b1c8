import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unsealText } from '../../../custody/seal.ts'
import type { Web } from '../../context.ts'
import type { DeskContext } from '../frame.tsx'

const COOKIE = 'receipt-once'
const PLACE = 'receipt-once'

const keyOf = (web: Web) => web.house.keys.derive('receipt-once')

interface MadeCase {
  caseId: string
  receipt: string
}

/** Hands the client's code of a case just made to the page that comes next: sealed, for a minute, for once. */
export function showReceiptNext(c: DeskContext, web: Web, { caseId, receipt }: MadeCase): void {
  const sealed = seal(keyOf(web), PLACE, JSON.stringify({ caseId, receipt })).toString('base64url')
  setCookie(c, COOKIE, sealed, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/desk/cases',
    maxAge: 60,
    secure: web.house.publicUrl.startsWith('https:'),
  })
}

/** The code for the page of this case, if it comes straight from the making of it. */
export function receiptToShow(c: DeskContext, web: Web, caseId: string): string | undefined {
  const cookie = getCookie(c, COOKIE)
  if (!cookie) return undefined
  deleteCookie(c, COOKIE, { path: '/desk/cases' })
  try {
    const made = JSON.parse(unsealText(keyOf(web), PLACE, Buffer.from(cookie, 'base64url'))) as MadeCase
    return made.caseId === caseId ? made.receipt : undefined
  } catch {
    // Sealed by another installation: as if there were none.
    return undefined
  }
}
