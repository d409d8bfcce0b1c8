import { Hono } from 'hono'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Provider } from '../../../src/access/index.ts'
import { newId } from '../../../src/database/new-id.ts'
import { app } from '../../../src/web/app.tsx'
import type { WebEnv } from '../../../src/web/context.ts'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { serveSite, webOn } from '../../web/serve-site.ts'
import { type IdentityProvider, identityProvider, Wanderer } from './identity-provider.ts'

const BACK = '/desk/sign-in/provider/back'
const LOGOUT = '/desk/sign-in/provider/logout'

let house: TestHouse
let office: Office
let site: Awaited<ReturnType<typeof serveSite>>
let idp: IdentityProvider
let unmapped: Hono<WebEnv>
let inner: Hono<WebEnv>

beforeAll(async () => {
  house = await testHouse({ now: new Date().toISOString() })
  office = await openOffice(house)
  // The site is there first, since the provider has to know its address, and the other way round.
  site = await serveSite(new Hono<WebEnv>().all('*', (c) => inner.fetch(c.req.raw, c.env)))
  idp = await identityProvider(site.url, BACK, LOGOUT)
  const on = (
    roles: {
      value: string
      role: 'ombudsman' | 'lead' | 'admin'
      organisation: string
      municipality: null
    }[],
  ) =>
    app(
      webOn({ ...house, publicUrl: site.url } as TestHouse, {
        oidc: {
          staff: {
            provider: new Provider({ issuer: idp.issuer, ...idp.client }),
            mapping: { claim: 'roles', roles },
          },
        },
      }),
    )
  inner = on([
    { value: 'SAV-johto', role: 'lead', organisation: '08', municipality: null },
    { value: 'SAV', role: 'ombudsman', organisation: '08', municipality: null },
  ])
  unmapped = on([])
  await office.rows(`update staff set email = 'maija.maki@example.fi' where id = $1`, office.maija.id)
})
afterAll(async () => {
  await site?.close()
  await idp?.close()
  await house?.close()
})

const enter = (browser: Wanderer, path = '/desk/sign-in/provider') => browser.go(`${site.url}${path}`)
const roleOf = async (email: string) =>
  (await office.rows<{ role: string }>('select role from staff where email = $1', email))[0]?.role

it('knows a colleague by the checked address the first time and by the number afterwards', async () => {
  const browser = new Wanderer()
  idp.sits('m-1', { email: 'Maija.Maki@example.fi', email_verified: true, roles: ['SAV'] })
  const { url, status } = await enter(browser, '/desk/sign-in/provider?next=%2Fdesk%2Fsearch')
  expect([new URL(url).pathname, status]).toEqual(['/desk/search', 200])
  // The address at the provider changes; the person stays.
  idp.sits('m-1', { email: 'toinen@example.fi', roles: ['SAV'] })
  await enter(new Wanderer())
  expect(await roleOf('toinen@example.fi')).toBeUndefined()
  const sessions = await office.rows<{ how: string }>(
    'select how from session where staff_id = $1',
    office.maija.id,
  )
  expect(sessions.map(({ how }) => how)).toEqual(['oidc', 'oidc'])
})

it('makes an account for a mapped group, and lets the group decide the role each time', async () => {
  idp.sits('u-1', { email: 'uusi@example.fi', name: 'Uusi Tulija', roles: ['muut', 'SAV'] })
  await enter(new Wanderer())
  expect(await roleOf('uusi@example.fi')).toBe('ombudsman')
  idp.sits('u-1', { email: 'uusi@example.fi', roles: ['SAV-johto'] })
  await enter(new Wanderer())
  expect(await roleOf('uusi@example.fi')).toBe('lead')
})

it('turns away, in words, who has no mapped group, an unchecked address or a closed account', async () => {
  const refused = async (id: string, account: Parameters<IdentityProvider['sits']>[1]) => {
    idp.sits(id, account)
    const { status, html, url } = await enter(new Wanderer())
    expect(new URL(url).pathname).toBe(BACK)
    expect(status).toBe(422)
    return html
  }
  expect(await refused('x-1', { email: 'x@example.fi', roles: ['muut'] })).toContain('Sinulla ei ole tiliä')
  expect(await refused('x-2', { email: 'pekka@example.fi', email_verified: false, roles: [] })).toContain(
    'Sinulla ei ole tiliä',
  )
  idp.sits('u-2', { email: 'suljettu@example.fi', roles: ['SAV'] })
  await enter(new Wanderer())
  await office.rows(`update staff set active = false where email = 'suljettu@example.fi'`)
  await refused('u-2', { email: 'suljettu@example.fi', roles: ['SAV'] })
  const kept = await office.rows(
    `select 1 from audit_entry where event = 'session.refused' and details->>'how' = 'oidc'`,
  )
  expect(kept.length).toBeGreaterThanOrEqual(1)
})

