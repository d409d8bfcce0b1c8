import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { sendToOffice } from '../../cases/index.ts'
import { inOffice } from '../../custody/transaction.ts'
import type { Web, WebEnv } from '../context.ts'
import { newMessage, problem, storedMessage } from './schemas.ts'
import { withReceipt } from './with-receipt.ts'

const problems = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

export const addMessageRoute = createRoute({
  method: 'post',
  path: '/v1/cases/{caseNumber}/messages',
  summary: 'Write to the ombudsman',
  security: [{ receipt: [] }],
  request: {
    params: z.object({ caseNumber: z.string() }),
    body: { content: { 'application/json': { schema: newMessage } }, required: true },
  },
  responses: {
    201: { description: 'Stored', content: { 'application/json': { schema: storedMessage } } },
    404: problems('Unknown number, or a wrong or missing receipt: the same answer'),
    409: problems('The case does not take messages now'),
    422: problems('Something in the body'),
    429: problems('Ten wrong receipts from this address within an hour'),
  },
})

export const addMessage =
  (web: Web): RouteHandler<typeof addMessageRoute, WebEnv> =>
  async (c) => {
    const access = await withReceipt(web, c)
    if ('answer' in access) return access.answer as never
    const { id, organisation } = access.opened
    const { text } = c.req.valid('json')
    const stored = await inOffice(web.house, organisation, { kind: 'client' }, (t) =>
      sendToOffice(t, id, text, 'api').then((message) => ({ id: message, at: t.now.toISOString() })),
    )
    return c.json(stored, 201)
  }
