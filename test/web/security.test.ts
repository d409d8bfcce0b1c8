import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/cases/index.ts'
import type { WebEnv } from '../../src/web/context.ts'
import type { TestHouse } from '../house.ts'
import { siteWith, webOn } from './serve-site.ts'

const logged: unknown[] = []
const house = {
  publicUrl: 'https://av.example.fi',
  log: { error: (line: unknown) => logged.push(line) },
} as unknown as TestHouse
const pages = new Hono<WebEnv>()
  .get('/fails', () => {
    throw new Error('Aino Asiakas, 040 123 4567')
  })
  .get('/refuses', () => {
    throw new Refusal('changed-meanwhile')
  })
  .post('/form', async (c) => c.text(String((await c.req.parseBody()).a)))
const site = siteWith(webOn(house), pages)
const get = (path: string, headers: Record<string, string> = {}) =>
  site.request(`https://av.example.fi${path}`, { headers })
const post = (body: string, headers: Record<string, string>) =>
  site.request('https://av.example.fi/form', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('what stands before every page', () => {
  it('forbids everything inline and every frame', async () => {
    const { headers } = await get('/nowhere')
    const policy = headers.get('Content-Security-Policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=63072000')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('takes forms of its own pages only', async () => {
    expect((await post('a=1', { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('a=1', { Origin: 'https://av.example.fi' })).status).toBe(200)
    expect((await post('a=1', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  it('turns away what is too large', async () => {
    const large = 'a'.repeat(600_000)
    const answer = await post(`a=${large}`, { Origin: 'https://av.example.fi', 'Content-Length': '600002' })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Lähetys on liian suuri')
  })
})

describe('a page that went wrong', () => {
  it.each([
    ['fi', 'Sivua ei löytynyt'],
    ['sv', 'Sidan hittades inte'],
    ['en', 'Page not found'],
  ])('speaks %s', async (lang, words) => {
    const answer = await get(`/${lang}/nowhere`)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${lang}"`))
    expect(html).toContain(words)
  })

  it('answers programs in the form of RFC 9457', async () => {
    const answer = await get('/api/nowhere', { 'Accept-Language': 'sv' })
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 404, title: 'Hittades inte' })
  })

  it('tells of a refusal why, and of a fault only its number, to the log as well', async () => {
    const refused = await get('/refuses')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Asia on muuttunut')
    const failed = await get('/fails')
    expect(failed.status).toBe(500)
    const html = await failed.text()
    expect(html).not.toContain('Aino')
    expect(logged).toHaveLength(1)
    const line = logged[0] as { requestId: string }
    expect(html).toContain(line.requestId)
    expect(JSON.stringify(line)).not.toContain('Aino')
  })
})
