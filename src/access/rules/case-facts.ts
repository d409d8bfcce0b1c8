import type { OfficeTransaction } from '../../custody/transaction.ts'
import { forWholeOffice } from '../../custody/transaction.ts'
import { decide } from './decide.ts'
import { personOf } from './person.ts'
import type { Subject } from './subject.ts'
import type { CaseAction } from './table.ts'

/** What the rules look at of a case; null when there is none, or none for the person at work. */
export async function caseFacts(
  t: OfficeTransaction,
  caseId: string,
): Promise<Required<Omit<Subject, 'withdrawnAt'>> | null> {
  const [row] = await t.ask<Required<Omit<Subject, 'withdrawnAt'>>>(
    `select c.organisation, c.municipality, c.handler_id as "handlerId", c.restricted,
       array(select staff_id::text from case_access where case_id = c.id) as named,
       array(select staff_id::text from case_bar where case_id = c.id and lifted_at is null) as barred,
       array(select staff_id::text from glass_break where case_id = c.id and until_at > $2::timestamptz) as opened
     from "case" c where c.id = $1::uuid`,
    [caseId, t.now.toISOString()],
  )
  return row ?? null
}

/** `hidden`: for this person there is no such case. `row`: they may know of it, and not do this. */
export type Verdict = 'yes' | 'row' | 'hidden'

/**
 * The gate through which every reading and every change of a case passes. A client comes through the receipt and the
 * system through its jobs: to them it is open.
 */
export async function verdictOn(t: OfficeTransaction, action: CaseAction, caseId: string): Promise<Verdict> {
  if (t.actor.kind !== 'staff' || forWholeOffice(t)) return 'yes'
  const person = await personOf(t)
  const facts = person && (await caseFacts(t, caseId))
  if (!person || !facts) return 'hidden'
  if (decide(person, action, facts).allowed) return 'yes'
  return decide(person, 'case.row', facts).allowed ? 'row' : 'hidden'
}
