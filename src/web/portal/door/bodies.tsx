import { countyName } from '../../../classification/index.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import type { Web } from '../../context.ts'
import { UrgentPanel } from '../../ui/parts.ts'
import { type PortalContext, show } from '../frame.tsx'
import { onlyOffice, readOffice } from '../office.ts'
import { allContacts, type Contact } from './contacts.ts'
import { ContactDetails, Unfilled, Whom } from './whom.tsx'

/** Every body a client may need, by area; what an office has not filled in is told by what it does. */
export async function bodiesPage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = directory(lang)
  const served = web.house.organisations
  const asked = served.find((code) => code === c.req.query('county'))
  const area = served.length === 1 ? served[0] : asked
  const { near, national } = await allContacts(web.house, area, lang)
  const office = area ? await readOffice(web.house, area, lang) : await onlyOffice(web.house, lang)
  const list = (contacts: readonly Contact[]) => (
    <ul class="av-bodies">
      {contacts.map((contact) => (
        <li>
          <ContactDetails lang={lang} contact={contact} level={3} />
        </li>
      ))}
      <Unfilled lang={lang} contacts={contacts} />
    </ul>
  )
  return show(c, web, {
    title: t('title'),
    path: `/bodies${asked ? `?county=${asked}` : ''}`,
    section: 'contact',
    office,
    indexed: true,
    description: t('description'),
    children: (
      <div class="av-flow av-narrow">
        <h1>{t('title')}</h1>
        <p class="av-lead">{t('lead')}</p>
        <UrgentPanel lang={lang} title={t('urgent')} calls={[{ number: '112', who: t('urgent.112') }]} />
        <p>
          {t('not-sure')} <a href={`/${lang}/help-me`}>{t('not-sure.way')}</a>
        </p>
        {area ? (
          <>
            <h2>{t('own', { area: countyName(area, lang) })}</h2>
            {served.length > 1 && (
              <p>
                <a href={`/${lang}/bodies`}>{t('other-area')}</a>
              </p>
            )}
            <Whom lang={lang} office={office} contacts={near} />
          </>
        ) : (
          <>
            <h2>{t('choose-area')}</h2>
            <ul>
              {served
                .map((code) => ({ code, name: countyName(code, lang) }))
                .sort((a, b) => a.name.localeCompare(b.name, lang))
                .map(({ code, name }) => (
                  <li>
                    <a href={`/${lang}/bodies?county=${code}`}>{name}</a>
                  </li>
                ))}
            </ul>
          </>
        )}
        <h2>{t('national')}</h2>
        {list(national)}
      </div>
    ),
  })
}
