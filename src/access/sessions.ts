import { createHash, randomBytes } from 'node:crypto'
import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import { isLang } from '../language/lang.ts'
import type { Role, SignedIn } from './signed-in.ts'

const MINUTE = 60_000
/** A session nobody uses ends after so long, and any session after a working day. */
export const IDLE = 120 * MINUTE
export const LONGEST = 12 * 60 * MINUTE
const KEPT_AFTER_END = 7 * 24 * 60 * MINUTE

export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(`session ${token}`).digest())

export interface OpenedSession {
  /** for the cookie; only its hash is kept */
  token: string
  expiresAt: Date
}

/** Opens a session within the transaction in which the person was recognised. */
export async function openSession(
  t: OfficeTransaction,
  staffId: string,
  userAgent: string,
): Promise<OpenedSession> {
  const token = newToken()
  const expiresAt = new Date(t.now.getTime() + IDLE)
  const id = newId(t.now)
  await t.sql.session.deleteMany({
    where: { staffId, expiresAt: { lt: new Date(t.now.getTime() - KEPT_AFTER_END) } },
  })
  await t.sql.session.create({
    data: {
      id,
      tokenHash: tokenHash(token),
      organisation: t.organisation,
      staffId,
      userAgent: userAgent.slice(0, 300),
      createdAt: t.now,
      lastSeenAt: t.now,
      expiresAt,
    },
  })
  await t.sql.staff.update({ where: { id: staffId }, data: { lastSignInAt: t.now } })
  t.audit({ event: 'session.opened', subjectKind: 'session', subjectId: id })
  return { token, expiresAt }
}

interface FoundSession {
  id: string
  organisation: string
  staff_id: string
  name: string
  email: string
  role: string
  municipality: string | null
  language: string
  last_seen_at: Date
}

/** Who a cookie's token belongs to, or null when the session has ended. Being used keeps it open. */
export async function sessionOf(house: House, token: string): Promise<SignedIn | null> {
  const now = house.now()
  const hash = tokenHash(token)
  const [found] = await house.prisma.$queryRaw<
    FoundSession[]
  >`select * from app.find_session(${hash}, ${now})`
  if (!found) return null
  if (now.getTime() - found.last_seen_at.getTime() > MINUTE) await seen(house, found.organisation, hash, now)
  return {
    staffId: found.staff_id,
    organisation: found.organisation,
    name: found.name,
    email: found.email,
    role: found.role as Role,
    municipality: found.municipality,
    language: isLang(found.language) ? found.language : 'fi',
    sessionId: found.id,
  }
}

async function seen(house: House, organisation: string, hash: Buffer<ArrayBuffer>, now: Date): Promise<void> {
  const idle = new Date(now.getTime() + IDLE)
  await inOffice(house, organisation, { kind: 'system' }, async (t) => {
    await t.sql.$executeRaw`
      update session set last_seen_at = ${now},
        expires_at = least(${idle}::timestamptz, created_at + ${LONGEST / 1000} * interval '1 second')
      where token_hash = ${hash} and expires_at > ${now}`
  })
}

export interface SessionShown {
  id: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  current: boolean
}

const asSelf = <T>(house: House, staff: SignedIn, work: (t: OfficeTransaction) => Promise<T>) =>
  inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, work)

/** Where a person is signed in, the latest first. */
export function listSessions(house: House, staff: SignedIn): Promise<SessionShown[]> {
  return asSelf(house, staff, async (t) => {
    const rows = await t.sql.session.findMany({
      where: { staffId: staff.staffId, expiresAt: { gt: t.now } },
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
      orderBy: { lastSeenAt: 'desc' },
    })
    return rows.map((row) => ({ ...row, current: row.id === staff.sessionId }))
  })
}

/** Ends one of a person's own sessions; one that has ended already, or is somebody else's, is left alone. */
export function endSession(house: House, staff: SignedIn, sessionId: string): Promise<void> {
  return asSelf(house, staff, (t) => endSessions(t, { staffId: staff.staffId, id: sessionId }))
}

/** Ends all but the present one. */
export function endOtherSessions(house: House, staff: SignedIn): Promise<void> {
  return asSelf(house, staff, (t) => endSessions(t, { staffId: staff.staffId, id: { not: staff.sessionId } }))
}

export const signOut = (house: House, staff: SignedIn): Promise<void> =>
  endSession(house, staff, staff.sessionId)

/** Ended sessions stay a while as rows, so that a form lost with one finds back to its writer. */
export async function endSessions(
  t: OfficeTransaction,
  which: { staffId: string; id?: string | { not: string } },
): Promise<void> {
  const ended = await t.sql.session.findMany({
    where: { ...which, expiresAt: { gt: t.now } },
    select: { id: true },
  })
  await t.sql.session.updateMany({
    where: { id: { in: ended.map(({ id }) => id) } },
    data: { expiresAt: t.now },
  })
  for (const { id } of ended) t.audit({ event: 'session.closed', subjectKind: 'session', subjectId: id })
}
