import { randomUUID } from 'node:crypto'
import { makeDataKey } from '../../custody/data-key.ts'
import { seal } from '../../custody/seal.ts'
import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import { dateInFinland } from '../../language/formats.ts'
import type { Lang } from '../../language/lang.ts'
import { applyEvent } from '../engine/apply-event.ts'
import { Refusal } from '../refusal.ts'
import { place } from '../sealed-parts.ts'
import type { FeedbackAnswers } from './answers.ts'
import { tokenHash } from './invite.ts'

/** `open`: can be answered. `used`: was, or the client has answered elsewhere. `gone`: unknown or too old. */
export type InvitationState = 'open' | 'used' | 'gone'

/** Whether the link of an invitation can be answered. */
export const feedbackInvitation = (house: House, token: string): Promise<InvitationState> =>
  withInvitation(house, token, async (_, { used }) => (used ? 'used' : 'open'))

/**
 * Takes in the answers of an invitation, once. The case is told that feedback was given and the answer is stored beside it:
 * neither points to the other.
 */
export const answerInvitation = (
  house: House,
  token: string,
  answers: FeedbackAnswers,
  language: Lang,
): Promise<InvitationState> =>
  withInvitation(house, token, async (t, { caseId, used }) => {
    if (used) return 'used'
    await t.sql.feedbackInvitation.update({ where: { tokenHash: tokenHash(token) }, data: { used: true } })
    return (await tellCase(t, caseId)) ? keep(t, answers, language, 'mail') : 'used'
  })

/** Takes in what a client says on the page of the followed case, once. */
export const giveFeedback = (
  house: House,
  opened: { id: string; organisation: string },
  answers: FeedbackAnswers,
  language: Lang,
): Promise<InvitationState> =>
  inOffice(house, opened.organisation, { kind: 'client' }, async (t) => {
    if (!(await tellCase(t, opened.id))) return 'used'
    await t.sql.feedbackInvitation.updateMany({ where: { caseId: opened.id }, data: { used: true } })
    return keep(t, answers, language, 'follow')
  })

async function withInvitation(
  house: House,
  token: string,
  work: (t: OfficeTransaction, invitation: { caseId: string; used: boolean }) => Promise<InvitationState>,
): Promise<InvitationState> {
  const hash = tokenHash(token)
  const [found] = await house.prisma.$queryRaw<{ organisation: string | null }[]>`
    select app.find_feedback_invitation(${hash}) as organisation`
  if (!found?.organisation) return 'gone'
  return inOffice(house, found.organisation, { kind: 'client' }, async (t) => {
    await t.sql.$queryRaw`select 1 as locked from feedback_invitation where token_hash = ${hash} for update`
    const invitation = await t.sql.feedbackInvitation.findUnique({ where: { tokenHash: hash } })
    return invitation && invitation.expiresAt > t.now ? work(t, invitation) : 'gone'
  })
}

/** False when the client has given feedback before. */
async function tellCase(t: OfficeTransaction, caseId: string): Promise<boolean> {
  try {
    await applyEvent(t, caseId, { type: 'FEEDBACK' }, 'client')
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-now') return false
    throw error
  }
}

function keep(
  t: OfficeTransaction,
  { words, ...replies }: FeedbackAnswers,
  language: Lang,
  door: 'mail' | 'follow',
): 'open' {
  // Ids made elsewhere here tell the time; this one must not, or the answer could be laid beside the case's event.
  const id = randomUUID()
  const { year, month } = dateInFinland(t.now)
  const own = words?.trim() ? makeDataKey(t.keys, t.organisation, id) : undefined
  if (own) t.insert('dataKey', { ...own.row, createdAt: new Date(Date.UTC(year, month - 1, 1)) })
  t.insert('feedbackAnswer', {
    id,
    organisation: t.organisation,
    year,
    month,
    door,
    language,
    understood: replies.understood ?? null,
    heard: replies.heard ?? null,
    knewNextStep: replies.knewNextStep ?? null,
    trust: replies.trust ?? null,
    wouldContactAgain: replies.wouldContactAgain ?? null,
    wordsSealed: own ? seal(own.key, place.feedbackWords(id), words!.trim()) : null,
  })
  return 'open'
}
