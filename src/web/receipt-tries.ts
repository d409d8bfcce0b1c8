import { limitOf, limitRate, type Rate, rateOf } from '../access/index.ts'
import { openWithReceipt, recordWrongReceipt } from '../cases/index.ts'
import type { House } from '../custody/transaction.ts'

/**
 * What a number and a code open, for one address: the case, nothing, or "too many wrong tries". Wrong tries are
 * counted one by one, also when many come at once, and no answer is given on a try that was looked at when ten wrong
 * ones had been counted: neither that it was wrong nor what it opens.
 */
export async function tryReceipt(
  house: House,
  address: string,
  number: string,
  receipt: string,
): Promise<{ opened: { id: string; organisation: string } | null } | { retryAfter: number }> {
  const limit = limitOf('receipt', address)
  const before = await rateOf(house, limit)
  if (!before.allowed) return { retryAfter: before.retryAfter }
  const opened = await openWithReceipt(house, number, receipt)
  if (!opened) await recordWrongReceipt(house, number)
  const after: Rate = await (opened ? rateOf : limitRate)(house, limit)
  return after.allowed ? { opened } : { retryAfter: after.retryAfter }
}
