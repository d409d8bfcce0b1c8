import type { OfficeTransaction } from '../../custody/transaction.ts'
import { Refusal } from '../refusal.ts'
import { applyToLocked } from './apply-event.ts'
import type { CaseAtWork } from './case-row.ts'

/** Channels in which the two talk with each other; a letter or a mail that came in has reached nobody yet. */
const TALKED = ['phone', 'meeting', 'remote-meeting', 'walk-in']

/**
 * Tells a case of a contact that has its row already: whoever talked with the client has begun. A case that has ended
 * stays as it is.
 */
export async function tellOfContact(t: OfficeTransaction, work: CaseAtWork, channel: string): Promise<void> {
  work.contactCounted = true
  try {
    const fields = { channel, reached: TALKED.includes(channel) }
    await applyToLocked(t, work, { type: 'LOG_CONTACT', fields }, 'office')
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'not-now')) throw error
  }
}
