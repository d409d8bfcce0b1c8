import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Refusal } from '../refusal.ts'

/** The refusal that tells who changed the case since it was seen, and how: `event`, `by` (a name, or what they are), `at`. */
export async function changedMeanwhile(t: OfficeTransaction, caseId: string): Promise<Refusal> {
  const last = await t.sql.auditEntry.findFirst({
    where: {
      organisation: t.organisation,
      subjectKind: 'case',
      subjectId: caseId,
      event: { in: ['case.submitted', 'case.event', 'case.recoded'] },
    },
    orderBy: { seq: 'desc' },
  })
  const staff = last?.actorId ? await t.sql.staff.findUnique({ where: { id: last.actorId } }) : null
  return new Refusal('changed-meanwhile', {
    event: eventOf(last),
    by: staff?.name ?? last?.actorKind ?? '',
    at: last?.at.toISOString() ?? '',
  })
}

function eventOf(entry: { event: string; details: unknown } | null): string {
  if (entry?.event === 'case.recoded') return 'RECODED'
  return (entry?.details as { type?: string } | undefined)?.type ?? 'START'
}
