import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { contactRow } from '../contact-row.ts'
import type { CaseAtWork } from './case-row.ts'

/** Counts a contact on a case under the codes of the case. */
export function contactOnCase(
  t: OfficeTransaction,
  work: CaseAtWork,
  made: { channel: string; source: 'portal' | 'api' | 'desk' },
): void {
  const { row } = work
  const closed = work.change.closedAt === undefined ? row.closedAt !== null : work.change.closedAt !== null
  t.insert(
    'contact',
    contactRow(
      t,
      {
        channel: made.channel,
        contactPerson: row.contactPerson,
        language: row.language,
        municipality: row.municipality,
        ageBand: row.ageBand ?? undefined,
        serviceTask: row.serviceTask ?? undefined,
        service: row.service ?? undefined,
        providerMode: row.providerMode ?? undefined,
        nature: row.nature ?? undefined,
        reasons: row.reasons,
        outcome: closed ? (work.change.outcome ?? row.outcome ?? undefined) : undefined,
      },
      { caseId: row.id, caseUnit: row.id, personUnit: row.personUnit, source: made.source, keyId: null },
    ),
  )
}

/** What a client writes is counted once a day: several messages of one day are one contact. */
export async function contactOfToday(
  t: OfficeTransaction,
  work: CaseAtWork,
  source: 'portal' | 'api',
): Promise<void> {
  const latest = await t.sql.contact.findFirst({
    where: { caseId: work.row.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (latest && dateInFinland(latest.at).equals(dateInFinland(t.now))) return
  contactOnCase(t, work, { channel: 'secure-message', source })
}
