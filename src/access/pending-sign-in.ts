import { seal, unsealText } from '../custody/seal.ts'
import { type House, inOffice } from '../custody/transaction.ts'

/** How long a person may take from the password to the second factor, in milliseconds. */
const LASTS = 10 * 60_000
const PLACE = 'pending-sign-in'

/** Somebody whose password was right and who has yet to show a second factor. */
export interface Pending {
  staffId: string
  organisation: string
}

/**
 * What the browser holds between the two steps: sealed, so that nobody makes or reads one, and bound to the password
 * that was given, so that it ends when the password is changed. It opens nothing by itself.
 */
export function sealPending(house: House, pending: Pending, passwordHash: string): string {
  const until = house.now().getTime() + LASTS
  const content = JSON.stringify({ ...pending, until, password: markOf(house, passwordHash) })
  return seal(house.keys.derive(PLACE), PLACE, content).toString('base64url')
}

/** Who the pending sign-in belongs to; null when it has run out, the password was changed or the account is closed. */
export async function openPending(house: House, token: string): Promise<Pending | null> {
  let kept: Pending & { until: number; password: string }
  try {
    kept = JSON.parse(unsealText(house.keys.derive(PLACE), PLACE, Buffer.from(token, 'base64url')))
  } catch {
    return null
  }
  if (kept.until <= house.now().getTime()) return null
  const person = await inOffice(house, kept.organisation, { kind: 'anonymous' }, (t) =>
    t.sql.staff.findFirst({ where: { id: kept.staffId, active: true }, select: { passwordHash: true } }),
  )
  if (!person || markOf(house, person.passwordHash) !== kept.password) return null
  return { staffId: kept.staffId, organisation: kept.organisation }
}

const markOf = (house: House, passwordHash: string): string =>
  house.keys.mac(PLACE, passwordHash).toString('base64url')
