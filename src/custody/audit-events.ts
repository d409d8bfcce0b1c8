/** Everything that is recorded, in one list. Details hold codes and ids only, never a name or free text. */
export const AUDIT_EVENTS = [
  'case.submitted',
  'case.read',
  'case.read-by-client',
  'case.event',
  'case.assigned',
  'case.printed',
  'case.recoded',
  'case.exported',
  'letters.read',
  'case.restricted',
  'case.unrestricted',
  'case.named',
  'case.unnamed',
  'conflict.declared',
  'conflict.found',
  'conflict.lifted',
  'tie.declared',
  'tie.ended',
  'glass.broken',
  'absence.set',
  'absence.ended',
  'staff.handed-over',
  'letter.written',
  'letter.offered',
  'letter.approved',
  'letter.sent',
  'letter.cancelled',
  'letter.downloaded',
  'letter.answer-checked',
  'consent.recorded',
  'consent.withdrawn',
  'agreement.recorded',
  'message.sent',
  'note.written',
  'contact.logged',
  'contact.read',
  'contact.turned-into-case',
  'contacts.imported',
  'gap.recorded',
  'gap.read',
  'gap.changed',
  'gap.closed',
  'gap.reopened',
  'gap.consent-given',
  'gap.consent-withdrawn',
  'gap.sheet-made',
  'gap.followed-up',
  'search',
  'excerpt.read',
  'statistics.read',
  'feedback.read',
  'report.made',
  'report.section-written',
  'report.published',
  'summary.released',
  'summary.withdrawn',
  'summary.read',
  'notice.read',
  'notice.sent',
  'notice.undelivered',
  'notice.retried',
  'notice.cancelled',
  'staff.invited',
  'staff.set-up',
  'staff.changed',
  'session.opened',
  'session.closed',
  'session.refused',
  'session.proved',
  'session.proof-refused',
  'factor.added',
  'factor.removed',
  'factor.renamed',
  'factor.reset',
  'factor.recovery-made',
  'factor.recovery-used',
  'access.refused',
  'organisation.changed',
  'rule.changed',
  'directory.changed',
  'population.imported',
  'audit.read',
  'audit.exported',
  'audit.digest-exported',
  'client.refused',
  'key.changed',
  'key.retired',
  'backup.made',
  'backup.restored',
  'mail.released',
] as const
export type AuditEvent = (typeof AUDIT_EVENTS)[number]

export interface AuditRecord {
  event: AuditEvent
  subjectKind?:
    | 'case'
    | 'contact'
    | 'gap'
    | 'staff'
    | 'session'
    | 'report'
    | 'summary'
    | 'notice'
    | 'organisation'
    | 'rule'
    | 'import'
  subjectId?: string
  details?: Record<string, string | number | boolean | null | string[]>
}
