import { type House, inOffice } from '../../custody/transaction.ts'
import { lockSeen, writeStep } from '../engine/case-step.ts'
import { type Ratings, writeRatings } from './rate.ts'
import type { Phase } from './ratings.ts'
import { type Change, changeOf } from './read-change.ts'
import { writeGoals } from './set-goals.ts'

/** A case opened with number and receipt. */
interface Opened {
  id: string
  organisation: string
}

/** The goals and ratings of a followed case, as its client sees them; recorded as the client's read. */
export const followChange = (
  house: House,
  opened: Opened,
): Promise<{ change: Change; ended: boolean; forOther: boolean }> =>
  inOffice(house, opened.organisation, { kind: 'client' }, async (t) => {
    const row = await t.sql.case.findUniqueOrThrow({ where: { id: opened.id } })
    t.audit({ event: 'case.read-by-client', subjectKind: 'case', subjectId: row.id })
    return {
      change: await changeOf(t, row),
      ended: row.closedAt !== null,
      forOther: row.contactPerson !== 'client',
    }
  })

/**
 * What the client says: goals in own words while the case is open, and own ratings, of the start while it is open and of
 * the end once it has ended. Throws Refusal "too-long", "field-invalid".
 */
export const tellChange = (
  house: House,
  opened: Opened,
  given: { goals: readonly string[]; phase: Phase; ratings: Ratings },
): Promise<void> =>
  inOffice(house, opened.organisation, { kind: 'client' }, async (t) => {
    const work = await lockSeen(t, opened.id, undefined)
    if (given.phase === 'start') {
      const stands = await t.sql.goal.findMany({
        where: { caseId: opened.id },
        select: { n: true, weight: true },
      })
      const weightOf = (n: number) => stands.find((goal) => goal.n === n)?.weight ?? 1
      const goals = given.goals.map((text, index) => ({ text, weight: weightOf(index + 1) }))
      await writeGoals(t, work, goals, 'client')
    }
    await writeRatings(t, work, { by: 'client', phase: given.phase, ratings: given.ratings })
    await writeStep(t, work, 'RATED', { phase: given.phase })
  })
