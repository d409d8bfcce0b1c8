import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { KeyReused, Refusal } from '../../cases/index.ts'
import { api as texts } from '../../language/catalogues/api.ts'
import type { Web, WebEnv } from '../context.ts'
import { addMessage, addMessageRoute } from './add-message.ts'
import { fieldProblems, langOf, problemAnswer } from './problems.ts'
import { readStatus, readStatusRoute } from './read-status.ts'
import { submit, submitRoute } from './submit.ts'

/** Longest body taken, in bytes. */
const BODY_MOST = 256 * 1024

/** The JSON interface: the same verbs as the portal, described at /api/openapi.json. Mounted at /api. */
export function api(web: Web): OpenAPIHono<WebEnv> {
  const app = new OpenAPIHono<WebEnv>({
    defaultHook: async (result, c) => {
      if (result.success) return
      const body = result.target === 'json' ? await c.req.json().catch(() => undefined) : undefined
      return problemAnswer(c, 422, 'invalid', {
        errors: fieldProblems(langOf(c), result.error.issues, body),
      })
    },
  })
  app.use(bodyLimit({ maxSize: BODY_MOST, onError: (c) => problemAnswer(c, 413, 'bad-request') }))
  app.use('/v1/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'receipt', {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'Receipt CODE',
  })
  app.openapi(submitRoute, submit(web))
  app.openapi(readStatusRoute, readStatus(web))
  app.openapi(addMessageRoute, addMessage(web))
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Asiavastaava',
      version: '1.0.0',
      description: 'Bring a matter to a social ombudsman and follow it. Errors are RFC 9457 problem details.',
    },
  })
  app.notFound((c) => problemAnswer(c, 404, 'not-found'))
  app.onError((error, c) => {
    const t = texts(langOf(c))
    if (error instanceof KeyReused)
      return problemAnswer(c, 422, 'key-reused', {
        detail: t('detail.key-reused'),
        errors: [{ pointer: '/Idempotency-Key', code: 'key-reused', message: t('detail.key-reused') }],
      })
    if (error instanceof Refusal) return refused(c, error)
    if (error instanceof HTTPException && error.status < 500)
      return problemAnswer(c, 400, 'bad-request', { detail: t('detail.bad-json') })
    web.house.log.error(
      { requestId: c.get('requestId'), error: error.name, code: (error as { code?: string }).code },
      'request failed',
    )
    return problemAnswer(c, 503, 'unavailable', { detail: t('detail.unavailable'), retryAfter: 5 })
  })
  return app

  function refused(c: Parameters<typeof langOf>[0], error: Refusal): Response {
    const lang = langOf(c)
    if (error.code === 'not-found' || error.code === 'erased')
      return problemAnswer(c, 404, 'not-found', { detail: texts(lang)('detail.not-found') })
    if (error.code === 'not-now' || error.code === 'changed-meanwhile')
      return problemAnswer(c, 409, 'not-now', { detail: error.texts?.[lang] })
    const { field } = error.details
    return problemAnswer(c, 422, 'invalid', {
      errors: [
        { pointer: field ? `/${field}` : '', code: error.code, message: texts(lang)('field.invalid') },
      ],
    })
  }
}
