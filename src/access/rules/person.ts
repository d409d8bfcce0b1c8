import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { type AwayToday, answersFor } from '../absence/chain.ts'
import type { Role } from '../signed-in.ts'
import type { Person } from './subject.ts'

interface Found {
  staffId: string
  role: Role
  municipality: string | null
  places: string[]
  ownCasesOnly: boolean
}

const COLUMNS = `s.id as "staffId", s.role, s.municipality, s.municipalities as places, o.own_cases_only as "ownCasesOnly"`
const known = new WeakMap<OfficeTransaction, Promise<Person | null>>()

/** Who acts in this transaction, as the office has them now; null for anybody but a member of staff at work. */
export function personOf(t: OfficeTransaction): Promise<Person | null> {
  const { actor } = t
  if (actor.kind !== 'staff') return Promise.resolve(null)
  let found = known.get(t)
  if (!found) {
    found = peopleOf(t, actor.id).then(([person]) => person ?? null)
    known.set(t, found)
  }
  return found
}

/** The office's people at work, or one of them, with what the rules look at. */
export async function peopleOf(t: OfficeTransaction, id?: string): Promise<Person[]> {
  const rows = await t.ask<Found>(
    `select ${COLUMNS} from staff s join organisation o on o.code = s.organisation
     where s.organisation = $1 and s.active and ($2::uuid is null or s.id = $2::uuid) order by s.name, s.id`,
    [t.organisation, id ?? null],
  )
  if (!rows.length) return []
  const away = await awayToday(t)
  return rows.map((row) => ({
    ...row,
    organisation: t.organisation,
    standsInFor: answersFor(away, row.staffId),
  }))
}

/** Who is away today in Finland, and who was named to answer meanwhile. */
export async function awayToday(t: OfficeTransaction): Promise<AwayToday> {
  const rows = await t.ask<{ staffId: string; substituteId: string | null }>(
    `select a.staff_id as "staffId", s.id as "substituteId" from absence a
     left join staff s on s.id = a.substitute_id and s.active
     where a.organisation = $1 and a.from_on <= $2::date and a.to_on >= $2::date order by a.set_at`,
    [t.organisation, dateInFinland(t.now).toString()],
  )
  return new Map(rows.map(({ staffId, substituteId }) => [staffId, substituteId]))
}
