import { createHash, randomBytes } from 'node:crypto'
import type { OfficeTransaction } from '../../custody/transaction.ts'

/** Days an invitation can be answered. */
const VALID_DAYS = 60

export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** Makes an invitation to give feedback on the help in a case. Returns the secret of its link, which is kept nowhere else. */
export function inviteToFeedback(t: OfficeTransaction, caseId: string): string {
  const token = randomBytes(18).toString('base64url')
  t.insert('feedbackInvitation', {
    tokenHash: tokenHash(token),
    organisation: t.organisation,
    caseId,
    askedAt: t.now,
    expiresAt: new Date(t.now.getTime() + VALID_DAYS * 86_400_000),
  })
  return token
}
