import type { Hono } from 'hono'
import { identityLinked, unlinkIdentity } from '../../../../cases/index.ts'
import { identityTexts } from '../../../../language/catalogues/client-identity.ts'
import { ui } from '../../../../language/catalogues/ui.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Web, WebEnv } from '../../../context.ts'
import { problem } from '../../../problem.tsx'
import { Button, ButtonRow, Flash, Form, LinkButton } from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'
import { readOffice } from '../../office.ts'
import { asClient } from '../letters/as-client.ts'
import type { OpenedCase } from '../session.ts'
import { choosePage, takeChoice } from './choose.tsx'
import { nonePage } from './failed.tsx'
import { leaveToIdentify } from './leave.ts'

type WithCase = (
  work: (c: PortalContext, web: Web, opened: OpenedCase) => Promise<Response>,
) => (c: PortalContext) => Promise<Response>

/** E-identification beside number and code; without a provider there is no such thing. */
export function addIdentityPages(app: Hono<WebEnv>, web: Web, withCase: WithCase): void {
  const offered = (work: (c: PortalContext) => Promise<Response>) => async (c: PortalContext) =>
    web.oidc?.client ? work(c) : problem(c, 404)
  app.get(
    '/identify',
    offered((c) => leaveToIdentify(c, web)),
  )
  app.get(
    '/not-linked',
    offered((c) => nonePage(c, web)),
  )
  app.get(
    '/choose',
    offered((c) => choosePage(c, web)),
  )
  app.post(
    '/choose',
    offered((c) => takeChoice(c, web)),
  )
  app.get('/identity', offered(withCase(identityPage)))
  app.get('/identity/link', offered(withCase(leaveToLink)))
  app.post('/identity/remove', offered(withCase(remove)))
}

/** On the page that asks for number and code. */
export function IdentifyInstead({ lang }: { lang: Lang }) {
  const t = identityTexts(lang)
  return (
    <>
      <h2>{t('or-title')}</h2>
      <p>{t('or-text')}</p>
      <LinkButton look="secondary" href={`/${lang}/follow/identify`}>
        {t('or-go')}
      </LinkButton>
    </>
  )
}

/** Ties the opened case to an e-identification, or takes that off again. */
async function identityPage(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const { lang } = c.var
  const t = identityTexts(lang)
  const n = await asClient(web, opened, (o) => identityLinked(o, opened.id))
  const done = c.req.query('done')
  return show(c, web, {
    title: t('title'),
    path: '/follow/identity',
    section: 'follow',
    office: await readOffice(web.house, opened.organisation, lang),
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <p>
          <a class="ds-link av-back" href={`/${lang}/follow/case`}>
            {ui(lang)('back')}
          </a>
        </p>
        {(done === 'linked' || done === 'unlinked') && <Flash>{t(`done-${done}`)}</Flash>}
        <h1>{t('title')}</h1>
        <p>{n > 0 ? t('linked', { n }) : t('lead')}</p>
        <p>{t('kept')}</p>
        <LinkButton look={n > 0 ? 'secondary' : 'primary'} href={`/${lang}/follow/identity/link`}>
          {t(n > 0 ? 'link-more' : 'link')}
        </LinkButton>
        {n > 0 && (
          <Form lang={lang} action={`/${lang}/follow/identity/remove`}>
            <div class="av-flow">
              <p>{t('unlink-text')}</p>
              <ButtonRow>
                <Button danger>{t('unlink')}</Button>
              </ButtonRow>
            </div>
          </Form>
        )}
      </div>
    ),
  })
}

/** A page of ours leads there; a link from elsewhere only comes to the page that tells what it is. */
async function leaveToLink(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  const site = c.req.header('Sec-Fetch-Site')
  if (site && site !== 'same-origin') return c.redirect(`/${c.var.lang}/follow/identity`, 303)
  return leaveToIdentify(c, web, opened.id)
}

async function remove(c: PortalContext, web: Web, opened: OpenedCase): Promise<Response> {
  await asClient(web, opened, (t) => unlinkIdentity(t, opened.id))
  return c.redirect(`/${c.var.lang}/follow/identity?done=unlinked`, 303)
}
