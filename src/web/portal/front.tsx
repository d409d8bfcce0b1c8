import { portal } from '../../language/catalogues/portal.ts'
import type { Web } from '../context.ts'
import { Alert, PhoneLink, UrgentPanel } from '../ui/parts.ts'
import { draftOf } from './draft.ts'
import { type PortalContext, show } from './frame.tsx'
import { onlyOffice } from './office.ts'
import { StartForm } from './start.tsx'

/** What a social ombudsman does and does not, the two ways to begin, and every other way to reach the office. */
export async function frontPage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = portal(lang)
  const office = await onlyOffice(web.house, lang)
  const found = await draftOf(c, web)
  const begun =
    found !== 'none' && found !== 'gone' && !found.draft.sent && Object.keys(found.draft.answers).length > 0
  const card = (href: string, title: string, text: string) => (
    <li class="av-card">
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p>{text}</p>
    </li>
  )
  return show(c, web, {
    title: t('front.title'),
    path: '',
    section: 'front',
    office,
    description: t('front.description'),
    indexed: true,
    children: (
      <div class="av-flow">
        <h1>{t('front.title')}</h1>
        <p class="av-lead">{t('front.lead')}</p>
        {begun && (
          <Alert title={t('front.go-on')}>
            <p>
              {t('front.go-on.text')} <a href={`/${lang}/ask/resume`}>{t('front.go-on.link')}</a>
            </p>
          </Alert>
        )}
        <StartForm lang={lang} />
        <p class="av-hush">{t('front.how-long')}</p>
        <h2>{t('front.self')}</h2>
        <ul class="av-cards">
          {card(`/${lang}/help-me`, t('front.way'), t('front.way.text'))}
          {card(`/${lang}/deadline`, t('front.deadline'), t('front.deadline.text'))}
        </ul>
        <p>
          <a href={`/${lang}/rights`}>{t('front.rights')}</a>
        </p>
        <h2>{t('front.more')}</h2>
        <ul class="av-cards">
          {card(`/${lang}/follow`, t('front.follow'), t('front.follow.text'))}
          {card(`/${lang}/continue`, t('front.continue'), t('front.continue.text'))}
        </ul>
        <div class="av-section av-does">
          <section class="av-flow">
            <h2>{t('front.does')}</h2>
            <ul>
              <li>{t('front.does-1')}</li>
              <li>{t('front.does-2')}</li>
              <li>{t('front.does-3')}</li>
              <li>{t('front.does-4')}</li>
              <li>{t('front.does-5')}</li>
            </ul>
            <p>{t('front.independent')}</p>
          </section>
          <section class="av-flow">
            <h2>{t('front.does-not')}</h2>
            <ul>
              <li>{t('front.does-not-1')}</li>
              <li>{t('front.does-not-2')}</li>
              <li>{t('front.does-not-3')}</li>
              <li>{t('front.does-not-4')}</li>
            </ul>
          </section>
        </div>
        <h2>{t('front.reach')}</h2>
        <ul class="av-cards">
          <li class="av-card">
            <h3>{t('reach.phone')}</h3>
            {office?.phone ? (
              <>
                <PhoneLink number={office.phone} />
                {office.hours && <p>{office.hours}</p>}
              </>
            ) : (
              <p>
                {t('reach.phone.text')} <a href={`/${lang}/contact`}>{t('reach.all')}</a>
              </p>
            )}
          </li>
          {card(`/${lang}/call-back`, t('reach.call-back'), t('reach.call-back.text'))}
          {card(`/${lang}/contact`, t('reach.visit'), office?.visits || t('reach.visit.text'))}
          {card(`/${lang}/start`, t('reach.write'), t('reach.write.text'))}
        </ul>
        <div class="av-section">
          <UrgentPanel
            lang={lang}
            title={t('front.urgent')}
            calls={[{ number: '112', who: t('front.urgent-112') }]}
          >
            <p>{t('front.urgent-text')}</p>
          </UrgentPanel>
        </div>
      </div>
    ),
  })
}
