import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { planReminder } from '../engine/plan-notices.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { TEXT_MOST } from '../submission.ts'
import { lockLetter, takes, tellTimeline } from './at-work.ts'
import type { Answered } from './codes.ts'
import { isObjection } from './read-letters.ts'
import { letterRefusal } from './refusals.ts'

export interface PointCheck {
  n: number
  answered: Answered
  reasons: boolean
  measures: boolean
  note?: string
}

/** What the chart is told of an answer, computed from its points. */
export interface AnswerFound {
  pointsAnswered: 'all' | 'some' | 'none'
  /** every point that got an answer got reasons */
  reasonsGiven: boolean
  /** measures are stated for one point at least */
  measuresStated: boolean
}

/** Pure. */
export function answerFound(points: readonly Omit<PointCheck, 'n' | 'note'>[]): AnswerFound {
  const touched = points.filter(({ answered }) => answered !== 'no')
  const whole = points.length > 0 && points.every(({ answered }) => answered === 'yes')
  return {
    pointsAnswered: whole ? 'all' : touched.length > 0 ? 'some' : 'none',
    reasonsGiven: touched.length > 0 && touched.every(({ reasons }) => reasons),
    measuresStated: points.some(({ measures }) => measures),
  }
}

/**
 * The office goes through the answer to an objection, point by point. The first time after an answer the case's chart
 * hears the sum of it; later corrections change the points alone.
 * Throws "not-answered" while no answer has come, "check-missing" when a point was left out.
 */
export async function checkAnswer(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  checks: readonly PointCheck[],
): Promise<void> {
  const { work, letter, key } = await lockLetter(t, caseId, letterId)
  if (!isObjection(letter.kind) || letter.state !== 'sent') throw letterRefusal('not-answered')
  const first = takes(work, 'ASSESS_OBJECTION', 'office')
  if (!first && !letter.checkedAt) throw letterRefusal('not-answered')
  const found = letter.points.map((point) => {
    const check = checks.find(({ n }) => n === point.n)
    if (!check) throw letterRefusal('check-missing')
    // No answer holds no reasons and no measures, whatever was ticked.
    const there = check.answered !== 'no'
    return { ...check, reasons: there && check.reasons, measures: there && check.measures, id: point.id }
  })
  for (const { id, answered, reasons, measures, note } of found) {
    checkLength(note)
    indexWords(t, ofCase(work.row), 'pointNote', id, note)
    await t.sql.letterPoint.update({
      where: { id },
      data: {
        answered,
        reasons,
        measures,
        noteSealed: note?.trim() ? seal(key, place.pointNote(id), note.trim()) : null,
      },
    })
  }
  await t.sql.letter.update({ where: { id: letterId }, data: { checkedAt: t.now } })
  t.audit({
    event: 'letter.answer-checked',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId, points: found.length },
  })
  if (first)
    return applyToLocked(t, work, { type: 'ASSESS_OBJECTION', fields: { ...answerFound(found) } }, 'office')
  tellTimeline(t, work, 'LETTER_CHECKED', { letter: letter.kind })
}

export interface ClientView {
  n: number
  answered?: Answered
  words?: string
}

/** The client's own view of the answer, point by point; it stands beside the office's, also where the two differ. */
export async function saveClientView(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  views: readonly ClientView[],
): Promise<void> {
  const { work, letter, key } = await lockLetter(t, caseId, letterId)
  if (!isObjection(letter.kind) || !answerCame(work.row.state, letter.checkedAt))
    throw letterRefusal('not-answered')
  for (const point of letter.points) {
    const view = views.find(({ n }) => n === point.n)
    if (!view) continue
    checkLength(view.words)
    const words = view.words?.replaceAll('\r\n', '\n').trim()
    indexWords(t, ofCase(work.row), 'pointClient', point.id, words)
    await t.sql.letterPoint.update({
      where: { id: point.id },
      data: {
        clientAnswered: view.answered ?? null,
        clientWordsSealed: words ? seal(key, place.pointClient(point.id), words) : null,
      },
    })
  }
  tellTimeline(t, work, 'LETTER_VIEWED', { letter: letter.kind })
  t.audit({
    event: 'letter.answer-checked',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId, by: 'client' },
  })
  await planReminder(t, work, 'letter-viewed', false)
  await t.sql.case.update({ where: { id: caseId }, data: { unread: true } })
}

/** Whether there is an answer to look at: one just came, or one was gone through. */
export const answerCame = (state: readonly string[], checkedAt: Date | null): boolean =>
  checkedAt !== null || state.some((path) => /^open\.objection\.(answered|assessed)/.test(path))

function checkLength(text: string | undefined): void {
  if (text && text.length > TEXT_MOST)
    throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
}
