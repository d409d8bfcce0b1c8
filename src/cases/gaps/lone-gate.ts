import { personOf } from '../../access/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import { Refusal } from '../refusal.ts'

interface Lone {
  municipality: string | null
  /** who wrote it down */
  by: string | null
}

/**
 * What stands on no case (a contact, a gap of a call) has no handler to ask. Whoever wrote it down may read it; other
 * ombudsmen of its municipality too, unless the office lets each see the own cases only; a lead sees that it is there and
 * not what was written.
 * @returns whether the words may be read
 * Throws Refusal "not-found" where for this person it is not there.
 */
export async function loneGate(t: OfficeTransaction, { municipality, by }: Lone): Promise<boolean> {
  if (t.actor.kind !== 'staff') return true
  const person = await personOf(t)
  if (!person) throw new Refusal('not-found')
  if (by === person.staffId) return true
  const places = person.places ?? []
  if (places.length > 0 && (!municipality || !places.includes(municipality))) throw new Refusal('not-found')
  return person.role === 'ombudsman' && !person.ownCasesOnly
}

/** The same as a condition on gap `g`, for lists: which rows of gaps without a case this person sees. */
export async function seesLone(t: OfficeTransaction): Promise<Prisma.Sql> {
  if (t.actor.kind !== 'staff') return Prisma.sql`true`
  const person = await personOf(t)
  if (!person) return Prisma.sql`false`
  const places = person.places ?? []
  if (places.length === 0) return Prisma.sql`true`
  return Prisma.sql`(g.recorded_by = ${person.staffId}::uuid or g.municipality in (${Prisma.join([...places])}))`
}
