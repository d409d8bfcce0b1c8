import { codeName, municipalityName } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { LetterKind, LetterLang } from '../../documents/letters.ts'
import type { AccountParts, PersonParts } from '../sealed-parts.ts'
import type { LetterParts } from './letter-parts.ts'
import type { CaseLetter } from './read-letters.ts'

interface KnownCase {
  number: string
  contactPerson: string
  municipality: string
  service: string | null
}

/** A letter as it can be filled from the case: nothing in it is invented, and the client's words stay as they are. */
export async function fillLetter(
  t: OfficeTransaction,
  given: {
    kind: LetterKind
    language: LetterLang
    row: KnownCase
    person: PersonParts
    account: AccountParts
    /** the objection it builds on */
    about?: CaseLetter
    /** ISO date of the answer to it */
    answeredOn?: string
  },
): Promise<{ parts: LetterParts; points: string[] }> {
  const { kind, language, row, person, account, about, answeredOn } = given
  const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: t.organisation } })
  const county = language === 'sv' ? office.nameSv : office.nameFi
  const { name = '', address, phone, email } = person
  const whose = row.contactPerson === 'client' ? undefined : person.clientName
  const told = account.decision
  const parts: LetterParts = {
    sender: { name, address, phone, email },
    addressee:
      about && kind === 'supplement' ? about.parts.addressee : addresseeOf(kind, language, county, row),
    client: whose,
    unit: about?.parts.unit ?? (account.where || serviceName(row, language)),
    // What the client told is the day the decision came, not the day it was made.
    receivedOn: kind.startsWith('review') || kind === 'appeal' ? told?.date : undefined,
    decision: about?.parts.decision,
    objectionSentOn: about?.sentOn ?? undefined,
    answeredOn: about ? answeredOn : undefined,
    asked: kind === 'supplement' ? undefined : (about?.parts.asked ?? account.desiredOutcome),
  }
  if (kind === 'mediation') {
    const own = { name: t.house ? await staffName(t) : '', phone: office.phone, email: office.email }
    return {
      parts: {
        ...parts,
        sender: { name: [own.name, county].filter(Boolean).join('\n'), phone: own.phone, email: own.email },
        client: whose ?? name,
        caseNumber: row.number,
      },
      points: about?.points.map(({ words }) => words) ?? [account.text].filter(Boolean),
    }
  }
  return { parts, points: about ? pointsAbout(kind, about) : [] }
}

const serviceName = ({ service }: KnownCase, lang: LetterLang): string | undefined =>
  service ? codeName('service', service, lang) : undefined

async function staffName(t: OfficeTransaction): Promise<string> {
  if (t.actor.kind !== 'staff') return ''
  return (await t.sql.staff.findUnique({ where: { id: t.actor.id }, select: { name: true } }))?.name ?? ''
}

/** Of an objection gone through, what was left without a full answer; of one without an answer, all of it. */
function pointsAbout(kind: LetterKind, about: CaseLetter): string[] {
  const open = about.points.filter(({ answered }) => answered !== 'yes')
  const wanted = kind === 'supplement' || kind === 'complaint' ? open : about.points
  return (wanted.length > 0 ? wanted : about.points).map(({ words }) => words)
}

function addresseeOf(kind: LetterKind, lang: LetterLang, county: string, row: KnownCase): string {
  const registry = lang === 'sv' ? 'Registratorskontoret' : 'Kirjaamo'
  switch (kind) {
    case 'complaint':
      return lang === 'sv' ? 'Tillstånds- och tillsynsverket' : 'Lupa- ja valvontavirasto'
    case 'review-kela':
      return lang === 'sv' ? 'FPA' : 'Kela'
    case 'appeal':
    case 'mediation':
      return ''
    case 'objection-early-education': {
      const place = municipalityName(row.municipality, lang)
      return `${place}\n${lang === 'sv' ? 'Småbarnspedagogiken' : 'Varhaiskasvatus'}`
    }
    default:
      return `${county}\n${registry}`
  }
}
