import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { newId } from '../../database/new-id.ts'
import type { LetterKind, LetterLang } from '../../documents/letters.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { type CaseAtWork, lockCase } from '../engine/case-row.ts'
import { planReminder } from '../engine/plan-notices.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { letterPartsText } from '../search/text-parts.ts'
import { TEXT_MOST } from '../submission.ts'
import { lockLetter, movesChart, takes, tellTimeline } from './at-work.ts'
import { type LetterParts, sealLetter } from './letter-parts.ts'
import { isObjection } from './read-letters.ts'
import { letterRefusal } from './refusals.ts'

const POINTS_MOST = 30

export interface LetterDraft {
  parts: LetterParts
  points: readonly string[]
}

/**
 * Begins a letter on a case. An objection begins the case's objection too, unless one is being written already; a second
 * one beside it is refused. With `ask`, the client is asked by message to write the points.
 * @returns the letter's id
 */
export async function beginLetter(
  t: OfficeTransaction,
  caseId: string,
  given: LetterDraft & { kind: LetterKind; language: LetterLang; aboutId?: string; ask?: string },
): Promise<string> {
  const work = await lockCase(t, caseId)
  const { kind } = given
  if (isObjection(kind)) {
    const open = { in: ['draft', 'offered', 'approved'] }
    const other = await t.sql.letter.findFirst({
      where: { caseId, kind: { in: ['objection', 'objection-early-education'] }, state: open },
    })
    if (other) throw letterRefusal('letter-open')
  }
  const id = newId(t.now)
  const key = await work.key()
  t.insert('letter', {
    id,
    organisation: t.organisation,
    caseId,
    kind,
    language: given.language,
    state: 'draft',
    aboutId: given.aboutId ?? null,
    clientWrites: given.ask !== undefined,
    factsSealed: sealLetter(key, id, given.parts),
    version: 1,
    createdAt: t.now,
    changedAt: t.now,
  })
  indexWords(t, ofCase(work.row), 'letter', id, letterPartsText(given.parts))
  insertPoints(t, key, work.row, id, checkedPoints(given.points))
  t.audit({ event: 'letter.written', subjectKind: 'case', subjectId: caseId, details: { letter: id, kind } })
  const drafting = work.row.state.some((path) => path.startsWith('open.objection.drafting'))
  if (movesChart(work, kind) && !drafting) {
    const to = kind === 'objection' ? 'social-care' : 'early-education'
    await applyToLocked(t, work, { type: 'START_OBJECTION', fields: { objectionTo: to } }, 'office')
  } else tellTimeline(t, work, 'LETTER_BEGUN', { letter: kind })
  await t.flush()
  if (given.ask !== undefined) {
    const again = await lockCase(t, caseId)
    await applyToLocked(t, again, { type: 'MESSAGE_TO_CLIENT', note: given.ask }, 'office')
  }
  return id
}

/** Writes a letter anew. A text that was shown or approved is a draft again, and is approved anew. */
export async function saveLetter(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  draft: LetterDraft,
  seenVersion?: number,
): Promise<void> {
  const { work, letter, key } = await lockLetter(t, caseId, letterId, seenVersion)
  if (letter.state === 'sent' || letter.state === 'cancelled') throw letterRefusal('letter-closed')
  // Who has had the text to read does not lose sight of it while it is mended.
  const seen = letter.state !== 'draft' || letter.clientWrites
  await rewrite(t, work, key, letterId, draft, { clientWrites: seen })
}

/** The client writes the points of the own letter, before it is approved; the office hears of it. */
export async function savePointsAsClient(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  given: { points: readonly string[]; asked: string },
  seenVersion?: number,
): Promise<void> {
  const { work, letter, key } = await lockLetter(t, caseId, letterId, seenVersion)
  const writable = (letter.state === 'draft' && letter.clientWrites) || letter.state === 'offered'
  if (!writable || letter.kind === 'mediation') throw letterRefusal('letter-closed')
  const parts = { ...letter.parts, asked: given.asked }
  await rewrite(t, work, key, letterId, { parts, points: given.points }, { clientWrites: true })
  tellTimeline(t, work, 'LETTER_POINTS', { letter: letter.kind })
  await planReminder(t, work, 'letter-points', false)
  await t.sql.case.update({ where: { id: caseId }, data: { unread: true } })
}

async function rewrite(
  t: OfficeTransaction,
  work: CaseAtWork,
  key: Buffer,
  letterId: string,
  { parts, points }: LetterDraft,
  more: { clientWrites?: boolean } = {},
): Promise<void> {
  const caseId = work.row.id
  const checked = checkedPoints(points)
  await t.sql.letterPoint.deleteMany({ where: { letterId } })
  indexWords(t, ofCase(work.row), 'letter', letterId, letterPartsText(parts))
  insertPoints(t, key, work.row, letterId, checked)
  await t.sql.letter.update({
    where: { id: letterId },
    data: {
      ...more,
      state: 'draft',
      version: { increment: 1 },
      factsSealed: sealLetter(key, letterId, parts),
      documentSealed: null,
      textHash: null,
      offeredAt: null,
      approvedAt: null,
      approvedHow: null,
      approvedBy: null,
      changedAt: t.now,
    },
  })
  t.audit({ event: 'letter.written', subjectKind: 'case', subjectId: caseId, details: { letter: letterId } })
}

/** The points with something in them, in the writer's own words; only the line ends are made one kind. */
export function checkedPoints(points: readonly string[]): string[] {
  const written = points.map((point) => point.replaceAll('\r\n', '\n')).filter((point) => point.trim())
  if (written.length > POINTS_MOST) throw letterRefusal('letter-points')
  for (const point of written)
    if (point.length > TEXT_MOST) throw new Refusal('too-long', { field: 'text', most: String(TEXT_MOST) })
  return written
}

export function insertPoints(
  t: OfficeTransaction,
  key: Buffer,
  row: CaseAtWork['row'],
  letterId: string,
  points: readonly string[],
): void {
  points.forEach((words, i) => {
    const id = newId(t.now)
    indexWords(t, ofCase(row), 'pointWords', id, words)
    t.insert('letterPoint', {
      id,
      organisation: t.organisation,
      caseId: row.id,
      letterId,
      n: i + 1,
      wordsSealed: seal(key, place.pointWords(id), words),
    })
  })
}

/** Gives a letter up. An objection whose text was being made can be begun again; the case itself goes on. */
export async function cancelLetter(t: OfficeTransaction, caseId: string, letterId: string): Promise<void> {
  const { work, letter } = await lockLetter(t, caseId, letterId)
  if (letter.state === 'sent' || letter.state === 'cancelled') throw letterRefusal('letter-closed')
  await t.sql.letter.update({ where: { id: letterId }, data: { state: 'cancelled', changedAt: t.now } })
  t.audit({
    event: 'letter.cancelled',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId },
  })
  if (movesChart(work, letter.kind) && takes(work, 'STOP_OBJECTION', 'office'))
    await applyToLocked(t, work, { type: 'STOP_OBJECTION' }, 'office')
  else tellTimeline(t, work, 'LETTER_CANCELLED', { letter: letter.kind })
}
