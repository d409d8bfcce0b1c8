import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { describeStates, type FollowedCase, followCase } from '../../cases/index.ts'
import type { Lang } from '../../language/lang.ts'
import { type Deadline, explain } from '../../law/index.ts'
import type { Web, WebEnv } from '../context.ts'
import { langOf } from './problems.ts'
import { caseStatus, problem } from './schemas.ts'
import { withReceipt } from './with-receipt.ts'

const problems = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

export const readStatusRoute = createRoute({
  method: 'get',
  path: '/v1/cases/{caseNumber}',
  summary: 'Follow a case',
  security: [{ receipt: [] }],
  request: { params: z.object({ caseNumber: z.string().openapi({ example: 'AV-2026-000123-7' }) }) },
  responses: {
    200: { description: 'Where the case stands', content: { 'application/json': { schema: caseStatus } } },
    404: problems('Unknown number, or a wrong or missing receipt: the same answer'),
    429: problems('Ten wrong receipts from this address within an hour'),
  },
})

export const readStatus =
  (web: Web): RouteHandler<typeof readStatusRoute, WebEnv> =>
  async (c) => {
    const access = await withReceipt(web, c)
    if ('answer' in access) return access.answer as never
    const followed = await followCase(web.house, access.opened)
    const lang = langOf(c)
    c.header('Content-Language', lang)
    return c.json(statusOf(followed, lang), 200)
  }

function statusOf(followed: FollowedCase, lang: Lang): z.infer<typeof caseStatus> {
  const { case: row, messages, clocks } = followed
  return {
    caseNumber: row.number,
    kind: row.kind as 'advice' | 'complaint',
    status: statusCode(row.tags),
    statusText: describeStates(row, lang, 'client')
      .map(({ text }) => text)
      .join(' '),
    openedAt: row.openedAt.toISOString(),
    messages: messages.map(({ at, from, text }) => ({ at: at.toISOString(), from, text })),
    clocks: clocks
      .filter((clock) => clock.state === 'running')
      .map((clock) => ({
        rule: clock.rule,
        due: clock.due.toISOString().slice(0, 10),
        statutory: clock.kind === 'statutory',
        explanation: explain((clock.computation as unknown as { deadline: Deadline }).deadline, lang, {
          audience: 'client',
          rules: followed.rules,
        }).join(' '),
      })),
  }
}

/** One word for where a case stands; what waits for the client comes first, for that is what they can do. */
function statusCode(tags: readonly string[]): z.infer<typeof caseStatus>['status'] {
  if (tags.includes('ended')) return 'closed'
  if (tags.includes('waiting-client')) return 'waiting-client'
  if (tags.includes('waiting-authority')) return 'waiting-authority'
  if (tags.includes('triage')) return 'received'
  return 'in-progress'
}
