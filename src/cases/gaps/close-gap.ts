import { z } from 'zod'
import { isGapCode } from '../../classification/index.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { officeRules } from '../law/office-rules.ts'
import { Refusal } from '../refusal.ts'
import { refuseBadGap } from './check-gap.ts'
import { stopFollowUps } from './follow-up.ts'
import { asDay } from './gap-columns.ts'
import type { GapInput } from './gap-input.ts'
import { tellCase } from './gap-on-timeline.ts'
import { lockGap } from './lock-gap.ts'
import { inputOf } from './read-gap.ts'
import { tooLate } from './too-late.ts'

export const gapClosing = z.object({
  corrected: z.string().refine((value) => isGapCode('corrected', value)),
  decidedAt: z.iso.date().optional(),
  paidAt: z.iso.date().optional(),
  /** the ombudsman's own judgement; heard only where no rule sets a time */
  tooLate: z.boolean().optional(),
})
export type GapClosing = z.infer<typeof gapClosing>

/**
 * Closes a gap: how it was put right, when it was decided and paid, and whether that was too late. Stops its follow-up.
 * Throws Refusal "not-now" when it is closed already, "field-invalid" for days that cannot be, "changed-meanwhile".
 */
export async function closeGap(
  t: OfficeTransaction,
  gapId: string,
  closing: GapClosing,
  seenVersion?: number,
): Promise<void> {
  const { row, work } = await lockGap(t, gapId, seenVersion)
  if (row.state === 'closed') throw new Refusal('not-now')
  const today = dateInFinland(t.now)
  const { decidedAt, paidAt } = closing
  const given: GapInput = {
    ...inputOf(row),
    followUpOn: undefined,
    ...(decidedAt && { decidedAt }),
    ...(paidAt && { paidAt }),
  }
  const rules = await officeRules(t)
  refuseBadGap(given, today.toString(), rules)
  await t.sql.benefitGap.update({
    where: { id: gapId },
    data: {
      state: 'closed',
      closedAt: t.now,
      closedYear: today.year,
      closedMonth: today.month,
      corrected: closing.corrected,
      ...(decidedAt && { decidedAt: asDay(decidedAt) }),
      ...(paidAt && { paidAt: asDay(paidAt) }),
      tooLate: tooLate(given, today.toString(), rules) ?? closing.tooLate ?? null,
      followUpOn: null,
      changedAt: t.now,
      version: { increment: 1 },
    },
  })
  if (work) {
    await stopFollowUps(t, work, gapId)
    tellCase(t, work, 'GAP_CLOSED', { gap: gapId, benefit: row.benefit, corrected: closing.corrected })
  }
  t.audit({
    event: 'gap.closed',
    subjectKind: 'gap',
    subjectId: gapId,
    details: { case: row.caseId, corrected: closing.corrected },
  })
}
