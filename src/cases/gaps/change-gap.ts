import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Prisma } from '../../database/client.ts'
import { dateInFinland } from '../../language/formats.ts'
import { officeRules } from '../law/office-rules.ts'
import { refuseBadGap } from './check-gap.ts'
import { closedOn } from './closed-on.ts'
import { gapColumns } from './gap-columns.ts'
import type { GapInput } from './gap-input.ts'
import { sealedNote } from './gap-key.ts'
import { tellCase } from './gap-on-timeline.ts'
import { lockGap } from './lock-gap.ts'
import { flagUrgent } from './tell-case.ts'
import { tooLate } from './too-late.ts'

/**
 * Corrects or completes a gap. One that has become urgent marks its case urgent; of a closed one whether it was too late
 * is judged anew. Throws Refusal "field-invalid", "changed-meanwhile", "not-found".
 */
export async function changeGap(
  t: OfficeTransaction,
  gapId: string,
  given: GapInput,
  seenVersion?: number,
): Promise<void> {
  const { row, work } = await lockGap(t, gapId, seenVersion)
  const today = dateInFinland(t.now).toString()
  // A day to ask again that has gone by since may stay as it was.
  const kept = row.followUpOn?.toISOString().slice(0, 10)
  const rules = await officeRules(t)
  refuseBadGap(given.followUpOn === kept ? { ...given, followUpOn: undefined } : given, today, rules)
  const { household, ...columns } = gapColumns(given, today, dateInFinland(row.foundAt).toString(), rules)
  await t.sql.benefitGap.update({
    where: { id: gapId },
    data: {
      ...columns,
      household: household ?? Prisma.DbNull,
      ...(await sealedNote(t, row, work, given.note)),
      ...(row.state === 'closed' && { tooLate: tooLate(given, closedOn(row)!, rules) ?? row.tooLate }),
      changedAt: t.now,
      version: { increment: 1 },
    },
  })
  if (work) {
    tellCase(t, work, 'GAP_CHANGED', { gap: gapId, benefit: given.benefit, authority: given.authority })
    const before = new Set(row.effects)
    if (row.state === 'open')
      await flagUrgent(
        t,
        work,
        given.effects.filter((effect) => !before.has(effect)),
      )
  }
  t.audit({ event: 'gap.changed', subjectKind: 'gap', subjectId: gapId, details: { case: row.caseId } })
}
