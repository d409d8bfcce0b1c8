import type { Hono } from 'hono'
import type { Web, WebEnv } from '../../../context.ts'
import type { PortalContext } from '../../frame.tsx'
import type { OpenedCase } from '../session.ts'
import { consentPage, saveConsent } from './consent.tsx'
import { approve, askChanges, letterDownload, letterPage, sentByClient } from './letter.tsx'
import { pointsPage, savePoints } from './points.tsx'
import { saveView, viewPage } from './view.tsx'

type Page = (c: PortalContext, web: Web, opened: OpenedCase) => Promise<Response>

/** The client's letters and consents, for an opened case. `withCase` stands before every page. */
export function addClientLetters(
  app: Hono<WebEnv>,
  withCase: (work: Page) => (c: PortalContext) => Promise<Response>,
): void {
  app.get(
    '/letters/:letter',
    withCase((c, web, opened) => letterPage(c, web, opened)),
  )
  app.get('/letters/:letter/file/:format', withCase(letterDownload))
  app.post('/letters/:letter/approve', withCase(approve))
  app.post('/letters/:letter/changes', withCase(askChanges))
  app.post('/letters/:letter/sent', withCase(sentByClient))
  app.get(
    '/letters/:letter/points',
    withCase((c, web, opened) => pointsPage(c, web, opened)),
  )
  app.post('/letters/:letter/points', withCase(savePoints))
  app.get(
    '/letters/:letter/answer',
    withCase((c, web, opened) => viewPage(c, web, opened)),
  )
  app.post('/letters/:letter/answer', withCase(saveView))
  app.get(
    '/consent',
    withCase((c, web, opened) => consentPage(c, web, opened)),
  )
  app.post('/consent', withCase(saveConsent))
}
