import { openDataKey } from '../custody/data-key.ts'
import { unsealText } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Notice } from '../database/generated/client.ts'
import { recipientPlace, type SealedRecipient } from './plan.ts'

/**
 * Who the notice goes to: the sealed address, or the address a member of staff has now.
 * @returns null when there is nobody any more: the account was closed, the case is locked for the person, or the address
 * is gone
 * @throws ErasedError when the case's key has been erased
 */
export async function recipientOf(
  t: OfficeTransaction,
  notice: Pick<Notice, 'id' | 'caseId' | 'staffId' | 'addressSealed' | 'keyId'>,
): Promise<SealedRecipient | null> {
  if (notice.staffId) {
    const staff = await t.sql.staff.findFirst({
      where: {
        id: notice.staffId,
        active: true,
        ...(notice.caseId && { bars: { none: { caseId: notice.caseId, liftedAt: null } } }),
      },
      select: { email: true },
    })
    return staff && { email: staff.email }
  }
  if (!notice.addressSealed || !notice.keyId) return null
  const key = await openDataKey(t, notice.keyId)
  return JSON.parse(unsealText(key, recipientPlace(notice.id), notice.addressSealed)) as SealedRecipient
}
