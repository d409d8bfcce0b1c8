import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { look as lookAt } from './look.ts'
import { type PortalSite, portalSite } from './portal-site.ts'

let site: PortalSite

beforeAll(async () => {
  site = await portalSite()
})
afterAll(() => site?.close())

describe('every other page', () => {
  const PATHS = [
    'start',
    'continue',
    'follow',
    'contact',
    'contact?place=Vaasa',
    'call-back',
    'privacy',
    'accessibility',
    'ask/story',
  ]
  it.each(['fi', 'sv', 'en'] as const)('in %s', async (lang) => {
    const { page, close } = await site.visit()
    const look = (name: string) => lookAt(page, `${lang}-other-${name.replace(/\W/g, '-')}`)
    for (const path of PATHS) {
      await page.goto(`/${lang}/${path}`)
      await look(path)
    }
    await page.goto(`/${lang}/start`)
    await page.locator('button[value="advice"]').click()
    await page.locator('input[value="client"]').check()
    await page.locator('button[value="later"]').click()
    await look('saved')
    await page.locator('main form button').click()
    // Back at the question one saved at, with its answer.
    await page.waitForURL('**/ask/whose')
    expect(await page.locator('input[value="client"]').isChecked()).toBe(true)
    await page.locator('button[value="on"]').click()
    await page.waitForURL('**/ask/where')
    await page.locator('[name="place"]').fill('Turku')
    await page.locator('button[value="on"]').click()
    await look('other-office')
    await page.goto(`/${lang}/ask/where/area?county=08`)
    await look('area')
    await close()
  })

  it('suggests municipalities while one types', async () => {
    const { page, close } = await site.visit()
    await page.goto('/fi/contact')
    await page.locator('[name="place"]').pressSequentially('tamp')
    await page.waitForSelector('#place-list option[value="Tampere"]', { state: 'attached' })
    await close()
  })
})

describe('the weight of the pages', () => {
  it('is under 120 kB on the first visit and under 15 kB later', async () => {
    const { page, weight, close } = await site.visit()
    const open = async (path: string) => {
      await page.goto(path, { waitUntil: 'networkidle' })
      return weight()
    }
    expect(await open('/fi')).toBeLessThan(120_000)
    const later: Record<string, number> = {}
    for (const path of ['/sv', '/fi/start', '/fi/contact', '/fi/call-back', '/fi/follow', '/fi/privacy'])
      later[path] = await open(path)
    await page.goto('/fi/start')
    await page.locator('button[value="advice"]').click()
    await page.waitForURL('**/ask/whose', { waitUntil: 'networkidle' })
    for (const question of [
      'whose',
      'where',
      'topic',
      'decision',
      'story',
      'wish',
      'files',
      'urgent',
      'reach',
      'check',
    ]) {
      weight()
      later[question] = await open(`/fi/ask/${question}`)
    }
    for (const [path, bytes] of Object.entries(later)) expect(bytes, path).toBeLessThan(15_000)
    await close()
  })
})
