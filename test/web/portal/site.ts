import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { WebEnv } from '../../../src/web/context.ts'
import { assets } from '../../../src/web/ui/assets.ts'
import type { TestHouse } from '../../house.ts'
import { portalOn } from './visitor.ts'

/** The portal behind a real port, under the policy that forbids everything inline. */
export async function siteOf(house: TestHouse): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono<WebEnv>()
    .use(
      secureHeaders({
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          scriptSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          formAction: ["'self'"],
        },
      }),
    )
    .route('/', assets)
    .route('/', portalOn(house))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  })

export interface Tab {
  page: Page
  /** Bytes over the wire since the last call. */
  weight(): number
  close(): Promise<void>
}

export async function openTab(browser: Browser, url: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ baseURL: url, ...options })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await network.send('Network.enable')
  return {
    page,
    weight() {
      const since = bytes
      bytes = 0
      return since
    },
    close: () => context.close(),
  }
}

/** What axe finds wrong with the page as it stands, in short. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<axe.AxeResults> } }).axe.run(),
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
