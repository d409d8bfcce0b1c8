import { createHash, randomBytes } from 'node:crypto'
import { unsealText } from '../custody/seal.ts'
import { type House, inOffice, type OfficeTransaction } from '../custody/transaction.ts'
import { isLang } from '../language/lang.ts'
import type { Role, SignedIn } from './signed-in.ts'
import { staffKey } from './staff-key.ts'

const MINUTE = 60_000
/** A session nobody uses ends after so long, and any session after a working day. */
export const IDLE = 120 * MINUTE
export const LONGEST = 12 * 60 * MINUTE
/** A session's token is replaced so often; the old one is good a little longer, for requests on their way. */
export const ROTATED_EVERY = 60 * MINUTE
export const GRACE = MINUTE
/** A proof of who one is counts so long for what asks for a fresh one. */
export const PROOF_LASTS = 10 * MINUTE
export const KEPT_AFTER_END = 7 * 24 * 60 * MINUTE

export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(`session ${token}`).digest())

/** Names the sealed place of a session. */
export const placeOf = (id: string): string => `session.place:${id}`

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
  rotated_at: Date
  /** hash of the token that is the session's own now; another one than asked for within the grace */
  current_hash: Uint8Array
  proved_at: Date | null
  how: string
  has_factor: boolean
  factor_required: boolean
}

/** Who a cookie's token belongs to, or null when the session has ended. Being used keeps it open. */
export async function sessionOf(house: House, token: string): Promise<SignedIn | null> {
  return (await recogniseSession(house, token))?.staff ?? null
}

/**
 * The same, with the token the browser has to hold from now on: a session's token changes every hour. The next token
 * follows from the present one under the master key, so that requests sent at once with the old token are all given
 * the same new one, and an answer that was lost is made up for by the next within the grace.
 */
export async function recogniseSession(
  house: House,
  token: string,
): Promise<{ staff: SignedIn; token: string } | null> {
  const now = house.now()
  const hash = tokenHash(token)
  const [found] = await house.prisma.$queryRaw<
    FoundSession[]
  >`select * from app.find_session(${hash}, ${now})`
  if (!found) return null
  if (now.getTime() - found.last_seen_at.getTime() > MINUTE) await seen(house, found, now)
  const followed = nextToken(house, token)
  let current = token
  if (tokenHash(followed).equals(found.current_hash)) current = followed
  else if (hash.equals(found.current_hash) && now.getTime() - found.rotated_at.getTime() >= ROTATED_EVERY) {
    await inOffice(house, found.organisation, { kind: 'system' }, (t) =>
      replaceToken(t, { tokenHash: hash }, followed),
    )
    current = followed
  }
  return { staff: signedInOf(found), token: current }
}

const signedInOf = (found: FoundSession): SignedIn => ({
  staffId: found.staff_id,
  organisation: found.organisation,
  name: found.name,
  email: found.email,
  role: found.role as Role,
  municipality: found.municipality,
  language: isLang(found.language) ? found.language : 'fi',
  sessionId: found.id,
  how: found.how,
  provedAt: found.proved_at,
  hasFactor: found.has_factor,
  // Whoever comes by the organisation's own sign-in has shown its factors there.
  mustSetUpFactor: found.factor_required && !found.has_factor && found.how !== 'oidc',
})

const nextToken = (house: House, token: string): string =>
  house.keys.mac('session-rotation', token).toString('base64url')

/** Gives a session another token; the old one opens it for the grace only, and without the proof it had. */
async function replaceToken(
  t: OfficeTransaction,
  which: { tokenHash: Buffer<ArrayBuffer> } | { id: string },
  next: string,
  provedAt?: Date,
): Promise<void> {
  const row = await t.sql.session.findFirst({
    where: { ...which, expiresAt: { gt: t.now } },
    select: { tokenHash: true },
  })
  if (!row) return
  // The hash read goes into the condition: of two at once one is enough, and both hold the same next token.
  await t.sql.session.updateMany({
    where: { tokenHash: row.tokenHash },
    data: {
      tokenHash: tokenHash(next),
      previousHash: row.tokenHash,
      previousUntil: new Date(t.now.getTime() + GRACE),
      rotatedAt: t.now,
      ...(provedAt ? { provedAt } : {}),
    },
  })
}

/**
 * Notes that a person has just proved who they are and gives their session another token, which the browser has to
 * hold from now on. For every way of proving: a password with a code, a passkey, the organisation's own sign-in.
 */
export async function proveSession(t: OfficeTransaction, sessionId: string): Promise<string> {
  const token = newToken()
  await replaceToken(t, { id: sessionId }, token, t.now)
  t.audit({ event: 'session.proved', subjectKind: 'session', subjectId: sessionId })
  return token
}

/** Another token for a session after its owner changed a password or a factor; the proof they gave stays. */
export async function renewToken(t: OfficeTransaction, sessionId: string): Promise<string> {
  const token = newToken()
  await replaceToken(t, { id: sessionId }, token)
  return token
}

/** Whether a person proved who they are within the last ten minutes. */
export const provedLately = (staff: SignedIn, now: Date): boolean =>
  Boolean(staff.provedAt && now.getTime() - staff.provedAt.getTime() < PROOF_LASTS)

async function seen(house: House, { id, organisation }: FoundSession, now: Date): Promise<void> {
  const idle = new Date(now.getTime() + IDLE)
  await inOffice(house, organisation, { kind: 'system' }, async (t) => {
    await t.sql.$executeRaw`
      update session set last_seen_at = ${now},
        expires_at = least(${idle}::timestamptz, created_at + ${LONGEST / 1000} * interval '1 second')
      where id = ${id}::uuid and expires_at > ${now}`
  })
}

export interface SessionShown {
  id: string
  userAgent: string
  /** the network signed in from, cut to /24 or /48; empty when not known */
  place: string
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
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, placeSealed: true },
      orderBy: { lastSeenAt: 'desc' },
    })
    const key = rows.some((row) => row.placeSealed) ? await staffKey(t, staff.staffId) : null
    return rows.map(({ placeSealed, ...row }) => ({
      ...row,
      place: key && placeSealed ? unsealText(key, placeOf(row.id), placeSealed) : '',
      current: row.id === staff.sessionId,
    }))
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
