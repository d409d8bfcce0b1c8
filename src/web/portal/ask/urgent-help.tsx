import { ask } from '../../../language/catalogues/portal-ask.ts'
import type { Web } from '../../context.ts'
import { LinkButton, UrgentPanel } from '../../ui/parts.ts'
import { contactsFor } from '../door/contacts.ts'
import type { Open } from '../draft.ts'
import { type PortalContext, show } from '../frame.tsx'
import { onlyOffice } from '../office.ts'
import { officeOf } from './office-of.ts'
import { addressAfter } from './questions.ts'
import { needsOf, urgent } from './urgent.tsx'

/** Whom to call now. Shown at once when a need was named. */
export async function urgentHelp(c: PortalContext, web: Web, { draft }: Open): Promise<Response> {
  const { lang } = c.var
  const t = ask(lang)
  const needs = needsOf(draft.answers.urgent ?? {})
  const fromCheck = c.req.query('then') === 'check'
  const next = addressAfter(lang, urgent, fromCheck)
  if (needs.length === 0) return c.redirect(next, 303)
  const office = (await officeOf(web, lang, draft)) ?? (await onlyOffice(web.house, lang))
  const emergency = await contactsFor(web.house, office?.code, ['social-emergency'], lang)
  const calls = [
    { number: '112', who: t(needs.includes('child') ? 'help.112-child' : 'help.112') },
    ...(needs.includes('medicine') ? [{ number: '116 117', who: t('help.116117') }] : []),
    ...emergency
      .filter(({ phone }) => phone)
      .map(({ phone, name, hours }) => ({ number: phone, who: [name, hours].filter(Boolean).join(', ') })),
    ...(office?.phone
      ? [
          {
            number: office.phone,
            who: [t('help.office', { office: office.name }), office.hours].filter(Boolean).join(', '),
          },
        ]
      : []),
  ]
  // Where the number is known it is among the calls; else the page tells how to find it.
  const social =
    !emergency.some(({ phone }) => phone) &&
    needs.some((need) => need === 'child' || need === 'home' || need === 'care' || need === 'safety')
  return show(c, web, {
    title: t('help.title'),
    path: `/ask/urgent/help${fromCheck ? '?then=check' : ''}`,
    office,
    back: `/${lang}/ask/urgent`,
    keep: 'form',
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('help.title')}</h1>
        <p>{t('help.lead')}</p>
        <UrgentPanel lang={lang} title={t('help.numbers')} calls={calls}>
          {social && <p>{t('help.social')}</p>}
        </UrgentPanel>
        {(needs.includes('food') || needs.includes('medicine')) && <p>{t('help.food')}</p>}
        {needs.includes('home') && <p>{t('help.home')}</p>}
        <p>{t('help.then')}</p>
        <LinkButton href={next}>{t('help.go-on')}</LinkButton>
      </div>
    ),
  })
}
