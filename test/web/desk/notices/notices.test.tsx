import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOffice } from '../../../../src/custody/transaction.ts'
import { LANGS, type Lang } from '../../../../src/language/lang.ts'
import { deliverNotice, NOTICE_NAMES, planNotice } from '../../../../src/notices/index.ts'
import type { MailTransport } from '../../../../src/notices/transport.ts'
import type { Web, WebEnv } from '../../../../src/web/context.ts'
import { demoMailbox } from '../../../../src/web/demo-mailbox.tsx'
import { noticePages } from '../../../../src/web/desk/notices/index.tsx'
import { type Office, openOffice } from '../../../cases/office.ts'
import { type TestHouse, testHouse } from '../../../house.ts'

let house: TestHouse
let office: Office
let web: Web
let id: string
let sentId: string
const answering = (kind: 'sent' | 'permanent', answer: string): MailTransport => ({
  from: { name: '', address: 'noreply@alue.example' },
  send: async () => ({ kind, answer }),
  close() {},
})
const plan = () =>
  inOffice(
    house,
    '08',
    { kind: 'system' },
    async (t) =>
      planNotice(t, {
        template: 'answered',
        language: 'sv',
        facts: { caseNumber: 'AV-2026-000123-7' },
        address: { email: 'aino@example.fi' },
      })!,
  )
beforeAll(async () => {
  house = await testHouse()
  office = await openOffice(house)
  web = { house, demo: true, intakeLimit: 0, mailLeaves: true, addressOf: () => '' }
  id = await plan()
  await deliverNotice(house, answering('permanent', '550 no such user'), { organisation: '08', noticeId: id })
  sentId = await plan()
  await deliverNotice(house, answering('sent', '250 ok'), { organisation: '08', noticeId: sentId })
})
afterAll(() => house?.close())

type AnyRole = 'admin' | 'lead' | 'ombudsman' | 'authority'

function site(lang: Lang = 'fi', role: AnyRole | null = 'admin', organisation = '08') {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('lang', lang)
    if (role)
      c.set('staff', {
        staffId: office.maija.id,
        organisation,
        name: 'Maija',
        email: 'm@example.fi',
        role,
        municipality: null,
        language: lang,
        sessionId: office.maija.id,
        provedAt: new Date('2100-01-01'),
      })
    await next()
  })
  return app.route('/desk/notices', noticePages(web)).route('/demo/mailbox', demoMailbox(web))
}
const page = async (path: string, lang?: Lang) => (await site(lang).request(path)).text()

describe('the outbox on the desk', () => {
  it.each(LANGS)('shows what did not arrive, with the case and no address, in %s', async (lang) => {
    const html = await page('/desk/notices', lang)
    expect(html).toContain('AV-2026-000123-7')
    expect(html).toContain(id)
    expect(html).not.toContain(sentId)
    expect(html).not.toContain('aino@')
  })

  it('says what to do about it and shows the text that was to go out', async () => {
    const html = await page(`/desk/notices/${id}`)
    expect(html).toContain('Soita asiakkaalle')
    expect(html).toContain('550 no such user')
    expect(html).toContain('Vi har svarat dig')
  })

  it('sends again to a corrected address, after asking for a better one', async () => {
    const send = (email: string) =>
      site().request(`/desk/notices/${id}/resend`, { method: 'POST', body: new URLSearchParams({ email }) })
    const refused = await send('aino at example')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/<title>Virhe: .*aria-invalid="true"/s)
    const done = await send('aino@uusi.fi')
    expect(done.status).toBe(303)
    expect(await page(done.headers.get('location')!)).toContain('Ilmoitus lähtee uudelleen.')
  })

  it('tells when a notice went out meanwhile', async () => {
    const done = await site().request(`/desk/notices/${sentId}/cancel`, { method: 'POST' })
    expect(await page(done.headers.get('location')!)).toContain('ehti jo lähteä')
  })

  it.each(['nonsense', '00000000-0000-4000-8000-000000000000'])('knows no notice %s', async (wrong) => {
    expect((await site().request(`/desk/notices/${wrong}`)).status).toBe(404)
    expect((await site().request(`/desk/notices/${wrong}/resend`, { method: 'POST' })).status).toBe(404)
  })

  it('leads those who may read cases to the case', async () => {
    const asked = async (role: 'admin' | 'lead') =>
      (await site('fi', role).request('/desk/notices?view=all')).text()
    expect(await asked('lead')).toContain('href="/desk/cases/AV-2026-000123-7"')
    expect(await asked('admin')).not.toContain('/desk/cases/')
  })

  it('lets an ombudsman send again what did not arrive of an own case, and see nothing else', async () => {
    const { caseId } = await office.submit()
    const [notice] = await office.rows<{ id: string }>(
      'select id from notice where case_id = $1 order by planned_at limit 1',
      caseId,
    )
    const own = notice!.id
    await deliverNotice(house, answering('permanent', '550 no'), { organisation: '08', noticeId: own })
    const asked = (path: string, method = 'GET') => site('fi', 'ombudsman').request(path, { method })
    expect((await asked(`/desk/notices/${own}`)).status).toBe(403)
    await office.as(office.maija, (t) =>
      t.sql.case.update({ where: { id: caseId }, data: { handlerId: office.maija.id } }),
    )
    expect(await (await asked(`/desk/notices/${own}`)).text()).toContain(`href="/desk/cases/${caseId}"`)
    const again = await site('fi', 'ombudsman').request(`/desk/notices/${own}/resend`, {
      method: 'POST',
      body: new URLSearchParams({ email: '' }),
    })
    expect(again.status).toBe(303)
    expect((await asked(`/desk/notices/${id}`)).status).toBe(403)
    expect((await asked(`/desk/notices/${id}/resend`, 'POST')).status).toBe(403)
    expect((await asked('/desk/notices')).status).toBe(403)
    expect((await asked('/desk/notices/texts')).status).toBe(403)
  })

  it('is not for other offices, authority readers or strangers', async () => {
    expect((await site('fi', 'admin', '90').request(`/desk/notices/${id}`)).status).toBe(404)
    expect((await site('fi', 'authority').request('/desk/notices')).status).toBe(403)
    expect((await site('fi', null).request('/desk/notices')).status).toBe(401)
  })

  it.each(NOTICE_NAMES.flatMap((name) => LANGS.map((lang) => [name, lang] as const)))(
    'previews %s in %s',
    async (name, lang) => {
      const html = await page(`/desk/notices/texts?notice=${name}&in=${lang}`, 'en')
      expect(html).toMatch(new RegExp(`<article[^>]* lang="${lang}"`))
      expect(html).not.toContain('style="')
    },
  )
})

describe("the demonstration's mailbox", () => {
  it('shows mails with links that can be followed', async () => {
    const html = await page('/demo/mailbox?lang=en')
    expect(html).toContain('href="http://localhost:8080/sv/follow?case=AV-2026-000123-7"')
    expect(html).not.toContain('aino@')
  })

  it('is there in the demonstration only', async () => {
    const app = new Hono<WebEnv>().route('/demo/mailbox', demoMailbox({ ...web, demo: false }))
    expect((await app.request('/demo/mailbox')).status).toBe(404)
  })
})
