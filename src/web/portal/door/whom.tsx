import { directory } from '../../../language/catalogues/directory.ts'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { PhoneLink } from '../../ui/parts.ts'
import type { Office } from '../office.ts'
import type { Contact } from './contacts.ts'

/** Whom to ask: the ombudsman's own office first, then the bodies. Never empty. */
export function Whom({
  lang,
  office,
  contacts,
  level = 3,
}: {
  lang: Lang
  office: Office | undefined
  contacts: readonly Contact[]
  level?: 3 | 4
}) {
  const t = finder(lang)
  return (
    <ul class="av-bodies">
      <li>
        <BodyHead
          level={level}
          name={office ? `${t('whom.office')}, ${office.name}` : t('whom.office')}
          does={t('whom.office.does')}
        />
        {office?.phone ? (
          <>
            <PhoneLink number={office.phone} />
            {office.hours && <p>{office.hours}</p>}
          </>
        ) : (
          <p>
            <a href={`/${lang}/contact`}>{t('whom.office.all')}</a>
          </p>
        )}
      </li>
      {contacts.map((contact) => (
        <li>
          <ContactDetails lang={lang} contact={contact} level={level} />
        </li>
      ))}
      <Unfilled lang={lang} contacts={contacts} />
    </ul>
  )
}

/** Says once for a list that some contact details are missing, and how to get them. */
export function Unfilled({ lang, contacts }: { lang: Lang; contacts: readonly Contact[] }) {
  const missing = contacts.some(({ phone, address, web }) => !phone && !address && !web)
  return missing ? <li class="av-small av-hush">{directory(lang)('unfilled')}</li> : null
}

function BodyHead({ level, name, does }: { level: 3 | 4; name: string; does: string }) {
  return (
    <>
      {level === 3 ? <h3>{name}</h3> : <h4>{name}</h4>}
      {does && <p>{does}</p>}
    </>
  )
}

/** One body. */
export function ContactDetails({ lang, contact, level }: { lang: Lang; contact: Contact; level: 3 | 4 }) {
  const t = finder(lang)
  const { name, does, phone, hours, address, web, say, checkedOn } = contact
  const d = directory(lang)
  return (
    <>
      <BodyHead level={level} name={name} does={does} />
      {phone && <PhoneLink number={phone} />}
      {hours && <p>{hours}</p>}
      {address && <p class="av-typed">{address}</p>}
      {web && (
        <p>
          <a href={web} rel="external">
            {web.replace(/^https:\/\/(www\.)?|\/$/g, '')}
          </a>
        </p>
      )}
      {say && (
        <p class="av-say">
          <span class="av-hush">{t('say.call')}</span> <q>{say}</q>
        </p>
      )}
      {checkedOn && <p class="av-small av-hush">{d('checked', { date: formatDate(lang, checkedOn) })}</p>}
    </>
  )
}
