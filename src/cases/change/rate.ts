import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { lockSeen, writeStep } from '../engine/case-step.ts'
import { Refusal } from '../refusal.ts'
import { isRating, type Phase, type RatedBy } from './ratings.ts'

/** Values by subject; see `isRating`. Null takes a rating back. */
export type Ratings = Readonly<Record<string, number | null>>

/**
 * Keeps what the client or the ombudsman judges, at the start or at the end. The two are kept side by side: neither
 * writes over the other. Judging again replaces one's own earlier number of the same phase.
 * Throws Refusal "not-found", "changed-meanwhile", "field-invalid" with the subject.
 */
export async function rate(
  t: OfficeTransaction,
  caseId: string,
  given: { by: RatedBy; phase: Phase; ratings: Ratings },
  seenVersion?: number,
): Promise<void> {
  const work = await lockSeen(t, caseId, seenVersion)
  await writeRatings(t, work, given)
  await writeStep(t, work, 'RATED', { phase: given.phase })
}

export async function writeRatings(
  t: OfficeTransaction,
  work: CaseAtWork,
  { by, phase, ratings }: { by: RatedBy; phase: Phase; ratings: Ratings },
): Promise<void> {
  const caseId = work.row.id
  for (const [subject, value] of Object.entries(ratings)) {
    const key = { caseId, subject, by, phase }
    if (value === null) {
      await t.sql.rating.deleteMany({ where: key })
      continue
    }
    if (!isRating(subject, value, phase)) throw new Refusal('field-invalid', { field: `${phase}-${subject}` })
    const staffId = t.actor.kind === 'staff' ? t.actor.id : null
    await t.sql.rating.upsert({
      where: { caseId_subject_by_phase: key },
      create: { organisation: t.organisation, ...key, value, ratedAt: t.now, staffId },
      update: { value, ratedAt: t.now, staffId },
    })
  }
}
