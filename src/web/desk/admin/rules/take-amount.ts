import { officeAmounts, removeAmount, saveAmount } from '../../../../statistics/index.ts'
import type { Web } from '../../../context.ts'
import { asStaff, type DeskContext } from '../../frame.tsx'
import { readAmount } from './amount-form.tsx'
import { AMOUNTS_PATH, amountsPage } from './amounts.tsx'

export async function takeAmount(c: DeskContext, web: Web): Promise<Response> {
  const sent = texts(await c.req.parseBody())
  const { amounts, limits } = await asStaff(c, web, officeAmounts)
  const read = readAmount(c.var.lang, sent, [...amounts, ...limits])
  if ('errors' in read) return amountsPage(c, web, { sent, errors: read.errors })
  await asStaff(c, web, (t) => saveAmount(t, read.amount))
  return c.redirect(`${AMOUNTS_PATH}?done=saved`, 303)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

export async function takeAmountAway(c: DeskContext, web: Web): Promise<Response> {
  const { id = '' } = texts(await c.req.parseBody())
  const removed = UUID.test(id) && (await asStaff(c, web, (t) => removeAmount(t, id)))
  return c.redirect(`${AMOUNTS_PATH}?done=${removed ? 'removed' : 'gone'}`, 303)
}

const texts = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, String(value).replaceAll('\u0000', '')]),
  )
