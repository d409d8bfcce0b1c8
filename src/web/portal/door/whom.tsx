import { bodyKind } from '../../../classification/index.ts'
import type { House } from '../../../custody/transaction.ts'
import { finder } from '../../../language/catalogues/portal-finder.ts'
import type { Lang } from '../../../language/lang.ts'
import { PhoneLink } from '../../ui/parts.ts'
import type { Office } from '../office.ts'

/** A body as a person needs it: who, what for, how to reach it, what to say. What is not known is empty. */
export interface Contact {
  code: string
  name: string
  does: string
  say: string
  phone: string
  hours: string
  address: string
  web: string
}

/**
 * The bodies of the kinds asked for, in that order; national ones are always there, those of a county or a municipality
 * once an office has told of them.
 */
export async function contactsFor(
  _house: House,
  _organisation: string | undefined,
  codes: readonly string[],
  lang: Lang,
): Promise<Contact[]> {
  return codes.flatMap((code) => {
    const kind = bodyKind(code)
    return kind ? [builtIn(kind.code, lang)] : []
  })
}

function builtIn(code: string, lang: Lang): Contact {
  const kind = bodyKind(code)!
  return {
    code,
    name: kind.name[lang],
    does: kind.does[lang],
    say: kind.say[lang],
    phone: '',
    hours: '',
    address: '',
    web: kind.web ?? '',
  }
}

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
    </ul>
  )
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
  const { name, does, phone, hours, address, web, say } = contact
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
    </>
  )
}
