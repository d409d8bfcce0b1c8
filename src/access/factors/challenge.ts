import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { House } from '../../custody/transaction.ts'

/** What a passkey is asked for: a challenge made for one thing answers no other. */
export type Purpose = 'sign-in' | 'second' | 'register' | 'step-up'

/** How long an answer may take, in milliseconds. */
export const CHALLENGE_LASTS = 5 * 60_000
const NONCE = 16
const TIME = 6

/**
 * A challenge for a passkey that needs no row until it is answered: what it is for, whom it asks and until when are
 * bound into it under a key of ours.
 * @param subject the person asked, or '' for whoever answers
 */
export function newChallenge(house: House, purpose: Purpose, subject: string): Uint8Array<ArrayBuffer> {
  const open = Buffer.alloc(NONCE + TIME)
  randomBytes(NONCE).copy(open)
  open.writeUIntBE(house.now().getTime() + CHALLENGE_LASTS, NONCE, TIME)
  return new Uint8Array(Buffer.concat([open, markOf(house, purpose, subject, open)]))
}

/** Whether the answered challenge was ours, for this, in time, and the first answer to it. */
export async function useChallenge(
  house: House,
  purpose: Purpose,
  subject: string,
  answered: string,
): Promise<boolean> {
  const given = Buffer.from(answered, 'base64url')
  if (given.length !== NONCE + TIME + 32) return false
  const open = given.subarray(0, NONCE + TIME)
  if (!timingSafeEqual(given.subarray(NONCE + TIME), markOf(house, purpose, subject, open))) return false
  const until = open.readUIntBE(NONCE, TIME)
  if (until <= house.now().getTime()) return false
  const key = createHash('sha256').update(given).digest()
  const used = await house.prisma.$executeRaw`
    insert into used_once (key, expires_at) values (${key}, ${new Date(until)}) on conflict do nothing`
  return used === 1
}

const markOf = (house: House, purpose: Purpose, subject: string, open: Buffer): Buffer =>
  house.keys.mac('passkey-challenge', Buffer.concat([Buffer.from(`${purpose}:${subject}:`), open]))
