import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { PersonParts } from '../sealed-parts.ts'
import type { BarReason } from './bar-person.ts'

/** What of a case may touch somebody of the office. */
export interface Touching {
  personUnit: string
  serviceTask: string | null
  municipality: string
  person: PersonParts
  /** where it happened, as the client wrote it */
  where?: string
  /** authorities of its benefit gaps */
  authorities?: readonly string[]
}

interface Colleague {
  id: string
  name: string
  email: string
  ties: {
    kind: string
    code: string | null
    municipality: string | null
    name: string | null
    person: string | null
  }[]
}

const words = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,]+/)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''))
    .filter(Boolean)
    .sort()
    .join(' ')
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** For whom a case has to be locked: by what they declared, or because the client has their own name or address. */
export async function conflictsOf(
  t: OfficeTransaction,
  touching: Touching,
): Promise<{ staffId: string; reason: BarReason }[]> {
  const people = await t.ask<Colleague>(
    `select s.id, s.name, s.email, coalesce((select json_agg(json_build_object('kind', k.kind, 'code', k.code,
         'municipality', k.municipality, 'name', k.name, 'person', k.person_unit)) from staff_tie k
       where k.staff_id = s.id and k.ended_at is null), '[]') as ties
     from staff s where s.organisation = $1 and s.active and s.role <> 'authority'`,
    [t.organisation],
  )
  return people.flatMap((one) => {
    const reason = reasonOf(one, touching)
    return reason ? [{ staffId: one.id, reason }] : []
  })
}

function reasonOf(one: Colleague, touching: Touching): BarReason | undefined {
  const { person } = touching
  const names = [person.name, person.clientName].flatMap((name) => (name ? [words(name)] : []))
  // A single name is shared by too many to mean anybody.
  if (words(one.name).includes(' ') && names.includes(words(one.name))) return 'same-person'
  if (person.email && plain(person.email) === plain(one.email)) return 'same-person'
  return one.ties.map((tie) => tieTouches(tie, touching)).find(Boolean)
}

export function tieTouches(tie: Colleague['ties'][number], touching: Touching): BarReason | undefined {
  switch (tie.kind) {
    case 'client':
      return tie.person === touching.personUnit ? 'client' : undefined
    case 'service':
      return tie.code === touching.serviceTask &&
        (!tie.municipality || tie.municipality === touching.municipality)
        ? 'service'
        : undefined
    case 'authority':
      return tie.code && touching.authorities?.includes(tie.code) ? 'authority' : undefined
    case 'unit':
      return tie.name && touching.where && plain(touching.where).includes(plain(tie.name))
        ? 'unit'
        : undefined
    default:
      return undefined
  }
}
