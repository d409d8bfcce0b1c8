import type { Context } from 'hono'
import { limitRate, rateOf } from '../../access/index.ts'
import { openWithReceipt } from '../../cases/index.ts'
import { api as texts } from '../../language/catalogues/api.ts'
import type { Web } from '../context.ts'
import { langOf, problemAnswer } from './problems.ts'

/** Wrong tries an address has in an hour, over the portal and this interface together. */
export const WRONG_RECEIPTS = { name: 'receipt', most: 10, seconds: 3600 }

/**
 * The case that the number in the path and the header `Authorization: Receipt CODE` open together. Everything
 * wrong (no header, an unknown number, a wrong code) is one and the same answer after the same work.
 */
export async function withReceipt(
  web: Web,
  c: Context,
): Promise<{ opened: { id: string; organisation: string } } | { answer: Response }> {
  const t = texts(langOf(c))
  const limit = { ...WRONG_RECEIPTS, key: web.addressOf(c) }
  const tooMany = (retryAfter: number) => ({
    answer: problemAnswer(c, 429, 'too-many', { detail: t('detail.too-many-receipts'), retryAfter }),
  })
  const before = await rateOf(web.house, limit)
  if (!before.allowed) return tooMany(before.retryAfter)
  const code = /^Receipt\s+(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? ''
  const opened = await openWithReceipt(web.house, c.req.param('caseNumber') ?? '', code)
  if (opened) return { opened }
  await limitRate(web.house, limit)
  return { answer: problemAnswer(c, 404, 'not-found', { detail: t('detail.not-found') }) }
}
