import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import type { SignedIn } from '../../src/access/signed-in.ts'
import type { Web, WebEnv } from '../../src/web/context.ts'
import { notFound, onError } from '../../src/web/problem.tsx'
import { security } from '../../src/web/security.ts'
import { assets } from '../../src/web/ui/assets.ts'
import type { TestHouse } from '../house.ts'

export const webOn = (house: TestHouse, more: Partial<Web> = {}): Web => ({
  house,
  demo: false,
  intakeLimit: 0,
  mailLeaves: true,
  addressOf: () => '192.0.2.1',
  ...more,
})

/** Pages with all that stands before them, and nobody or `staff` signed in. */
export function siteWith(web: Web, pages: Hono<WebEnv>, at = '/', staff?: SignedIn): Hono<WebEnv> {
  const signedIn: MiddlewareHandler<WebEnv> = async (c, next) => {
    if (staff) {
      c.set('staff', staff)
      c.set('lang', staff.language)
    }
    await next()
  }
  return new Hono<WebEnv>()
    .use(...security(web), signedIn)
    .route('/', assets)
    .route(at, pages)
    .notFound(notFound)
    .onError(onError(web))
}

/** The site behind a real port of this machine. */
export async function serveSite(app: Hono<WebEnv>): Promise<{ url: string; close(): Promise<void> }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
