import { codeName, municipalityName } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { LetterKind, LetterLang } from '../../documents/letters.ts'
import { caseLetters } from '../../language/catalogues/case-letters.ts'
import { formatDate } from '../../language/formats.ts'
import type { AccountParts, PersonParts } from '../sealed-parts.ts'
import type { LetterParts } from './letter-parts.ts'
import type { CaseLetter, OpenPoint } from './read-letters.ts'

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
    /** the consent in force; a letter of the office tells nothing beyond it */
    consent?: { units: string }
  },
): Promise<{ parts: LetterParts; points: string[] }> {
  const { kind, language, row, person, account, about, answeredOn, consent } = given
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
    unit: unitOf(kind, about?.parts.unit ?? (account.where || serviceName(row, language)), county),
    // What the client told is the day the decision came, not the day it was made.
    receivedOn: kind.startsWith('review') || kind === 'appeal' ? told?.date : undefined,
    decision: about?.parts.decision,
    objectionSentOn: about?.sentOn ?? undefined,
    answeredOn: about ? answeredOn : undefined,
    // What was asked of the unit is nothing a supervisor can decide, so it is not taken over into a complaint.
    asked: about || kind === 'complaint' ? undefined : account.desiredOutcome,
    enclosures: kind === 'complaint' && about ? enclosuresOf(about, language, answeredOn) : undefined,
  }
  if (kind === 'mediation') {
    const own = { name: t.house ? await staffName(t) : '', phone: office.phone, email: office.email }
    return {
      parts: {
        ...parts,
        sender: { name: [own.name, county].filter(Boolean).join('\n'), phone: own.phone, email: own.email },
        client: row.contactPerson === 'client' ? name : whose,
        caseNumber: row.number,
        addressee: consent?.units ?? '',
        unit: consent?.units,
        asked: undefined,
      },
      // How much is told is the ombudsman's to write, within what the client allowed.
      points: [],
    }
  }
  return { parts, points: about ? pointsAbout(kind, about, language) : [] }
}

const serviceName = ({ service }: KnownCase, lang: LetterLang): string | undefined =>
  service ? codeName('service', service, lang) : undefined

async function staffName(t: OfficeTransaction): Promise<string> {
  if (t.actor.kind !== 'staff') return ''
  return (await t.sql.staff.findUnique({ where: { id: t.actor.id }, select: { name: true } }))?.name ?? ''
}

/** A supervisor knows no unit by its name alone: who arranges it is told too. */
function unitOf(kind: LetterKind, unit: string | undefined, county: string): string | undefined {
  if (kind !== 'complaint' || unit?.includes(county)) return unit
  return [unit, county].filter(Boolean).join(', ')
}

/** What is enclosed in a complaint after an objection. */
function enclosuresOf({ sentOn }: CaseLetter, lang: LetterLang, answeredOn: string | undefined): string[] {
  const t = caseLetters(lang)
  return [
    ...(sentOn ? [t('enclosed.objection', { date: formatDate(lang, sentOn) })] : []),
    ...(answeredOn ? [t('enclosed.answer', { date: formatDate(lang, answeredOn) })] : []),
  ]
}

/** What the answer said to a point, on a line of its own below the client's words; nothing where it was not gone through. */
function withAnswer(point: OpenPoint, lang: LetterLang): string {
  const { words, answered, reasons, measures } = point
  if (!answered) return words
  const t = caseLetters(lang)
  const said =
    answered === 'no'
      ? [t('answer-said.no')]
      : [
          t(`answer-said.${answered}`),
          ...(reasons ? [] : [t('answer-said.no-reasons')]),
          ...(measures ? [] : [t('answer-said.no-measures')]),
        ]
  return `${words}\n(${said.join(' ')})`
}

/**
 * Of an objection gone through: into a complaint every point, with what the answer said to it; into a supplement what was
 * left without a full answer; of one without an answer, all of it.
 */
function pointsAbout(kind: LetterKind, about: CaseLetter, lang: LetterLang): string[] {
  if (kind === 'complaint') return about.points.map((point) => withAnswer(point, lang))
  const open = about.points.filter(({ answered }) => answered !== 'yes')
  const wanted = kind === 'supplement' ? open : about.points
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
