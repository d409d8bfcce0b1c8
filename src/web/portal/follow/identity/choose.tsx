import { casesOfIdentity, describeStates, openWithIdentity, standingsOf } from '../../../../cases/index.ts'
import { identityTexts } from '../../../../language/catalogues/client-identity.ts'
import { formatLongDate } from '../../../../language/formats.ts'
import type { Web } from '../../../context.ts'
import { Button, Form, HiddenFields } from '../../../ui/parts.ts'
import { type PortalContext, show } from '../../frame.tsx'
import { remember } from '../session.ts'
import { failedPage } from './failed.tsx'
import { forgetIdentity, keptIdentity } from './kept.ts'

/** The cases of who came back from the provider, one to be chosen. */
export async function choosePage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = identityTexts(lang)
  const who = keptIdentity(c, web)
  if (!who) return failedPage(c, web, 'ended')
  const cases = await standingsOf(web.house, await casesOfIdentity(web.house, who))
  return show(c, web, {
    title: t('choose-title'),
    path: '/follow/choose',
    section: 'follow',
    keep: 'secret',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('choose-title')}</h1>
        <p>{t('choose-lead')}</p>
        <ul class="av-cards">
          {cases.map((row) => (
            <li class="av-card">
              <h2>{row.number}</h2>
              <p class="av-hush">{t('choose-sent', { date: formatLongDate(lang, row.openedAt) })}</p>
              <p>{describeStates(row, lang, 'client')[0]?.text}</p>
              <Form lang={lang} action={`/${lang}/follow/choose`}>
                <HiddenFields values={{ case: row.id }} />
                <Button look="secondary">{t('choose-open', { number: row.number })}</Button>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}

/** Opens the chosen case, if it is one of the person's own: looked up anew, whatever the form says. */
export async function takeChoice(c: PortalContext, web: Web): Promise<Response> {
  const who = keptIdentity(c, web)
  if (!who) return failedPage(c, web, 'ended')
  const chosen = String((await c.req.parseBody()).case ?? '')
  const opened = await openWithIdentity(web.house, who, chosen)
  if (!opened) return failedPage(c, web, 'choice')
  forgetIdentity(c)
  remember(c, web, opened)
  return c.redirect(`/${c.var.lang}/follow/case`, 303)
}
