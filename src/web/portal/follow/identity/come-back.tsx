import type { Arrived } from '../../../../access/index.ts'
import { casesOfIdentity, linkIdentity, openWithIdentity, Refusal } from '../../../../cases/index.ts'
import { isLang } from '../../../../language/lang.ts'
import type { Web } from '../../../context.ts'
import { takeErrand } from '../../../errand.ts'
import { problem } from '../../../problem.tsx'
import type { PortalContext } from '../../frame.tsx'
import { asClient } from '../letters/as-client.ts'
import { remember, remembered } from '../session.ts'
import { failedPage } from './failed.tsx'
import { keepIdentity } from './kept.ts'
import { BACK, notNow } from './leave.ts'

/** Takes the browser back from the e-identification, in the language it left in. */
export async function comeBackIdentified(c: PortalContext, web: Web): Promise<Response> {
  const provider = web.oidc?.client
  if (!provider) return problem(c, 404)
  c.header('Cache-Control', 'no-store')
  const errand = takeErrand(c, web)
  const lang = errand?.next.split('/')[1]
  c.set('lang', isLang(lang) ? lang : 'fi')
  if (errand?.what !== 'client') return failedPage(c, web, 'ended')
  let arrived: Arrived
  try {
    const answer = new URL(`${web.house.publicUrl}${BACK}${new URL(c.req.url).search}`)
    arrived = await provider.arrive(answer, errand)
  } catch (error) {
    return notNow(c, web, error)
  }
  const who = `${arrived.issuer} ${arrived.subject}`
  return errand.link ? link(c, web, errand.link, who) : open(c, web, who)
}

/** Only the case that was open when its client left, and that is still open in this browser. */
async function link(c: PortalContext, web: Web, caseId: string, who: string): Promise<Response> {
  const opened = remembered(c, web)
  if (opened?.id !== caseId) return failedPage(c, web, 'case')
  try {
    await asClient(web, opened, (t) => linkIdentity(t, caseId, who))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return failedPage(c, web, 'case')
    throw error
  }
  remember(c, web, opened)
  return c.redirect(`/${c.var.lang}/follow/identity?done=linked`, 303)
}

async function open(c: PortalContext, web: Web, who: string): Promise<Response> {
  const { lang } = c.var
  const found = await casesOfIdentity(web.house, who)
  if (found.length > 1) {
    keepIdentity(c, web, who)
    return c.redirect(`/${lang}/follow/choose`, 303)
  }
  const opened = found[0] && (await openWithIdentity(web.house, who, found[0].id))
  if (!opened) return c.redirect(`/${lang}/follow/not-linked`, 303)
  remember(c, web, opened)
  return c.redirect(`/${lang}/follow/case`, 303)
}
