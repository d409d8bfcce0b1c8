import { seal } from '../custody/seal.ts'
import type { OfficeTransaction } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import { networkOf } from './device.ts'
import { tellChange } from './factors/factors.ts'
import { recogniseDevice } from './known-devices.ts'
import { IDLE, KEPT_AFTER_END, newToken, placeOf, tokenHash } from './sessions.ts'
import { staffKey } from './staff-key.ts'

/** The ways of being recognised. `oidc`: by the organisation's own sign-in, which sees to the factors itself. */
export const WAYS_IN = [
  'password',
  'password+code',
  'password+recovery',
  'password+passkey',
  'passkey',
  'set-up',
  'demo',
  'oidc',
] as const
export type WayIn = (typeof WAYS_IN)[number]

export interface Entry {
  how: WayIn
  userAgent: string
  /** network address; only its network is kept, sealed */
  address?: string
  /** the token of the browser's own cookie, if it brought one */
  device?: string
  /** whether signing in was a proof that counts for step-up; true unless told */
  proved?: boolean
}

export interface OpenedSession {
  sessionId: string
  /** for the cookie; only its hash is kept */
  token: string
  expiresAt: Date
  /** for the cookie by which the browser is known again */
  device: string
}

/**
 * Opens a session within the transaction in which the person was recognised, whichever way that was. A sign-in from
 * a browser not seen before is told to the person by mail.
 */
export async function openSession(
  t: OfficeTransaction,
  staffId: string,
  entry: Entry,
): Promise<OpenedSession> {
  const token = newToken()
  const expiresAt = new Date(t.now.getTime() + IDLE)
  const id = newId(t.now)
  const network = networkOf(entry.address ?? '')
  await t.sql.session.deleteMany({
    where: { staffId, expiresAt: { lt: new Date(t.now.getTime() - KEPT_AFTER_END) } },
  })
  await t.sql.session.create({
    data: {
      id,
      tokenHash: tokenHash(token),
      organisation: t.organisation,
      staffId,
      userAgent: entry.userAgent.slice(0, 300),
      createdAt: t.now,
      lastSeenAt: t.now,
      rotatedAt: t.now,
      expiresAt,
      how: entry.how,
      provedAt: entry.proved === false ? null : t.now,
      placeSealed: network ? seal(await staffKey(t, staffId), placeOf(id), network) : null,
    },
  })
  const { device, isNew } = await recogniseDevice(t, staffId, entry.device)
  // Whoever sets up an account knows that they are doing it.
  if (isNew && entry.how !== 'set-up') await tellChange(t, staffId, 'staff-new-device')
  await t.sql.staff.update({ where: { id: staffId }, data: { lastSignInAt: t.now } })
  t.audit({ event: 'session.opened', subjectKind: 'session', subjectId: id, details: { how: entry.how } })
  return { token, expiresAt, device, sessionId: id }
}
