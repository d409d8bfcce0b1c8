import type { House } from '../../custody/transaction.ts'
import type { Organisation } from '../../database/generated/client.ts'
import type { Lang } from '../../language/lang.ts'
import type { OfficeContact } from '../ui/parts.ts'

/** How one office is reached, in the language of the page. What the office has not told is empty. */
export interface Office {
  code: string
  name: string
  phone: string
  email: string
  address: string
  hours: string
  visits: string
  languages: readonly string[]
  served: boolean
  /** The reviewed Northern Sámi text; empty: none to show. */
  sami: string
}

/** Every office there is, by name; the ones not served here too, so that a person can be led to them. */
export async function readOffices(house: House, lang: Lang): Promise<Office[]> {
  const rows = await house.prisma.organisation.findMany()
  const offices = rows.map((row) => officeOf(row, lang))
  return offices.sort((a, b) => a.name.localeCompare(b.name, lang))
}

/** One office, or undefined for an unknown code. */
export async function readOffice(house: House, code: string, lang: Lang): Promise<Office | undefined> {
  const row = await house.prisma.organisation.findUnique({ where: { code } })
  return row ? officeOf(row, lang) : undefined
}

/** The office when this installation serves only one. */
export async function onlyOffice(house: House, lang: Lang): Promise<Office | undefined> {
  const [first, second] = house.organisations
  return first && !second ? readOffice(house, first, lang) : undefined
}

/** What the foot of every page tells of an office. */
export function contactOf(office: Office, lang: Lang): OfficeContact {
  return {
    name: office.name,
    phone: office.phone || undefined,
    phoneHours: office.hours || undefined,
    email: office.email || undefined,
    href: `/${lang}/contact`,
  }
}

function officeOf(row: Organisation, lang: Lang): Office {
  return {
    code: row.code,
    name: { fi: row.nameFi, sv: row.nameSv, en: row.nameEn }[lang],
    phone: row.phone,
    email: row.email,
    address: row.address,
    hours: worded(row.hours, lang),
    visits: worded(row.visits, lang),
    languages: row.languages,
    served: row.served,
    sami: row.samiReviewed ? row.samiPage.trim() : '',
  }
}

/** The office's own words: in the language asked for, else in Finnish, else nothing. */
function worded(texts: unknown, lang: Lang): string {
  if (typeof texts !== 'object' || texts === null) return ''
  const own = texts as Partial<Record<Lang, string>>
  return (own[lang] || own.fi || '').trim()
}

/** The contact page in a language, Northern Sámi (`se`) included. */
export const contactHref = (lang: Lang | 'se'): string => `/${lang}/contact`
