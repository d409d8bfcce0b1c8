import { type KeptEntry, readDirectory } from '../../../access/index.ts'
import { BODY_KINDS, type BodyKind, bodyKind, municipalityName } from '../../../classification/index.ts'
import type { House } from '../../../custody/transaction.ts'
import type { Lang, Text3 } from '../../../language/lang.ts'

/** A body as a person needs it: who, what for, how to reach it, what to say. What is not known is empty. */
export interface Contact {
  kind: string
  name: string
  does: string
  say: string
  phone: string
  hours: string
  address: string
  web: string
  /** ISO day on which an office made sure of it; absent where nobody has told of it. */
  checkedOn?: string
}

/**
 * The bodies of the kinds asked for, in that order: as the office keeps them, else as they are built in. Each kind
 * gives at least one.
 */
export async function contactsFor(
  house: House,
  organisation: string | undefined,
  kinds: readonly string[],
  lang: Lang,
): Promise<Contact[]> {
  const entries = organisation && kinds.length > 0 ? await readDirectory(house, organisation) : []
  return kinds.flatMap((code) => {
    const kind = bodyKind(code)
    return kind ? ofKind(kind, entries, lang) : []
  })
}

/** The whole directory of an office: what is near, and what serves the whole country. */
export async function allContacts(
  house: House,
  organisation: string | undefined,
  lang: Lang,
): Promise<{ near: Contact[]; national: Contact[] }> {
  const entries = organisation ? await readDirectory(house, organisation) : []
  const of = (national: boolean) =>
    BODY_KINDS.filter((kind) => (kind.reach === 'national') === national).flatMap((kind) =>
      ofKind(kind, entries, lang),
    )
  return { near: of(false), national: of(true) }
}

function ofKind(kind: BodyKind, entries: readonly KeptEntry[], lang: Lang): Contact[] {
  const own = entries.filter((entry) => entry.kind === kind.code)
  if (own.length > 0) return own.map((entry) => kept(entry, kind, lang))
  // "Another body" says nothing until an office has filled it in.
  return kind.does[lang] === '' ? [] : [builtIn(kind, lang)]
}

function builtIn(kind: BodyKind, lang: Lang): Contact {
  return {
    kind: kind.code,
    name: kind.name[lang],
    does: kind.does[lang],
    say: kind.say[lang],
    phone: '',
    hours: '',
    address: '',
    web: kind.web ?? '',
  }
}

function kept(entry: KeptEntry, kind: BodyKind, lang: Lang): Contact {
  const name = entry.names[lang] || kind.name[lang]
  const place = entry.municipality ? municipalityName(entry.municipality, lang) : ''
  return {
    kind: kind.code,
    name: place && !name.includes(place) ? `${name}, ${place}` : name,
    does: kind.does[lang],
    say: inOwn(entry.say, lang) || kind.say[lang],
    phone: entry.phone,
    hours: inOwn(entry.hours, lang),
    address: entry.address,
    web: entry.web || kind.web || '',
    checkedOn: entry.checkedOn,
  }
}

const inOwn = (texts: Text3, lang: Lang) => texts[lang] || texts.fi
