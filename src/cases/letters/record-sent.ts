import { timingSafeEqual } from 'node:crypto'
import type { Party } from '../../../workflows/workflow.ts'
import { seal } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { planReminder } from '../engine/plan-notices.ts'
import { mustCover } from '../mediation/cover.ts'
import { place } from '../sealed-parts.ts'
import { indexWords, ofCase } from '../search/index-words.ts'
import { snapshotOf } from '../workflow-of.ts'
import { keepText } from './approve.ts'
import { type LetterAtWork, lockLetter, movesChart, takes, tellTimeline } from './at-work.ts'
import type { Recipient, SentHow, Topic } from './codes.ts'
import { textHash } from './letter-parts.ts'
import { letterRefusal } from './refusals.ts'

export interface Sending {
  /** ISO date, today at the latest */
  sentOn: string
  sentTo: Recipient
  sentHow: SentHow
  sentBy: 'client' | 'office'
  /** registry number, tracking code, who received it */
  proof?: string
  /** what the letter tells of, when the office sends it */
  topics?: readonly Topic[]
  seenVersion?: number
}

/**
 * Records a letter as sent. Only a text the client has approved goes out, and only as approved. What the office sends
 * needs a consent in force that covers the recipient, whatever the letter is; the office's own letter needs one always.
 */
export async function recordSent(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  sending: Sending,
  party: Party,
): Promise<void> {
  const at = await lockLetter(t, caseId, letterId, sending.seenVersion)
  const { work, letter, key } = at
  const own = letter.kind === 'mediation'
  if (letter.state === 'sent' || letter.state === 'cancelled') throw letterRefusal('letter-closed')
  if (!own && letter.state !== 'approved') throw letterRefusal('letter-not-approved')
  if (sending.sentOn > dateInFinland(t.now).toString())
    throw letterRefusal('sent-future', { field: 'sentOn' })
  const written = dateInFinland(letter.createdAt).toString()
  if (sending.sentOn < written) throw letterRefusal('sent-early', { field: 'sentOn', date: written })
  if (own || sending.sentBy === 'office')
    await mustCover(t, work, { recipient: sending.sentTo, topics: sending.topics ?? [] })
  if (own) await keepText(t, at, {})
  else if (!letter.text || !letter.hash || !timingSafeEqual(textHash(key, letter.text), letter.hash))
    throw letterRefusal('letter-changed')
  await t.sql.letter.update({
    where: { id: letterId },
    data: {
      state: 'sent',
      sentOn: new Date(`${sending.sentOn}T00:00:00Z`),
      sentTo: sending.sentTo,
      sentHow: sending.sentHow,
      sentBy: own ? 'office' : sending.sentBy,
      ...(own ? { approvedAt: t.now, approvedHow: 'office' } : {}),
      proofSealed: sending.proof?.trim()
        ? seal(key, place.letterProof(letterId), sending.proof.trim())
        : null,
      changedAt: t.now,
    },
  })
  indexWords(t, ofCase(work.row), 'letterProof', letterId, sending.proof)
  t.audit({
    event: 'letter.sent',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId, to: sending.sentTo, how: sending.sentHow },
  })
  await moveOn(t, at, sending, party)
}

/** What the sending of this letter means for the case's chart; a letter the chart has no step for stands in the timeline. */
async function moveOn(
  t: OfficeTransaction,
  { work, letter }: LetterAtWork,
  { sentOn, sentTo, sentHow }: Sending,
  party: Party,
): Promise<void> {
  if (movesChart(work, letter.kind))
    return applyToLocked(t, work, { type: 'RECORD_SENT', fields: { sentOn, sentTo, sentHow } }, party)
  if (letter.kind === 'mediation')
    return applyToLocked(t, work, { type: 'SEND_REQUEST', fields: { sentOn } }, 'office')
  if (letter.kind === 'supplement' && takes(work, 'ASK_SUPPLEMENT', 'office'))
    return applyToLocked(t, work, { type: 'ASK_SUPPLEMENT', fields: { sentOn } }, 'office')
  const remedy = String(snapshotOf(work.row).context.remedy ?? '')
  if (REMEDIES[letter.kind]?.includes(remedy) && takes(work, 'FILED', party))
    return applyToLocked(t, work, { type: 'FILED', fields: { filedOn: sentOn } }, party)
  tellTimeline(t, work, 'LETTER_SENT', { letter: letter.kind, sentOn, sentTo, sentHow })
  if (party === 'client') await planReminder(t, work, 'letter-sent', false)
}

/** Which remedies of the code list a letter files. */
export const REMEDIES: Record<string, readonly string[] | undefined> = {
  review: ['review'],
  'review-kela': ['review-kela'],
  appeal: ['appeal-admin-court', 'appeal-benefit-board'],
  complaint: ['complaint-supervisor', 'complaint-ombudsman'],
  damages: ['damages'],
  'data-access': ['data-access'],
  'data-rectification': ['data-access'],
}
