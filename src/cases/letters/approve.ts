import { timingSafeEqual } from 'node:crypto'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import { applyToLocked } from '../engine/apply-event.ts'
import { planReminder } from '../engine/plan-notices.ts'
import { type LetterAtWork, lockLetter, movesChart, takes, tellTimeline, textOf } from './at-work.ts'
import type { ToldHow } from './codes.ts'
import { sealText, textHash } from './letter-parts.ts'
import { letterRefusal } from './refusals.ts'

/**
 * Shows the text to the client: from now on it is kept as it stands, so that what is approved is what was read.
 * `note` is the message to the client.
 */
export async function offerLetter(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  given: { note: string; seenVersion?: number },
): Promise<void> {
  const at = await lockLetter(t, caseId, letterId, given.seenVersion)
  const { work, letter } = at
  if (letter.kind === 'mediation') throw letterRefusal('letter-of-office')
  if (letter.state !== 'draft' && letter.state !== 'offered') throw letterRefusal('letter-closed')
  await keepText(t, at, { state: 'offered', offeredAt: t.now })
  t.audit({ event: 'letter.offered', subjectKind: 'case', subjectId: caseId, details: { letter: letterId } })
  const type = eventOfOffer(at)
  await applyToLocked(t, work, { type, note: given.note }, 'office')
  if (type !== 'OFFER_DRAFT') tellTimeline(t, work, 'LETTER_OFFERED', { letter: letter.kind })
}

/** A complaint that builds on an objection is guidance to it; the chart counts it where it has room for it. */
function eventOfOffer({ work, letter }: LetterAtWork): string {
  if (movesChart(work, letter.kind)) return 'OFFER_DRAFT'
  const guides = letter.kind === 'complaint' && letter.aboutId && takes(work, 'GUIDE_TO_COMPLAINT', 'office')
  return guides ? 'GUIDE_TO_COMPLAINT' : 'MESSAGE_TO_CLIENT'
}

/** The client approves the text on the portal: exactly the version that was read. Nobody else approves it here. */
export async function approveLetter(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  seenVersion: number,
): Promise<void> {
  const { work, letter, key } = await lockLetter(t, caseId, letterId, seenVersion)
  if (letter.state !== 'offered' || !letter.text || !letter.hash) throw letterRefusal('letter-closed')
  if (!timingSafeEqual(textHash(key, letter.text), letter.hash)) throw letterRefusal('letter-changed')
  await approved(t, letterId, 'portal', null)
  t.audit({
    event: 'letter.approved',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId, how: 'portal' },
  })
  if (movesChart(work, letter.kind)) return applyToLocked(t, work, { type: 'APPROVE_DRAFT' }, 'client')
  tellTimeline(t, work, 'LETTER_APPROVED', { letter: letter.kind, approvalHow: 'portal' })
  await planReminder(t, work, 'letter-approved', false)
}

/** The office records that the client approved the text elsewhere. The ombudsman does not sign for the client. */
export async function recordApproval(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  given: { how: ToldHow; note?: string; seenVersion?: number },
): Promise<void> {
  const at = await lockLetter(t, caseId, letterId, given.seenVersion)
  const { work, letter } = at
  if (letter.kind === 'mediation') throw letterRefusal('letter-of-office')
  if (letter.state !== 'draft' && letter.state !== 'offered') throw letterRefusal('letter-closed')
  if (letter.state === 'draft') await keepText(t, at, {})
  await approved(t, letterId, given.how, t.actor.kind === 'staff' ? t.actor.id : null)
  t.audit({
    event: 'letter.approved',
    subjectKind: 'case',
    subjectId: caseId,
    details: { letter: letterId, how: given.how },
  })
  // A text changed after its approval waits in the chart as approved; showing it anew brings it to the client's reading.
  if (movesChart(work, letter.kind)) {
    const approvedBefore = work.row.state.includes('open.objection.approved')
    if (approvedBefore)
      return tellTimeline(t, work, 'LETTER_APPROVED', { letter: letter.kind, approvalHow: given.how })
    const fields = { approvalHow: given.how }
    return applyToLocked(t, work, { type: 'RECORD_APPROVAL', fields, note: given.note }, 'office')
  }
  tellTimeline(t, work, 'LETTER_APPROVED', { letter: letter.kind, approvalHow: given.how })
}

/** The client asks for changes in the own words; the text goes back to be written. */
export async function askForChanges(
  t: OfficeTransaction,
  caseId: string,
  letterId: string,
  note: string,
  seenVersion?: number,
): Promise<void> {
  const { work, letter } = await lockLetter(t, caseId, letterId, seenVersion)
  if (letter.state !== 'offered') throw letterRefusal('letter-closed')
  await t.sql.letter.update({
    where: { id: letterId },
    data: { state: 'draft', documentSealed: null, textHash: null, clientWrites: true, changedAt: t.now },
  })
  const type = movesChart(work, letter.kind) ? 'REQUEST_CHANGES' : 'MESSAGE_FROM_CLIENT'
  await applyToLocked(t, work, { type, note }, 'client')
  if (type === 'REQUEST_CHANGES') return
  tellTimeline(t, work, 'LETTER_CHANGES', { letter: letter.kind })
  await planReminder(t, work, 'letter-points', false)
}

const approved = (t: OfficeTransaction, id: string, how: string, by: string | null) =>
  t.sql.letter.update({
    where: { id },
    data: { state: 'approved', approvedAt: t.now, approvedHow: how, approvedBy: by, changedAt: t.now },
  })

/** Makes the text and keeps it whole, with its fingerprint. Throws Refusal "letter-incomplete" when something is missing. */
export async function keepText(
  t: OfficeTransaction,
  { letter, key }: LetterAtWork,
  data: { state?: string; offeredAt?: Date },
): Promise<void> {
  const { sender, addressee } = letter.parts
  if (!sender.name.trim() || !addressee.trim() || letter.points.length === 0)
    throw letterRefusal('letter-incomplete')
  const document = textOf(t, letter)
  await t.sql.letter.update({
    where: { id: letter.id },
    data: {
      ...data,
      documentSealed: new Uint8Array(sealText(key, letter.id, document)),
      textHash: textHash(key, document),
      changedAt: t.now,
    },
  })
}
