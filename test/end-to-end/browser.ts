import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The small edition: bringing it into a page costs as much as running it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Chromium as the pages are tried in: CHROMIUM, or the one of the system. Close it when done. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface OpenPage {
  page: Page
  /** Bytes over the wire since the last call, headers included. */
  weight(): number
  /** Errors of scripts and of the policy that forbids everything inline. */
  complaints: string[]
  close(): Promise<void>
}

/** A window of its own, with a profile of its own. Widths of interest: 375 (a phone) and 1280. */
export async function openPage(
  browser: Browser,
  options: { baseURL: string; width?: number; javaScript?: boolean; language?: string; cookies?: Cookie[] },
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: { width: options.width ?? 1280, height: 800 },
    javaScriptEnabled: options.javaScript ?? true,
    locale: options.language ?? 'fi-FI',
  })
  if (options.cookies)
    await context.addCookies(options.cookies.map((cookie) => ({ ...cookie, url: options.baseURL })))
  // Told to the browser once, not page by page.
  if (options.javaScript ?? true) await context.addInitScript({ content: AXE })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const network = await context.newCDPSession(page)
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await network.send('Network.enable')
  return {
    page,
    complaints,
    weight() {
      const since = bytes
      bytes = 0
      return since
    },
    close: () => context.close(),
  }
}

interface Cookie {
  name: string
  value: string
}

const OPTIONS: RunOptions = { resultTypes: ['violations'] }

/** What axe finds wrong with the page as it stands, one line each. */
export function axeViolations(page: Page): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    const { violations } = await axe.run(options)
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  }, OPTIONS)
}

/** Pixels by which the page is wider than its window: 0 unless something sticks out. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** A picture of the whole page for people to look at, in the folder SHOTS; no folder, no picture. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
