import { openDataKey } from '../custody/data-key.ts'
import { seal } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import type { Notice } from '../database/generated/client.ts'
import { planDelivery } from './deliver.ts'
import { isMailAddress } from './message.ts'
import { deliveryKey, recipientPlace } from './plan.ts'
import { recipientOf } from './recipient.ts'
import { isNoticeName, NOTICES } from './template.ts'

/** Why nothing was done: not there, on its way or gone out already, or no mail address. */
export type NoticeRefusal = 'not-found' | 'not-now' | 'bad-address'

/**
 * Sends an undelivered, called-off or waiting notice again, with three new days to get through; one that is to be
 * tried later is tried now. `email` replaces the client's address in this notice, not in the case.
 * @returns null when planned, or why not
 */
export async function resendNotice(
  t: OfficeTransaction,
  id: string,
  email?: string,
): Promise<NoticeRefusal | null> {
  const row = await locked(t, id)
  if (!row) return 'not-found'
  if (row.state === 'sent' || row.state === 'sending') return 'not-now'
  const address = email?.trim()
  // Only a client's notice may go elsewhere: one for staff can hold a link that opens an account.
  const forClient = isNoticeName(row.template) && NOTICES[row.template].audience === 'client'
  if (address && (!forClient || row.staffId || !row.keyId || !isMailAddress(address))) return 'bad-address'
  await t.sql.notice.update({
    where: { id },
    data: {
      state: 'planned',
      attempts: 0,
      nextAttemptAt: t.now,
      ...(address ? { addressSealed: await sealAgain(t, row, address) } : {}),
    },
  })
  planDelivery(t, id, t.now)
  t.audit({
    event: 'notice.retried',
    subjectKind: 'notice',
    subjectId: id,
    details: { newAddress: !!address },
  })
  return null
}

/**
 * Calls off a notice that has not gone out. It can still be sent again.
 * @returns null when called off, or why not
 */
export async function cancelNotice(t: OfficeTransaction, id: string): Promise<NoticeRefusal | null> {
  const row = await locked(t, id)
  if (!row) return 'not-found'
  if (!['planned', 'waiting', 'undelivered'].includes(row.state)) return 'not-now'
  await t.sql.notice.update({ where: { id }, data: { state: 'cancelled', nextAttemptAt: null } })
  t.cancelJob(deliveryKey(id))
  t.audit({ event: 'notice.cancelled', subjectKind: 'notice', subjectId: id })
  return null
}

async function locked(t: OfficeTransaction, id: string): Promise<Notice | null> {
  await t.sql.$queryRaw`select 1 as locked from notice where id = ${id}::uuid for update`
  return t.sql.notice.findFirst({ where: { id, organisation: t.organisation } })
}

async function sealAgain(t: OfficeTransaction, row: Notice, email: string) {
  const former = await recipientOf(t, row)
  const key = await openDataKey(t, row.keyId!)
  return seal(key, recipientPlace(row.id), JSON.stringify({ ...former, email }))
}
