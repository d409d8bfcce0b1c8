import { createRoute, type RouteHandler, z } from '@hono/zod-openapi'
import { limitOf, limitRate } from '../../access/index.ts'
import { answerOnce, submitCase, wasAnswered } from '../../cases/index.ts'
import { inOffice } from '../../custody/transaction.ts'
import { api as texts } from '../../language/catalogues/api.ts'
import type { Web, WebEnv } from '../context.ts'
import { langOf, problemAnswer } from './problems.ts'
import { newCase, problem, submittedCase } from './schemas.ts'

const problems = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

export const submitRoute = createRoute({
  method: 'post',
  path: '/v1/cases',
  summary: 'Bring a matter to the ombudsman',
  request: {
    headers: z.object({
      'idempotency-key': z.string().optional().openapi({
        description:
          'Required: 8 to 200 characters. The same key and body within 24 hours gives the same answer and no second case.',
      }),
    }),
    body: { content: { 'application/json': { schema: newCase } }, required: true },
  },
  responses: {
    201: { description: 'Taken in', content: { 'application/json': { schema: submittedCase } } },
    400: problems('Not JSON, or no Idempotency-Key'),
    422: problems('Something in the body, or the key was used with another body'),
    429: problems('Too many cases from this address within an hour'),
    503: problems('Try again with the same key'),
  },
})

export const submit =
  (web: Web): RouteHandler<typeof submitRoute, WebEnv> =>
  async (c) => {
    const t = texts(langOf(c))
    const key = c.req.valid('header')['idempotency-key'] ?? ''
    if (key.length < 8 || key.length > 200)
      return problemAnswer(c, 400, 'bad-request', {
        detail: t('detail.no-key'),
        errors: [
          { pointer: '/Idempotency-Key', code: key ? 'invalid' : 'required', message: t('detail.no-key') },
        ],
      }) as never
    const body = c.req.valid('json')
    if (!web.house.organisations.includes(body.organisation))
      return problemAnswer(c, 422, 'invalid', {
        errors: [{ pointer: '/organisation', code: 'not-served', message: t('field.not-served') }],
      }) as never
    // The same again is no new case and is not counted as one.
    if (web.intakeLimit && !(await wasAnswered(web.house, key))) {
      const limit = limitOf('intake', web.addressOf(c), web.intakeLimit)
      const rate = await limitRate(web.house, limit)
      if (!rate.allowed)
        return problemAnswer(c, 429, 'too-many', {
          detail: t('detail.too-many-cases'),
          retryAfter: rate.retryAfter,
        }) as never
    }
    const answer = await inOffice(web.house, body.organisation, { kind: 'anonymous' }, (office) =>
      answerOnce(office, key, canonical(body), async () => {
        const { caseNumber, receipt, expectedAnswerBy } = await submitCase(office, submissionOf(body), {
          source: 'api',
        })
        return { caseNumber, receipt, expectedAnswerBy }
      }),
    )
    return c.json({ ...answer, statusUrl: `${web.house.publicUrl}/api/v1/cases/${answer.caseNumber}` }, 201)
  }

type Body = z.infer<typeof newCase>

const submissionOf = (body: Body) => ({
  kind: body.kind,
  language: body.language,
  municipality: body.municipality,
  contactPerson: body.contactPerson,
  channel: 'web-form',
  serviceTask: body.serviceTask,
  service: body.service,
  reasons: [...new Set(body.reasons ?? [])],
  actions: [],
  urgent: false,
  consentGiven: false,
  person: withoutEmpty(body.contact ?? {}),
  account: { text: body.text, ...withoutEmpty({ desiredOutcome: body.desiredOutcome }) },
})

const withoutEmpty = <T extends Record<string, string | undefined>>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) as T

/** The body in one form, so that spacing and the order of fields make no other body of it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
