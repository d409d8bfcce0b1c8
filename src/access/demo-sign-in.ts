import { type House, inOffice } from '../custody/transaction.ts'
import { AccessRefused } from './access-refused.ts'
import { type Entry, type OpenedSession, openSession } from './open-session.ts'
import type { Role } from './signed-in.ts'

export interface DemoPerson {
  id: string
  organisation: string
  name: string
  role: Role
  municipality: string | null
}

/** The demonstration's people, for its one-click sign-ins. */
export async function demoPeople(house: House): Promise<DemoPerson[]> {
  const people: DemoPerson[] = []
  for (const organisation of house.organisations)
    people.push(
      ...(await inOffice(house, organisation, { kind: 'system' }, async (t) =>
        (
          await t.sql.staff.findMany({
            where: { demo: true, active: true },
            select: { id: true, organisation: true, name: true, role: true, municipality: true },
            orderBy: [{ createdAt: 'asc' }, { name: 'asc' }],
          })
        ).map((row) => ({ ...row, role: row.role as Role })),
      )),
    )
  return people
}

/** Signs in without a password. Works for the demonstration's people only; the page exists in demo only. */
export async function demoSignIn(
  house: House,
  id: string,
  entry: Omit<Entry, 'how'>,
): Promise<OpenedSession> {
  const person = (await demoPeople(house)).find((one) => one.id === id)
  if (!person) throw new AccessRefused('not-found')
  return inOffice(house, person.organisation, { kind: 'staff', id }, (t) =>
    openSession(t, id, { ...entry, how: 'demo' }),
  )
}
