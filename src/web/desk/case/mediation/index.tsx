import { Hono } from 'hono'
import type { Web, WebEnv } from '../../../context.ts'
import { mediationPage } from './page.tsx'
import { saveAgreement, saveConsent, saveKept } from './save.ts'

/** Consent, request, agreement and follow-up of a mediation. Mounted at `/cases`. */
export function mediationPages(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.get('/:id/mediation', (c) => mediationPage(c, web))
  pages.post('/:id/mediation/consent', (c) => saveConsent(c, web))
  pages.post('/:id/mediation/agreement', (c) => saveAgreement(c, web))
  pages.post('/:id/mediation/kept', (c) => saveKept(c, web))
  return pages
}
