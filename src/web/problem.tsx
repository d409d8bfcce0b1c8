import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal, refusalText } from '../cases/index.ts'
import { ErasedError } from '../custody/data-key.ts'
import { ui } from '../language/catalogues/ui.ts'
import type { Web, WebEnv } from './context.ts'
import { requestLang } from './ui/language.ts'
import { LinkButton, PlainLayout } from './ui/parts.ts'

const STATUSES = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503] as const
export type ProblemStatus = (typeof STATUSES)[number]
/** Those with a page of their own; the others borrow the nearest. */
const PAGE: Record<ProblemStatus, 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503> = {
  400: 422,
  401: 403,
  403: 403,
  404: 404,
  405: 404,
  409: 409,
  413: 413,
  415: 422,
  422: 422,
  429: 429,
  500: 500,
  503: 503,
}

interface Problem {
  /** Why, when more is known than the page says by itself. Never what somebody sent. */
  detail?: string
  /** Seconds until it makes sense to try again. */
  retryAfter?: number
}

/**
 * Tells what went wrong and what to do, in the language of the request: a page, or for the JSON side an answer in the
 * form of RFC 9457.
 */
export function problem(c: Context<WebEnv>, status: ProblemStatus, more: Problem = {}): Response {
  const lang = c.var.lang ?? requestLang(c)
  const t = ui(lang)
  c.header('Cache-Control', 'no-store')
  if (more.retryAfter) c.header('Retry-After', String(Math.ceil(more.retryAfter)))
  if (wantsJson(c)) {
    c.header('Content-Language', lang)
    const body = {
      type: 'about:blank',
      title: t(`problem-${status}`),
      status,
      detail: more.detail,
      errors: [],
    }
    return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
  }
  const page = PAGE[status]
  const title = t(`page-${page}-title`)
  const home = homeOf(c.req.path, lang)
  const html = (
    <PlainLayout lang={lang} title={title} home={home}>
      <div class="av-flow av-narrow">
        <h1>{title}</h1>
        {more.detail && <p class="av-lead">{more.detail}</p>}
        <p>{t(`page-${page}-text`)}</p>
        {page === 500 && c.var.requestId && (
          <p class="av-hush av-small">{t('page-reference', { id: c.var.requestId })}</p>
        )}
        <div class="av-buttons">
          <LinkButton href={home}>{t('to-front')}</LinkButton>
        </div>
      </div>
    </PlainLayout>
  )
  return c.html(`<!DOCTYPE html>${html}`, status)
}

export const notFound: NotFoundHandler<WebEnv> = (c) => problem(c, 404)

/**
 * For `app.onError`. A refusal tells its reason; anything unforeseen is logged with the id that the page shows, by
 * name and place in the code alone: the message of an error can hold what a person wrote.
 */
export function onError({ house }: Web): ErrorHandler<WebEnv> {
  return (error, c) => {
    if (error instanceof ErasedError) return problem(c, 404, refused(c, new Refusal('erased')))
    if (error instanceof Refusal) return problem(c, REFUSED[error.code] ?? 422, refused(c, error))
    if (error instanceof HTTPException && error.status < 500) return problem(c, known(error.status))
    const code = (error as { code?: unknown }).code
    if (isUnwritable(error)) return problem(c, 400)
    house.log.error(
      {
        requestId: c.var.requestId,
        method: c.req.method,
        route: c.req.path.split('/').slice(0, 3).join('/'),
        error: error.name,
        code: typeof code === 'string' ? code : undefined,
        at: error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 6),
      },
      'request failed',
    )
    if (isAway(error.name, code)) return problem(c, 503, { retryAfter: 5 })
    return problem(c, 500)
  }
}

const REFUSED: Partial<Record<Refusal['code'], ProblemStatus>> = {
  'not-found': 404,
  'not-yours': 403,
  erased: 404,
  limited: 409,
  'changed-meanwhile': 409,
  'not-now': 409,
}

const refused = (c: Context<WebEnv>, refusal: Refusal): Problem => ({
  detail: refusalText(refusal, c.var.lang ?? requestLang(c)),
})

const known = (status: number): ProblemStatus => STATUSES.find((one) => one === status) ?? 400

/** The database cannot be reached, has no connection or no room free: worth another try in a moment. */
const isAway = (name: string, code: unknown): boolean =>
  name === 'PrismaClientInitializationError' ||
  (typeof code === 'string' &&
    /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|53\d{3}|57P0\d|08\w{3})$/.test(code))

/**
 * A sign that PostgreSQL writes into no text: U+0000. No keyboard has it, so whoever sent it is a program, and the answer is
 * that this cannot be read.
 */
const isUnwritable = (error: unknown): boolean => {
  const { code, meta, cause } = error as { code?: unknown; meta?: unknown; cause?: unknown }
  if (code === '22021' || code === '22P05') return true
  return JSON.stringify([meta ?? null, cause ?? null]).match(/"(?:22021|22P05)"/) !== null
}

function wantsJson(c: Context): boolean {
  const accept = c.req.header('Accept') ?? ''
  return c.req.path.startsWith('/api/') || (/json/.test(accept) && !/html/.test(accept))
}

function homeOf(path: string, lang: string): string {
  const side = path.split('/')[1]
  return side === 'desk' || side === 'authority' ? `/${side}` : `/${lang}`
}
