import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { stylesheet } from './stylesheet.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface Asset {
  body: Buffer<ArrayBuffer>
  type: string
  /** Squeezed when first asked for and kept; absent for what is compressed already. */
  squeezed: Partial<Record<Encoding, Promise<Buffer<ArrayBuffer>>>> | null
}
type Encoding = 'br' | 'gzip'

const squeeze = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
}

const files = collect()
/** One mark for the whole set, so that scripts and styles can name each other by relative address. */
const mark = hashOf(files)

/** Where every asset of this version lives. */
export const ASSET_BASE = `/assets/${mark}`

/** The address of an asset such as `app.css` or `enhance/desk.js`; throws for one that does not exist. */
export function asset(name: string): string {
  if (!files.has(name)) throw new Error(`no asset ${name}`)
  return `${ASSET_BASE}/${name}`
}

/** Serves the assets from memory; mount at `/`. */
export const assets = new Hono()
  .get('/favicon.ico', (c) => c.redirect(asset('mark.svg'), 302))
  .get('/assets/:mark/:name{.+}', (c) => {
    const found = files.get(c.req.param('name'))
    if (!found) return c.notFound()
    // A page of the version before or after this one may ask during an upgrade: it gets the file, unkept.
    const lasting = c.req.param('mark') === mark
    c.header('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Vary', 'Accept-Encoding')
    return send(c, found)
  })

async function send(c: Context, found: Asset): Promise<Response> {
  c.header('Content-Type', found.type)
  const accepted = c.req.header('Accept-Encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted))
  if (!encoding || !found.squeezed) return c.body(found.body)
  found.squeezed[encoding] ??= squeeze[encoding](found.body)
  const body = await found.squeezed[encoding]
  c.header('Content-Encoding', encoding)
  return c.body(body)
}

function collect(): Map<string, Asset> {
  const here = import.meta.dirname
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/inter/wght.css'))
  const set = new Map<string, Asset>()
  const add = (name: string, body: Buffer<ArrayBuffer>) => {
    const extension = path.extname(name)
    set.set(name, { body, type: TYPES[extension]!, squeezed: extension === '.woff2' ? null : {} })
  }
  add('app.css', Buffer.from(stylesheet()))
  add('mark.svg', readFileSync(path.join(here, '../assets/mark.svg')))
  for (const subset of ['latin', 'latin-ext']) {
    add(`inter-${subset}.woff2`, readFileSync(path.join(fonts, `files/inter-${subset}-wght-normal.woff2`)))
  }
  const passkeys = path.dirname(createRequire(import.meta.url).resolve('@simplewebauthn/browser'))
  add('enhance/passkey-browser.js', readFileSync(path.join(passkeys, '../dist/bundle/index.umd.min.js')))
  for (const file of readdirSync(path.join(here, 'enhance')).filter((name) => name.endsWith('.js'))) {
    add(`enhance/${file}`, readFileSync(path.join(here, 'enhance', file)))
  }
  return set
}

function hashOf(set: Map<string, Asset>): string {
  const hash = createHash('sha256')
  for (const [name, { body }] of [...set].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(name).update(body)
  return hash.digest('base64url').slice(0, 12)
}
