import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case } from '../../database/generated/client.ts'
import { isLang } from '../../language/lang.ts'
import { planNotice } from '../../notices/plan.ts'

/** A mail that says no more than that something about who handles a case has changed; the page says what. */
export function tellStaff(
  t: OfficeTransaction,
  row: Pick<Case, 'id' | 'number'>,
  people: readonly { id: string; language: string }[],
  what: 'barred' | 'glass' | 'handed' | 'named',
): void {
  for (const person of people)
    planNotice(t, {
      template: 'staff-access',
      language: isLang(person.language) ? person.language : 'fi',
      caseId: row.id,
      staffId: person.id,
      facts: { caseNumber: row.number },
      reminder: `who-${what}`,
    })
}
