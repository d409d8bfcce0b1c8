import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Web, WebEnv } from './context.ts'
import { takesFiles } from './files/routes.ts'
import { requestLang } from './ui/language.ts'

/** Longest form taken, in bytes: several free texts of the longest length, percent-encoded. */
const FORM_MOST = 512 * 1024
/** Longest file taken, in bytes: contacts to import, or population figures. */
const FILE_MOST = 32 * 1024 * 1024

/** An identity provider sends this form, without a browser; a signed token stands in for where it comes from. */
const TOLD_BY_PROVIDER = '/desk/sign-in/provider/logout'

/** Nothing inline, nothing from elsewhere, no frame around us. `data:` is for the marks drawn by the style sheet. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * What stands before every page, in this order; `app.use(...security(web))`. Gives the request its id and language,
 * the headers that keep other sites out, and turns away forms sent from other sites (403) or too large (413); the
 * error handler of problem.tsx makes pages of these. A page may bring a policy of its own, which then stays.
 */
export function security(web: Web): MiddlewareHandler<WebEnv>[] {
  const { origin, protocol } = new URL(web.house.publicUrl)
  const ours = (asked: string, here: string) => asked === origin || asked === new URL(here).origin
  const limits = { form: limit(FORM_MOST), file: limit(FILE_MOST) }
  const fromOurPages = csrf({ origin: (asked, c) => ours(asked, c.req.url) })
  return [
    requestId(),
    async (c, next) => {
      c.set('lang', requestLang(c))
      await next()
    },
    secureHeaders({
      strictTransportSecurity: protocol === 'https:' ? 'max-age=63072000; includeSubDomains' : false,
      xFrameOptions: 'DENY',
      // Addresses of cases and drafts are nobody else's business; our own pages need to know where one came from.
      referrerPolicy: 'same-origin',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      xXssProtection: false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    }),
    async (c, next) => {
      await next()
      if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', POLICY)
    },
    async (c, next) => (c.req.path === TOLD_BY_PROVIDER ? next() : fromOurPages(c, next)),
    (c, next) => {
      const file = /^multipart\/form-data/i.test(c.req.header('Content-Type') ?? '')
      if (file && takesFiles(c.req.path)) return next()
      return (file && c.req.path.startsWith('/desk/') ? limits.file : limits.form)(c, next)
    },
  ]
}

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })
