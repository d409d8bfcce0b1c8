import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Provider } from '../../../src/access/index.ts'
import { casesOfIdentity } from '../../../src/cases/index.ts'
import { eraseIndexes, whatToErase } from '../../../src/cases/retention/erase.ts'
import { app } from '../../../src/web/app.tsx'
import type { WebEnv } from '../../../src/web/context.ts'
import { type Office, openOffice } from '../../cases/office.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { serveSite, webOn } from '../../web/serve-site.ts'
import { type IdentityProvider, identityProvider, Wanderer } from './identity-provider.ts'

let house: TestHouse
let office: Office
let other: Office
let site: Awaited<ReturnType<typeof serveSite>>
let idp: IdentityProvider
let inner: Hono<WebEnv>
let offered: Hono<WebEnv>

const on = (issuer: string) =>
  app(
    webOn({ ...house, publicUrl: site.url } as TestHouse, {
      oidc: { client: new Provider({ issuer, ...idp.client }) },
    }),
  )

beforeAll(async () => {
  house = await testHouse({ now: new Date().toISOString() })
  office = await openOffice(house)
  other = await openOffice(house, '90')
  site = await serveSite(new Hono<WebEnv>().all('*', (c) => inner.fetch(c.req.raw, c.env)))
  idp = await identityProvider(site.url, '/identity/back')
  offered = on(idp.issuer)
})
beforeEach(async () => {
  inner = offered
  await office.rows('delete from rate_count')
})
afterAll(async () => {
  await site?.close()
  await idp?.close()
  await house?.close()
})

type Sent = Awaited<ReturnType<Office['submit']>>
const path = ({ url }: { url: string }) => new URL(url).pathname

/** Somebody who opens a case with number and code. */
async function withReceipt({ caseNumber, receipt }: Sent, lang = 'fi'): Promise<Wanderer> {
  const browser = new Wanderer()
  const seen = await browser.post(`${site.url}/${lang}/follow`, { number: caseNumber, receipt })
  expect(path(seen)).toBe(`/${lang}/follow/case`)
  return browser
}

/** Ties a case to whoever sits at the provider as `person`. */
async function link(sent: Sent, person: string, lang = 'fi') {
  const browser = await withReceipt(sent, lang)
  idp.sits(person, {})
  return { browser, seen: await browser.go(`${site.url}/${lang}/follow/identity/link`) }
}

function identify(person: string, browser = new Wanderer(), lang = 'fi') {
  idp.sits(person, {})
  return browser.go(`${site.url}/${lang}/follow/identify`)
}

it('ties a case to a person and opens it for that person alone, with nothing of the person kept', async () => {
  const sent = await office.submit()
  const browser = await withReceipt(sent)
  expect((await browser.go(`${site.url}/fi/follow/case`)).html).toContain('href="/fi/follow/identity"')
  expect((await browser.go(`${site.url}/fi/follow/identity`)).html).toContain(
    'Liitä tunnistautuminen tähän asiaan',
  )
  const { seen } = await link(sent, 'Aino-1')
  expect([path(seen), seen.status]).toEqual(['/fi/follow/identity', 200])
  expect(seen.html).toContain('Tunnistautuminen on liitetty asiaan.')
  expect((await new Wanderer().go(`${site.url}/fi/follow`)).html).toContain('Tunnistaudu ja avaa asiasi')

  const opened = await identify('Aino-1')
  expect(path(opened)).toBe('/fi/follow/case')
  expect(opened.html).toContain(sent.caseNumber)
  // Another person, even one whose number differs in a capital only.
  for (const person of ['Berit-1', 'aino-1']) {
    const seen = await identify(person)
    expect([path(seen), seen.status]).toEqual(['/fi/follow/not-linked', 200])
    expect(seen.html).toContain('Emme löytäneet asiaa')
    expect(seen.html).not.toContain(sent.caseNumber)
  }
  const audit = await office.rows<{ event: string; how: string | null; all: string }>(
    `select event, details->>'how' as how, details::text as all from audit_entry where subject_id = $1 order by seq`,
    sent.caseId,
  )
  expect(audit.map(({ event }) => event)).toContain('client.identity-linked')
  expect(audit.filter(({ how }) => how === 'identity')).toHaveLength(1)
  expect(JSON.stringify(audit)).not.toMatch(/aino-1/i)
})

it('is a mark of its own in each office, and finds the cases of both', async () => {
  const here = await office.submit()
  const there = await other.submit()
  await link(here, 'two-offices')
  await link(there, 'two-offices')
  const marks = await office.rows<{ hash: string }>(
    `select distinct encode(b.hash, 'hex') as hash from blind_index b join "case" c on c.key_id = b.key_id
     where b.kind = 'identity' and c.id = any($1::uuid[])`,
    [here.caseId, there.caseId],
  )
  expect(marks).toHaveLength(2)
  const who = `${idp.issuer} two-offices`
  expect((await casesOfIdentity(house, who)).map(({ organisation }) => organisation).sort()).toEqual([
    '08',
    '90',
  ])
  // A house that does not serve the other office does not look there.
  expect(await casesOfIdentity({ ...house, organisations: ['08'] }, who)).toEqual([
    { id: here.caseId, organisation: '08' },
  ])
  expect(await casesOfIdentity(house, 'https://elsewhere.example two-offices')).toEqual([])
})

