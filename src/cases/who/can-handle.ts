import { caseFacts, type Person, peopleOf } from '../../access/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'

/** Whether a case can be given to somebody: at work here, handling cases, not locked out, and of the right municipality. */
export async function canHandle(t: OfficeTransaction, caseId: string, staffId: string): Promise<boolean> {
  const [person] = await peopleOf(t, staffId)
  const facts = await caseFacts(t, caseId)
  return Boolean(person && facts && mayBeGiven(person, facts))
}

/** The same for facts at hand. */
export function mayBeGiven(
  person: Person,
  { municipality, barred }: { municipality?: string | null; barred: readonly string[] },
): boolean {
  return (
    (person.role === 'ombudsman' || person.role === 'lead') &&
    !barred.includes(person.staffId) &&
    (!person.places?.length || (municipality != null && person.places.includes(municipality)))
  )
}
