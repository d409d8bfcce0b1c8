import type { Context } from 'hono'
import { api as texts } from '../../language/catalogues/api.ts'
import type { Web } from '../context.ts'
import { tryReceipt } from '../receipt-tries.ts'
import { langOf, problemAnswer } from './problems.ts'

/**
 * The case that the number in the path and the header `Authorization: Receipt CODE` open together. Everything
 * wrong (no header, an unknown number, a wrong code) is one and the same answer after the same work.
 */
export async function withReceipt(
  web: Web,
  c: Context,
): Promise<{ opened: { id: string; organisation: string } } | { answer: Response }> {
  const t = texts(langOf(c))
  const code = /^Receipt\s+(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? ''
  const tried = await tryReceipt(web.house, web.addressOf(c), c.req.param('caseNumber') ?? '', code)
  if ('retryAfter' in tried) {
    const { retryAfter } = tried
    const detail = t('detail.too-many-receipts')
    return { answer: problemAnswer(c, 429, 'too-many', { detail, retryAfter }) }
  }
  if (tried.opened) return { opened: tried.opened }
  return { answer: problemAnswer(c, 404, 'not-found', { detail: t('detail.not-found') }) }
}
