import type { Excerpt, FoundContact, SearchHit } from '../../../cases/index.ts'
import { codeName, municipalityName } from '../../../classification/index.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { search } from '../../../language/catalogues/search.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { Tag } from '../../ui/parts.ts'

/** Cases found by their texts, each with the passages that show why. */
export function FoundByWords({
  lang,
  hits,
  names,
}: {
  lang: Lang
  hits: readonly SearchHit[]
  names: ReadonlyMap<string, string>
}) {
  const t = desk(lang)
  return (
    <ol class="av-found">
      {hits.map(({ row, excerpts }) => {
        const about = [
          t(row.kind === 'complaint' ? 'kind-complaint' : 'kind-advice'),
          row.serviceTask && codeName('serviceTask', row.serviceTask, lang),
          municipalityName(row.municipality, lang),
          row.handlerId ? names.get(row.handlerId) : t('nobody'),
          formatDate(lang, row.openedAt),
        ]
        return (
          <li>
            <p class="av-tags">
              <a href={`/desk/cases/${row.id}`}>
                <span class="av-number">{row.number}</span>
              </a>
              {row.urgent && !row.closedAt && <Tag tone="danger">{t('urgent')}</Tag>}
              {row.closedAt && <Tag>{search(lang)('state-closed')}</Tag>}
            </p>
            <p class="av-second">{about.filter(Boolean).join(' · ')}</p>
            <Excerpts lang={lang} excerpts={excerpts} />
          </li>
        )
      })}
    </ol>
  )
}

/** Contacts of which there is no case yet, with the passages that show why they were found. */
export function FoundContacts({ lang, contacts }: { lang: Lang; contacts: readonly FoundContact[] }) {
  return (
    <ol class="av-found">
      {contacts.map(({ at, serviceTask, channel, excerpts }) => (
        <li>
          <p>
            <strong>{search(lang)('contact-of', { date: formatDate(lang, at) })}</strong>
          </p>
          <p class="av-second">
            {[
              serviceTask && codeName('serviceTask', serviceTask, lang),
              channel && codeName('channel', channel, lang),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Excerpts lang={lang} excerpts={excerpts} />
        </li>
      ))}
    </ol>
  )
}

function Excerpts({ lang, excerpts }: { lang: Lang; excerpts: readonly Excerpt[] }) {
  return (
    <>
      {excerpts.map((excerpt) => (
        <p class="av-excerpt">
          <span class="av-second">
            {[placeOf(excerpt, lang), excerpt.at && formatDate(lang, excerpt.at)].filter(Boolean).join(' ')}
          </span>
          {excerpt.parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}
        </p>
      ))}
    </>
  )
}

function placeOf({ kind, sender }: Excerpt, lang: Lang): string {
  const t = search(lang)
  if (kind !== 'message') return t(`in-${kind}`)
  return t(
    sender === 'client'
      ? 'in-message-client'
      : sender === 'system'
        ? 'in-message-system'
        : 'in-message-office',
  )
}
