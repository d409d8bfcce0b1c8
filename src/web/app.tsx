import { Hono } from 'hono'
import { api } from './api/index.ts'
import { authority } from './authority/index.tsx'
import type { Web, WebEnv } from './context.ts'
import { demoMailbox } from './demo-mailbox.tsx'
import { desk } from './desk/index.tsx'
import { health } from './health.ts'
import { portal } from './portal/index.tsx'
import { notFound, onError } from './problem.tsx'
import { publications } from './publications/index.tsx'
import { security } from './security.ts'
import { assets } from './ui/assets.ts'

/** The table of contents of everything that answers over HTTP. */
export function app(web: Web): Hono<WebEnv> {
  const site = new Hono<WebEnv>()
  site.route('/', health(web))
  site.route('/', assets as unknown as Hono<WebEnv>)
  site.use(...security(web))
  site.get('/', (c) => c.redirect('/fi', 302))
  site.route('/api', api(web))
  site.route('/desk', desk(web))
  site.route('/authority', authority(web))
  site.route('/publications', publications(web))
  site.route('/demo/mailbox', demoMailbox(web))
  site.route('/', portal(web))
  site.notFound(notFound)
  site.onError(onError(web))
  return site
}
