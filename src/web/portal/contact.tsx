import { ALAND_ANSWER, municipality, municipalityName, officeFor } from '../../classification/index.ts'
import { portal } from '../../language/catalogues/portal.ts'
import { ask } from '../../language/catalogues/portal-ask.ts'
import type { Lang } from '../../language/lang.ts'
import type { Web } from '../context.ts'
import { Button, ButtonRow, Form, LinkButton, TextField } from '../ui/parts.ts'
import { choicesOf, placeName, settlePlace } from './ask/where.tsx'
import { type PortalContext, show } from './frame.tsx'
import { contactHref, type Office, onlyOffice, readOffices } from './office.ts'
import { OfficeDetails } from './office-details.tsx'

/** Every office and how to reach it; found by municipality, without script too. */
export async function contactPage(c: PortalContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = portal(lang)
  const place = (c.req.query('place') ?? '').slice(0, 60)
  const offices = await readOffices(web.house, lang)
  const own = await onlyOffice(web.house, lang)
  const sami = offices.some((office) => office.served && office.sami)
  return show(c, web, {
    title: t('contact.title'),
    path: `/contact${place ? `?place=${encodeURIComponent(place)}` : ''}`,
    section: 'contact',
    indexed: true,
    children: (
      <div class="av-flow">
        <h1>{t('contact.title')}</h1>
        {own ? (
          <>
            <p>{t('contact.lead.one', { office: own.name })}</p>
            <OfficeDetails lang={lang} office={own} withPlaces />
          </>
        ) : (
          <p>{t('contact.lead')}</p>
        )}
        <ButtonRow>
          <LinkButton href={`/${lang}/call-back`} look={own ? 'primary' : 'secondary'} icon="phone">
            {t('reach.call-back')}
          </LinkButton>
          <LinkButton href={`/${lang}/start`} look="secondary">
            {t('reach.write')}
          </LinkButton>
        </ButtonRow>
        {sami && (
          <p>
            <a href={contactHref('se')} lang="se" hreflang="se">
              {t('sami.link')}
            </a>
          </p>
        )}
        <Form lang={lang} method="get" action={`/${lang}/contact`}>
          <div class="av-flow">
            <TextField
              lang={lang}
              name="place"
              label={t('contact.search')}
              hint={t('contact.search.hint')}
              value={place}
              autocomplete="off"
              spellcheck={false}
              width={20}
              suggestions={[]}
            />
            <ButtonRow>
              <Button look="secondary">{t('contact.find')}</Button>
            </ButtonRow>
          </div>
        </Form>
        {place && <Found lang={lang} place={place} offices={offices} served={web.house.organisations} />}
        <h2>{t('contact.all')}</h2>
        <p>{t('contact.all.note')}</p>
        {offices.map((office) => (
          <details class="ds-details" id={`office-${office.code}`}>
            <summary>{office.name}</summary>
            <OfficeDetails lang={lang} office={office} withPlaces brief />
          </details>
        ))}
      </div>
    ),
  })
}

function Found({
  lang,
  place,
  offices,
  served,
}: {
  lang: Lang
  place: string
  offices: readonly Office[]
  served: readonly string[]
}) {
  const t = portal(lang)
  const settled = settlePlace({ place })
  const code = String(settled.municipality ?? '')
  const found = officeFor(code, served)
  if (found.kind === 'aland') return <p role="status">{ALAND_ANSWER[lang]}</p>
  if (found.kind === 'unknown') {
    const several = choicesOf(settled, lang)
    return several.length > 1 ? (
      <div role="status" class="av-flow">
        <p>{ask(lang)('where.choose')}</p>
        <ul>
          {several.map((each) => (
            <li>
              <a href={`?place=${encodeURIComponent(each[lang === 'sv' ? 'sv' : 'fi'])}`}>
                {placeName(each, lang)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ) : (
      <p role="status">{t('contact.none', { place })}</p>
    )
  }
  const office = offices.find((each) => each.code === found.county)
  return (
    <section class="av-flow" role="status">
      <h2>{t('contact.found', { place: municipality(code) ? municipalityName(code, lang) : place })}</h2>
      {office && (
        <>
          <h3>{office.name}</h3>
          {!office.served && <p>{t('contact.not-here')}</p>}
          <OfficeDetails lang={lang} office={office} />
        </>
      )}
    </section>
  )
}
