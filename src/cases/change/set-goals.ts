import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import { changeTexts } from '../../language/catalogues/change.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { lockSeen, writeStep } from '../engine/case-step.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { GOAL_LONG, GOALS_MOST, type RatedBy } from './ratings.ts'

export interface GoalInput {
  /** the client's own words, kept as they are; empty: no such goal */
  text: string
  /** 1 to 3 */
  weight?: number
}

/**
 * Sets the goals of a case, one to three, in the client's words. A goal whose text changes keeps its place and its ratings;
 * one that is emptied goes, and its ratings with it.
 * Throws Refusal "not-found", "changed-meanwhile", "too-long", "field-invalid".
 */
export async function setGoals(
  t: OfficeTransaction,
  caseId: string,
  goals: readonly GoalInput[],
  by: RatedBy,
  seenVersion?: number,
): Promise<void> {
  const work = await lockSeen(t, caseId, seenVersion)
  await writeGoals(t, work, goals, by)
  const count = goals.filter(({ text }) => text.trim()).length
  await writeStep(t, work, 'GOALS_SET', { count: String(count) })
}

export async function writeGoals(
  t: OfficeTransaction,
  work: CaseAtWork,
  goals: readonly GoalInput[],
  by: RatedBy,
): Promise<void> {
  if (goals.length > GOALS_MOST) throw new Refusal('field-invalid', { field: `goal-${goals.length}` })
  const key = await work.key()
  const caseId = work.row.id
  for (const [index, { text, weight = 1 }] of goals.entries()) {
    const n = index + 1
    const words = text.trim()
    if (words.length > GOAL_LONG)
      throw new Refusal('too-long', { field: `goal-${n}`, most: String(GOAL_LONG) })
    if (!Number.isInteger(weight) || weight < 1 || weight > 3)
      throw new Refusal(
        'field-invalid',
        { field: `weight-${n}` },
        {
          fi: changeTexts('fi')('error-weight', { n }),
          sv: changeTexts('sv')('error-weight', { n }),
          en: changeTexts('en')('error-weight', { n }),
        },
      )
    const stands = await t.sql.goal.findUnique({ where: { caseId_n: { caseId, n } } })
    if (!words) {
      await t.sql.goal.deleteMany({ where: { caseId, n } })
      await t.sql.rating.deleteMany({ where: { caseId, subject: { in: [`goal:${n}`, `gas:${n}`] } } })
      continue
    }
    const id = stands?.id ?? newId(t.now)
    indexWords(t, ofCase(work.row), 'goal', id, words)
    const data = { textSealed: new Uint8Array(seal(key, place.goal(id), words)), weight }
    if (stands) await t.sql.goal.update({ where: { id }, data })
    else
      await t.sql.goal.create({
        data: { id, organisation: t.organisation, caseId, n, ...data, setBy: by, setAt: t.now },
      })
  }
}
