import { type House, inOffice, type OfficeTransaction } from '../../custody/transaction.ts'
import type { FeedbackAnswers } from './answers.ts'
import { tokenHash } from './invite.ts'
import { sealAnswer } from './sealed-answer.ts'
import { feedbackGiven, feedbackSlot } from './slot.ts'

/** `open`: can be answered. `used`: was, or the client has answered elsewhere. `gone`: unknown or too old. */
export type InvitationState = 'open' | 'used' | 'gone'

/** Whether the link of an invitation can be answered. */
export const feedbackInvitation = (house: House, token: string): Promise<InvitationState> =>
  withInvitation(house, token, async (t, caseId) => ((await feedbackGiven(t, caseId)) ? 'used' : 'open'))

/** Takes in the answers of an invitation, once. Neither the invitation nor the case is told. */
export const answerInvitation = (
  house: House,
  token: string,
  answers: FeedbackAnswers,
): Promise<InvitationState> => withInvitation(house, token, (t, caseId) => keep(t, caseId, answers))

/** Takes in what a client says on the page of the followed case, once. */
export const giveFeedback = (
  house: House,
  opened: { id: string; organisation: string },
  answers: FeedbackAnswers,
): Promise<InvitationState> =>
  inOffice(house, opened.organisation, { kind: 'client' }, (t) => keep(t, opened.id, answers))

async function withInvitation(
  house: House,
  token: string,
  work: (t: OfficeTransaction, caseId: string) => Promise<InvitationState>,
): Promise<InvitationState> {
  const hash = tokenHash(token)
  const [found] = await house.prisma.$queryRaw<{ organisation: string | null }[]>`
    select app.find_feedback_invitation(${hash}) as organisation`
  if (!found?.organisation) return 'gone'
  return inOffice(house, found.organisation, { kind: 'client' }, async (t) => {
    const invitation = await t.sql.feedbackInvitation.findUnique({ where: { tokenHash: hash } })
    return invitation && invitation.expiresAt > t.now ? work(t, invitation.caseId) : 'gone'
  })
}

/**
 * One row, and nothing else is written in the transaction: what was written together could be laid together. Its place
 * is the case's own, so that the second of two answers finds it taken, whichever door they came through.
 */
async function keep(
  t: OfficeTransaction,
  caseId: string,
  answers: FeedbackAnswers,
): Promise<InvitationState> {
  const slot = await feedbackSlot(t, caseId)
  if (!slot) return 'used'
  const asked = (await t.sql.feedbackInvitation.count({ where: { caseId } })) > 0
  const { count } = await t.sql.feedbackInbox.createMany({
    data: [{ slot, organisation: t.organisation, sealed: sealAnswer(t, slot, { answers, asked }) }],
    skipDuplicates: true,
  })
  return count === 1 ? 'open' : 'used'
}
