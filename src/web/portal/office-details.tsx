import { codeName, municipalities } from '../../classification/index.ts'
import { portal } from '../../language/catalogues/portal.ts'
import type { Lang } from '../../language/lang.ts'
import { PhoneLink, SummaryList } from '../ui/parts.ts'
import type { Office } from './office.ts'

/** How one office is reached; what it has not told is left out. */
export function OfficeDetails({
  lang,
  office,
  withPlaces,
  brief,
}: {
  lang: Lang
  office: Office
  /** Tells which municipalities belong to it. */
  withPlaces?: boolean
  /** The page says once what is to be done where nothing is told. */
  brief?: boolean
}) {
  const t = portal(lang)
  const told = Boolean(office.phone || office.email || office.address)
  const places = municipalities
    .filter((place) => place.county === office.code)
    .map((place) => place[lang === 'sv' ? 'sv' : 'fi'])
    .sort((a, b) => a.localeCompare(b, lang))
  return (
    <>
      {!told && !brief && <p>{t('contact.untold')}</p>}
      <SummaryList
        lang={lang}
        rows={[
          ...(office.phone
            ? [{ label: t('contact.phone'), value: <PhoneLink number={office.phone} /> }]
            : []),
          ...(office.hours ? [{ label: t('contact.hours'), value: office.hours }] : []),
          ...(office.email
            ? [
                {
                  label: t('contact.email'),
                  value: (
                    <>
                      <a href={`mailto:${office.email}`}>{office.email}</a>
                      <p class="av-small av-hush">{t('contact.mail-warning')}</p>
                    </>
                  ),
                },
              ]
            : []),
          ...(office.address ? [{ label: t('contact.address'), value: office.address, typed: true }] : []),
          ...(office.visits ? [{ label: t('contact.visits'), value: office.visits }] : []),
          ...(told && office.languages.length > 0
            ? [
                {
                  label: t('contact.languages'),
                  value: office.languages.map((code) => codeName('language', code, lang)).join(', '),
                },
              ]
            : []),
          ...(withPlaces && places.length > 1
            ? [{ label: t('contact.municipalities'), value: places.join(', ') }]
            : []),
        ]}
      />
    </>
  )
}
