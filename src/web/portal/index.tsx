import { Hono } from 'hono'
import { isLang, LANGS } from '../../language/lang.ts'
import type { Web, WebEnv } from '../context.ts'
import { pageRenderer } from '../ui/renderer.tsx'
import { askPages } from './ask/index.tsx'
import { callBackPage, requestCall } from './call-back.tsx'
import { contactPage } from './contact.tsx'
import { bodiesPage } from './door/bodies.tsx'
import { finderPages } from './door/finder.tsx'
import { helpMePages } from './door/help-me.tsx'
import { rightsPages } from './door/rights.tsx'
import { feedbackPage, takeFeedback } from './feedback.tsx'
import { comeBackIdentified } from './follow/identity/come-back.tsx'
import { followPages } from './follow/index.tsx'
import { frontPage } from './front.tsx'
import { letterPages } from './letters/index.tsx'
import { placesFor } from './places.ts'
import { receiptPages } from './receipt.tsx'
import { savedPages } from './saved.tsx'
import { startPages } from './start.tsx'
import { samiPage, textPages } from './text-pages.tsx'

/** The public side, in Finnish, Swedish and English; no account. Mount at `/`. */
export function portal(web: Web): Hono<WebEnv> {
  const pages = new Hono<WebEnv>()
  pages.use(pageRenderer)
  pages.use(async (c, next) => {
    const lang = c.req.path.split('/')[1]
    if (isLang(lang)) c.set('lang', lang)
    await next()
  })
  pages.get('/', (c) => frontPage(c, web))
  pages.get('/contact', (c) => contactPage(c, web))
  pages.get('/bodies', (c) => bodiesPage(c, web))
  pages.get('/places', placesFor)
  pages.get('/call-back', (c) => callBackPage(c, web))
  pages.post('/call-back', (c) => requestCall(c, web))
  pages.route('/', finderPages(web))
  pages.route('/', helpMePages(web))
  pages.route('/', rightsPages(web))
  pages.route('/', startPages(web))
  pages.route('/ask', askPages(web))
  pages.route('/', savedPages(web))
  pages.route('/', receiptPages(web))
  pages.route('/follow', followPages(web))
  pages.get('/feedback/:token', (c) => feedbackPage(c, web))
  pages.post('/feedback/:token', (c) => takeFeedback(c, web))
  pages.route('/letters', letterPages(web))
  pages.route('/', textPages(web))
  const sami = new Hono<WebEnv>().use(pageRenderer).route('/', samiPage(web))
  const root = new Hono<WebEnv>()
  for (const lang of LANGS) {
    root.route(`/${lang}`, pages)
    root.get(`/${lang}/`, (c) => c.redirect(`/${lang}`, 301))
  }
  // One address for the three languages: the provider has to know it beforehand.
  root.route(
    '/',
    new Hono<WebEnv>()
      .use('/identity/back', pageRenderer)
      .get('/identity/back', (c) => comeBackIdentified(c, web)),
  )
  return root.route('/se', sami)
}
