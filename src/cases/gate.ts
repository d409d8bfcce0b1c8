import { type CaseAction, filterFor, personOf, verdictOn } from '../access/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { Refusal } from './refusal.ts'

/**
 * Lets the person at work go on with a case, by the one table of rules. Every function here that reads a case's content
 * or changes it passes through, `lockCase` and `readCase` first of all.
 * Throws Refusal "not-found" when for this person there is no such case, "not-yours" when they may only know of it.
 */
export async function passGate(t: OfficeTransaction, action: CaseAction, caseId: string): Promise<void> {
  const verdict = await verdictOn(t, action, caseId)
  if (verdict !== 'yes') throw new Refusal(verdict === 'row' ? 'not-yours' : 'not-found', { case: caseId })
}

/** Cases the person at work may do this to, as a condition on `c`; for the system and for clients there is none. */
export async function mayOn(t: OfficeTransaction, action: CaseAction): Promise<Prisma.Sql> {
  if (t.actor.kind !== 'staff') return Prisma.sql`true`
  const person = await personOf(t)
  return person ? filterFor(person, action, t.now) : Prisma.sql`false`
}
