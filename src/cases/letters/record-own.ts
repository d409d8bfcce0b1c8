import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Case } from '../../database/generated/client.ts'
import { newId } from '../../database/new-id.ts'
import type { LetterLang } from '../../documents/letters.ts'
import { dateInFinland } from '../../language/formats.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { lockCase } from '../engine/case-row.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { letterPartsText } from '../search/text-parts.ts'
import { snapshotOf } from '../workflow-of.ts'
import { takes, tellTimeline } from './at-work.ts'
import type { Recipient, SentHow } from './codes.ts'
import { sealLetter } from './letter-parts.ts'
import { isObjection } from './read-letters.ts'
import { letterRefusal } from './refusals.ts'
import { checkedPoints, insertPoints } from './write.ts'

export interface OwnObjection {
  kind: 'objection' | 'objection-early-education'
  language: LetterLang
  /** ISO date, today at the latest */
  sentOn: string
  sentTo: Recipient
  sentHow: SentHow
  /** what the client asked about, from the copy or as told */
  points: readonly string[]
  addressee?: string
  proof?: string
}

/**
 * Records an objection the client sent before coming here, by its points, so that its answer can be gone through like any
 * other. There is no text of ours and none is made up. Begins the wait, unless the case waits for that answer already.
 * Throws "letter-open" when the case has an objection of its own under way, "letter-incomplete" without a point,
 * "sent-future".
 * @returns the letter's id
 */
export async function recordOwnObjection(
  t: OfficeTransaction,
  caseId: string,
  given: OwnObjection,
): Promise<string> {
  const work = await lockCase(t, caseId)
  if (given.sentOn > dateInFinland(t.now).toString()) throw letterRefusal('sent-future', { field: 'sentOn' })
  const points = checkedPoints(given.points)
  if (points.length === 0) throw letterRefusal('letter-incomplete')
  const begins = takes(work, 'OBJECTION_ALREADY_SENT', 'office')
  const kept = await t.sql.letter.count({
    where: {
      caseId,
      kind: { in: ['objection', 'objection-early-education'] },
      state: { not: 'cancelled' },
    },
  })
  if (kept > 0 || (!begins && !awaitsAnswer(work.row.state))) throw letterRefusal('letter-open')
  const id = newId(t.now)
  const key = await work.key()
  const { name = '' } = await work.person()
  const sentOn = begins ? given.sentOn : (known(work) ?? given.sentOn)
  const parts = { sender: { name }, addressee: given.addressee?.trim() ?? '' }
  const proof = given.proof?.trim()
  t.insert('letter', {
    id,
    organisation: t.organisation,
    caseId,
    kind: given.kind,
    language: given.language,
    state: 'sent',
    factsSealed: sealLetter(key, id, parts),
    version: 1,
    sentOn: new Date(`${sentOn}T00:00:00Z`),
    sentTo: given.sentTo,
    sentHow: given.sentHow,
    sentBy: 'client',
    proofSealed: proof ? seal(key, place.letterProof(id), proof) : null,
    createdAt: t.now,
    changedAt: t.now,
  })
  indexWords(t, ofCase(work.row), 'letter', id, letterPartsText(parts))
  indexWords(t, ofCase(work.row), 'letterProof', id, proof)
  insertPoints(t, key, work.row, id, points)
  t.audit({
    event: 'letter.written',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: id, kind: given.kind, own: true },
  })
  await t.flush()
  if (begins) await applyToLocked(t, work, { type: 'OBJECTION_ALREADY_SENT', fields: { sentOn } }, 'office')
  else tellTimeline(t, work, 'LETTER_OWN', { letter: given.kind, sentOn })
  return id
}

/** Whether the page may offer it: the objection has not begun here, or its answer is awaited without a letter. */
export const mayRecordOwn = (row: Case, letters: readonly { kind: string; state: string }[]): boolean =>
  !letters.some(({ kind, state }) => isObjection(kind) && state !== 'cancelled') &&
  (awaitsAnswer(row.state) || takes({ row }, 'OBJECTION_ALREADY_SENT', 'office'))

const awaitsAnswer = (state: readonly string[]): boolean =>
  state.some((path) => /^open\.objection\.(awaiting|answered)/.test(path))

/** The day of sending the case's wait was counted from, when it was recorded before the points were. */
function known(work: Awaited<ReturnType<typeof lockCase>>): string | undefined {
  const { objectionSentOn } = snapshotOf(work.row).context as { objectionSentOn?: unknown }
  return typeof objectionSentOn === 'string' ? objectionSentOn : undefined
}
