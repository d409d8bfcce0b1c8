import type { House } from '../custody/transaction.ts'
import { inOffice } from '../custody/transaction.ts'
import { DELAYED_MUNICIPALITY, DEMO_COUNTY } from './place.ts'
import type { Random } from './random.ts'

/** Everybody who can sign in to the demonstration. All of them are invented. */
export const DEMO_STAFF = {
  mikko: { name: 'Mikko Rantamäki', role: 'ombudsman', language: 'fi', municipality: null },
  katarina: { name: 'Katarina Sjölund', role: 'ombudsman', language: 'sv', municipality: null },
  helena: { name: 'Helena Vuorela', role: 'lead', language: 'fi', municipality: null },
  jari: { name: 'Jari Lehtomäki', role: 'admin', language: 'fi', municipality: null },
  tuula: {
    name: 'Tuula Ahtiala',
    role: 'authority',
    language: 'fi',
    municipality: DELAYED_MUNICIPALITY,
  },
} as const
export type DemoPerson = keyof typeof DEMO_STAFF
export type DemoStaff = Record<DemoPerson, { kind: 'staff'; id: string }>

/** Makes the accounts. They have no password: only the demonstration's own sign-in opens them. */
export async function makeStaff(house: House, random: Random): Promise<DemoStaff> {
  const people = Object.entries(DEMO_STAFF).map(([key, person]) => ({
    ...person,
    id: random.uuid(),
    organisation: DEMO_COUNTY,
    email: `${key}@demo.example`,
    passwordHash: '',
    demo: true,
    createdAt: house.now(),
  }))
  await inOffice(house, DEMO_COUNTY, { kind: 'system' }, async (t) => {
    await t.sql.staff.createMany({ data: people })
    for (const { id, role } of people)
      t.audit({ event: 'staff.set-up', subjectKind: 'staff', subjectId: id, details: { role } })
  })
  const entries = Object.keys(DEMO_STAFF).map((key, index) => [key, { kind: 'staff', id: people[index]!.id }])
  return Object.fromEntries(entries) as DemoStaff
}
