import { type CaseAction, filterFor, personOf, verdictOn } from '../access/index.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { Prisma } from '../database/client.ts'
import { dateInFinland } from '../language/formats.ts'
import { Refusal } from './refusal.ts'

/**
 * Lets the person at work go on with a case, by the one table of rules. Every function here that reads a case's content
 * or changes it passes through, `lockCase` and `readCase` first of all.
 * Throws Refusal "not-found" when for this person there is no such case, "not-yours" when they may only know of it, and
 * "limited" where the use of the data is restricted (GDPR, Article 18) and somebody else than the handler would write.
 */
export async function passGate(t: OfficeTransaction, action: CaseAction, caseId: string): Promise<void> {
  const verdict = await verdictOn(t, action, caseId)
  if (verdict !== 'yes') throw new Refusal(verdict === 'row' ? 'not-yours' : 'not-found', { case: caseId })
  if (action === 'case.work' && t.actor.kind === 'staff' && (await isLimitedFor(t, caseId, t.actor.id)))
    throw new Refusal('limited')
}

async function isLimitedFor(t: OfficeTransaction, caseId: string, staffId: string): Promise<boolean> {
  const rows = await t.ask(
    `select 1 from case_mark m join "case" c on c.id = m.case_id
     where m.case_id = $1::uuid and m.kind = 'limit' and m.ended_at is null and c.handler_id is distinct from $2::uuid
       and (m.until is null or m.until >= $3::date)`,
    [caseId, staffId, dateInFinland(t.now).toString()],
  )
  return rows.length > 0
}

/** Cases the person at work may do this to, as a condition on `c`; for the system and for clients there is none. */
export async function mayOn(t: OfficeTransaction, action: CaseAction | 'notice.resend'): Promise<Prisma.Sql> {
  if (t.actor.kind !== 'staff') return Prisma.sql`true`
  const person = await personOf(t)
  return person ? filterFor(person, action, t.now) : Prisma.sql`false`
}

/** Of these cases the ones whose numbers the audit log shows to the person at work: those of which they may see who sees them. */
export async function casesToName(t: OfficeTransaction, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await t.sql.$queryRaw<{ id: string }[]>`
    select c.id from "case" c where c.id = any(${[...new Set(ids)]}::uuid[]) and ${await mayOn(t, 'case.why')}`
  return rows.map(({ id }) => id)
}
