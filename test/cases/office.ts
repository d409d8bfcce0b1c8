import type { Submission } from '../../src/cases/index.ts'
import { submission, submitCase } from '../../src/cases/index.ts'
import type { Actor, OfficeTransaction } from '../../src/custody/transaction.ts'
import { inOffice } from '../../src/custody/transaction.ts'
import { newId } from '../../src/database/new-id.ts'
import type { TestHouse } from '../house.ts'

/** An office to test in: two ombudsmen and a lead, and short ways to act as one of them, the client or the system. */
export interface Office {
  house: TestHouse
  maija: Actor & { id: string }
  pekka: Actor & { id: string }
  lead: Actor & { id: string }
  as<T>(actor: Actor, work: (t: OfficeTransaction) => Promise<T>): Promise<T>
  submit(given?: Partial<Submission>, actor?: Actor): ReturnType<typeof submitCase>
  /** rows of a query as the owner, who sees every office */
  rows<T>(sql: string, ...values: unknown[]): Promise<T[]>
  /** moves the time on by some minutes */
  later(minutes?: number): void
}

export const CLIENT: Actor = { kind: 'client' }

export async function openOffice(house: TestHouse, organisation = '08'): Promise<Office> {
  const person = async (name: string, role: string, language = 'fi') => {
    const id = newId()
    await inOffice(house, organisation, { kind: 'system' }, (t) =>
      t.sql.staff.create({
        data: {
          id,
          organisation,
          name,
          role,
          language,
          email: `${name.toLowerCase().replace(' ', '.')}.${organisation}@example.fi`,
          passwordHash: 'none',
        },
      }),
    )
    return { kind: 'staff', id } as const
  }
  const as: Office['as'] = (actor, work) => inOffice(house, organisation, actor, work)
  return {
    house,
    maija: await person('Maija Meikäläinen', 'ombudsman'),
    pekka: await person('Pekka Pirkka', 'ombudsman', 'sv'),
    lead: await person('Liisa Lehti', 'lead'),
    as,
    submit: (given = {}, actor = { kind: 'anonymous' }) =>
      as(actor, (t) => submitCase(t, matter(given), { source: 'portal' })),
    rows: async <T>(sql: string, ...values: unknown[]) =>
      (await house.database.owner.query(sql, values)).rows as T[],
    later(minutes = 60) {
      house.setNow(new Date(house.now().getTime() + minutes * 60_000))
    },
  }
}

export const matter = (given: Partial<Submission> = {}): Submission =>
  submission.parse({
    kind: 'complaint',
    language: 'fi',
    municipality: '837',
    contactPerson: 'client',
    channel: 'web-form',
    serviceTask: 'disability',
    reasons: ['waiting-time'],
    account: { text: 'Päätös viipyy.' },
    person: { name: 'Aino Asiakas', email: 'aino@example.fi', phone: '040 123 4567' },
    ...given,
  })
