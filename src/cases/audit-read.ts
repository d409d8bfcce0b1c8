import type { AuditEvent } from '../custody/audit-events.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'

/** Reads of one person closer together than this are one: a form that comes back with an error opens the case again. */
const SAME_READ = 1000

/** Records that a case was opened, unless the same person opened it the same second. */
export async function auditRead(t: OfficeTransaction, event: AuditEvent, caseId: string): Promise<void> {
  const { actor } = t
  const again = await t.sql.auditEntry.findFirst({
    where: {
      organisation: t.organisation,
      subjectKind: 'case',
      subjectId: caseId,
      event,
      actorKind: actor.kind,
      actorId: actor.kind === 'staff' ? actor.id : null,
      at: { gt: new Date(t.now.getTime() - SAME_READ), lte: t.now },
    },
    select: { seq: true },
  })
  if (!again) t.audit({ event, subjectKind: 'case', subjectId: caseId })
}
