import { limitOf, limitRate, ProviderFailed } from '../../../../access/index.ts'
import type { Web } from '../../../context.ts'
import { keepErrand } from '../../../errand.ts'
import { problem } from '../../../problem.tsx'
import type { PortalContext } from '../../frame.tsx'
import { failedPage } from './failed.tsx'

export const BACK = '/identity/back'

/**
 * Sends the client to the e-identification: to open a case, or to tie the opened one to it (`link`). The person proves
 * anew each time, since the browser may be one that many use. Nothing but the provider's number is asked for.
 */
export async function leaveToIdentify(c: PortalContext, web: Web, link?: string): Promise<Response> {
  const provider = web.oidc?.client
  if (!provider) return problem(c, 404)
  c.header('Cache-Control', 'no-store')
  const rate = await limitRate(web.house, limitOf('identity provider', web.addressOf(c)))
  if (!rate.allowed) return failedPage(c, web, 'many')
  const { lang } = c.var
  try {
    const { address, errand } = await provider.leave(`${web.house.publicUrl}${BACK}`, {
      ...{ again: true, lang, scope: 'openid' },
    })
    keepErrand(c, web, { ...errand, what: 'client', next: `/${lang}/follow`, link })
    return c.redirect(address, 303)
  } catch (error) {
    return notNow(c, web, error)
  }
}

/** The page says that it did not work; the log says why, without anything of the person. */
export function notNow(c: PortalContext, web: Web, error: unknown): Promise<Response> {
  if (!(error instanceof ProviderFailed)) throw error
  const cause = error.cause as { code?: string; name?: string } | undefined
  web.house.log.warn({ code: cause?.code ?? cause?.name }, error.message)
  return failedPage(c, web, 'away')
}