it('lets one of several be chosen, and nothing that is not the person’s own', async () => {
  const [first, second, foreign] = [await office.submit(), await office.submit(), await office.submit()]
  await link(first, 'chooser')
  await link(second, 'chooser')
  await link(foreign, 'somebody-else')
  const browser = new Wanderer()
  const list = await identify('chooser', browser)
  expect(path(list)).toBe('/fi/follow/choose')
  for (const { caseNumber } of [first, second]) expect(list.html).toContain(caseNumber)
  expect(list.html).not.toContain(foreign.caseNumber)
  expect(path(await browser.go(`${site.url}/fi/follow/case`))).toBe('/fi/follow')
  const choose = (by: Wanderer, id: string) => by.post(`${site.url}/fi/follow/choose`, { case: id })
  for (const id of [foreign.caseId, 'nonsense', '']) {
    const refused = await choose(browser, id)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Tätä asiaa ei voi avata')
  }
  // Without the sealed note of who came back, or with one of one's own making, nothing opens.
  expect((await choose(new Wanderer(), first.caseId)).status).toBe(422)
  const forger = new Wanderer()
  forger.jar(site.url).set('identity', Buffer.from('{"who":"chooser","until":9e15}').toString('base64url'))
  expect((await choose(forger, first.caseId)).status).toBe(422)

  const chosen = await choose(browser, first.caseId)
  expect(path(chosen)).toBe('/fi/follow/case')
  expect(chosen.html).toContain(first.caseNumber)
  expect((await choose(browser, second.caseId)).status).toBe(422)
})

it('forgets who came back after ten minutes', async () => {
  const [first, second] = [await office.submit(), await office.submit()]
  await link(first, 'slow')
  await link(second, 'slow')
  const browser = new Wanderer()
  await identify('slow', browser)
  const now = house.now()
  office.later(11)
  try {
    expect((await browser.post(`${site.url}/fi/follow/choose`, { case: first.caseId })).status).toBe(422)
  } finally {
    house.setNow(now)
  }
})

it('can be taken off again; number and code open the case as before', async () => {
  const sent = await office.submit()
  const { browser } = await link(sent, 'undone', 'sv')
  const page = await browser.go(`${site.url}/sv/follow/identity`)
  expect(page.html).toContain('En identifiering är kopplad till ärendet.')
  const off = await browser.post(`${site.url}/sv/follow/identity/remove`, {})
  expect(off.html).toContain('Identifieringen är borttagen')
  expect(path(await identify('undone', new Wanderer(), 'sv'))).toBe('/sv/follow/not-linked')
  await withReceipt(sent)
  const removed = await office.rows(
    `select 1 from audit_entry where event = 'client.identity-removed' and subject_id = $1`,
    sent.caseId,
  )
  expect(removed).toHaveLength(1)
})

it('is erased with the case', async () => {
  const sent = await office.submit()
  await link(sent, 'erased')
  await office.as({ kind: 'system' }, async (t) => eraseIndexes(t, await whatToErase(t, 'case', sent.caseId)))
  expect(path(await identify('erased'))).toBe('/fi/follow/not-linked')
})

it('ties nothing when the case was closed, or another one opened, while the person was away', async () => {
  const [first, second] = [await office.submit(), await office.submit()]
  for (const after of ['closed', 'other'] as const) {
    const browser = await withReceipt(first)
    const jar = browser.jar(site.url)
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const leaving = await fetch(`${site.url}/fi/follow/identity/link`, {
      redirect: 'manual',
      headers: { Cookie: cookie() },
    })
    jar.set('errand', /errand=([^;]+)/.exec(leaving.headers.getSetCookie().join('\n'))![1]!)
    if (after === 'closed') jar.delete('case')
    else jar.set('case', (await withReceipt(second)).jar(site.url).get('case')!)
    idp.sits('late', {})
    const seen = await browser.go(leaving.headers.get('location')!)
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('tunnistautumista ei liitetty')
  }
  expect(await casesOfIdentity(house, `${idp.issuer} late`)).toEqual([])
})

it('begins to tie a case only from a page of ours', async () => {
  const browser = await withReceipt(await office.submit())
  const answer = await fetch(`${site.url}/fi/follow/identity/link`, {
    redirect: 'manual',
    headers: {
      'Sec-Fetch-Site': 'cross-site',
      Cookie: [...browser.jar(site.url)].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  expect(answer.headers.get('location')).toBe('/fi/follow/identity')
})

it('takes no answer without the errand it belongs to', async () => {
  const seen = await new Wanderer().go(`${site.url}/identity/back?code=x&state=y`)
  expect(seen.status).toBe(422)
  expect(seen.html).toContain('alkoi toisessa selaimessa')
})

it('says so when the provider is away; without one there is no such thing', async () => {
  inner = on('http://127.0.0.1:9')
  const away = await new Wanderer().go(`${site.url}/en/follow/identify`)
  expect([away.status, away.html.includes('does not work right now')]).toEqual([422, true])
  inner = app(webOn({ ...house, publicUrl: site.url } as TestHouse))
  expect((await new Wanderer().go(`${site.url}/fi/follow`)).html).not.toContain('Tunnistaudu')
  for (const page of ['identify', 'choose', 'not-linked', 'identity', 'identity/link'])
    expect((await new Wanderer().go(`${site.url}/fi/follow/${page}`)).status).toBe(404)
  expect((await new Wanderer().go(`${site.url}/identity/back`)).status).toBe(404)
})

it('slows down who asks the provider without end', async () => {
  const answers: number[] = []
  for (let n = 0; n < 61; n++)
    answers.push((await fetch(`${site.url}/fi/follow/identify`, { redirect: 'manual' })).status)
  expect(answers.slice(0, 60).every((status) => status === 303)).toBe(true)
  expect(answers[60]).toBe(429)
})
