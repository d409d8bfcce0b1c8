import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { dateInFinland } from '../../language/formats.ts'
import { urgentEffects } from '../../law/index.ts'
import { lockCase } from '../engine/case-row.ts'
import { passGate } from '../gate.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { lockFound } from '../who/lock-found.ts'
import { refuseBadGap } from './check-gap.ts'
import { gapColumns } from './gap-columns.ts'
import type { GapInput } from './gap-input.ts'
import { sealedNote } from './gap-key.ts'
import { tellCase } from './gap-on-timeline.ts'
import { remindOfLone } from './remind-of-lone.ts'
import { flagUrgent } from './tell-case.ts'

/**
 * Records a gap on a case, or alone on a contact that was logged. An urgent one marks its case urgent.
 * Throws Refusal "field-invalid" for days that cannot be, "not-found".
 */
export async function recordGap(
  t: OfficeTransaction,
  on: { caseId: string } | { contactId: string },
  given: GapInput,
): Promise<{ gapId: string }> {
  const today = dateInFinland(t.now)
  const rules = await officeRules(t)
  refuseBadGap(given, today.toString(), rules)
  const work = 'caseId' in on ? await lockCase(t, on.caseId) : null
  const contactId = 'contactId' in on ? on.contactId : null
  const contact = contactId ? await t.sql.contact.findUnique({ where: { id: contactId } }) : null
  if (contactId && !contact) throw new Refusal('not-found')
  if (contact?.caseId) await passGate(t, 'case.work', contact.caseId)
  const id = newId(t.now)
  const { household, ...columns } = gapColumns(given, today.toString(), today.toString(), rules)
  const recordedBy = t.actor.kind === 'staff' ? t.actor.id : null
  await t.sql.benefitGap.create({
    data: {
      id,
      organisation: t.organisation,
      caseId: work?.row.id ?? contact?.caseId ?? null,
      contactId,
      foundAt: t.now,
      year: today.year,
      month: today.month,
      ...columns,
      ...(household && { household }),
      municipality: given.municipality ?? work?.row.municipality ?? contact?.municipality ?? null,
      state: 'open',
      ...(await sealedNote(t, { id, contactId }, work, given.note)),
      recordedBy,
      changedAt: t.now,
    },
  })
  if (work) {
    tellCase(t, work, 'GAP_RECORDED', { gap: id, benefit: given.benefit, authority: given.authority })
    await flagUrgent(t, work, given.effects)
  } else if (!contact?.caseId && urgentEffects(given.effects).length > 0)
    await remindOfLone(t, { id, recordedBy })
  t.audit({
    event: 'gap.recorded',
    subjectKind: 'gap',
    subjectId: id,
    details: { case: work?.row.id ?? null, contact: contactId },
  })
  if (work) await lockFound(t, work.row.id)
  return { gapId: id }
}