it('lets in only who has an account where no groups are mapped', async () => {
  const mapped = inner
  inner = unmapped
  try {
    idp.sits('n-1', { email: 'vieras@example.fi', roles: ['SAV'] })
    expect((await enter(new Wanderer())).status).toBe(422)
    idp.sits('m-1', { email: 'maija.maki@example.fi', roles: [] })
    expect(new URL((await enter(new Wanderer())).url).pathname).toBe('/desk')
  } finally {
    inner = mapped
  }
})

it('takes no answer twice, from another browser, or with another state', async () => {
  idp.sits('m-1', { email: 'maija.maki@example.fi', roles: ['SAV'] })
  const browser = new Wanderer()
  let answer = ''
  const steal = async (url: string): Promise<void> => {
    const jar = browser.jar(url)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const to = new URL(response.headers.get('location')!, url).toString()
    if (to.includes(BACK)) answer = to
    else await steal(to)
  }
  await steal(`${site.url}/desk/sign-in/provider`)
  expect((await new Wanderer().go(answer)).html).toContain('toisessa selaimessa')
  const other = new URL(answer)
  other.searchParams.set('state', 'another')
  const twin = new Wanderer()
  for (const [name, value] of browser.jar(site.url)) twin.jar(site.url).set(name, value)
  expect((await twin.go(other.toString())).html).toContain('ei onnistunut')
  expect(new URL((await browser.go(answer)).url).pathname).toBe('/desk')
  expect((await browser.go(answer)).status).toBe(422)
})

it('counts a fresh proof at the provider for step-up, of the same person only', async () => {
  const browser = new Wanderer()
  idp.sits('m-1', { email: 'maija.maki@example.fi', roles: ['SAV'] })
  await enter(browser)
  const proved = async () =>
    (
      await office.rows<{ at: Date | null }>(
        'select proved_at as at from session where staff_id = $1 order by created_at desc, id desc limit 1',
        office.maija.id,
      )
    )[0]!.at
  await office.rows('update session set proved_at = null where staff_id = $1', office.maija.id)
  const page = await browser.go(`${site.url}/desk/account/confirm?next=%2Fdesk%2Faccount`)
  expect(page.html).toContain('Vahvista organisaation tunnuksilla')
  // Another sign-in at the provider, beside the one the session came from.
  browser.jar(idp.issuer).clear()
  idp.sits('u-1', { email: 'uusi@example.fi', roles: ['SAV-johto'] })
  expect((await enter(browser, '/desk/sign-in/provider/again?next=%2Fdesk%2Faccount')).html).toContain(
    'toisella henkilöllä',
  )
  expect(await proved()).toBeNull()
  browser.jar(idp.issuer).clear()
  idp.sits('m-1', { email: 'maija.maki@example.fi', roles: ['SAV'] })
  const back = await enter(browser, '/desk/sign-in/provider/again?next=%2Fdesk%2Faccount')
  expect(new URL(back.url).pathname).toBe('/desk/account')
  expect(await proved()).not.toBeNull()
})

it('ends the session when the person signs out at the provider, told over the back channel', async () => {
  const browser = new Wanderer()
  idp.sits('m-1', { email: 'maija.maki@example.fi', roles: ['SAV'] })
  await enter(browser)
  expect(new URL((await browser.go(`${site.url}/desk`)).url).pathname).toBe('/desk')
  await idp.signOutThere(browser)
  expect(new URL((await browser.go(`${site.url}/desk`)).url).pathname).toBe('/desk/sign-in')
})

it('takes no logout token that the provider did not sign', async () => {
  const tell = (token: string) =>
    fetch(`${site.url}${LOGOUT}`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })
  const forged = await new SignJWT({
    sub: 'm-1',
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(idp.issuer)
    .setAudience(idp.client.clientId)
    .setIssuedAt()
    .setJti(newId())
    .sign(new TextEncoder().encode(idp.client.clientSecret))
  for (const token of ['', 'nonsense', forged]) expect((await tell(token)).status).toBe(400)
})

it('says so when the provider is away, and the other ways stay open', async () => {
  const mapped = inner
  inner = app(
    webOn({ ...house, publicUrl: site.url } as TestHouse, {
      oidc: {
        staff: {
          provider: new Provider({ issuer: 'http://127.0.0.1:9', ...idp.client }),
          mapping: { claim: 'roles', roles: [] },
        },
      },
    }),
  )
  try {
    const { status, html } = await enter(new Wanderer())
    expect(status).toBe(422)
    expect(html).toContain('Yritä hetken kuluttua uudelleen')
    expect(html).toContain('name="password"')
  } finally {
    inner = mapped
  }
})
