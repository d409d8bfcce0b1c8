import { countyOf } from '../classification/index.ts'
import { type House, inOffice, type OfficeTransaction, wholeOffice } from '../custody/transaction.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { AccessRefused } from './access-refused.ts'
import { tellChange } from './factors/factors.ts'
import { limitOf } from './limits.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { limitRate } from './rate.ts'
import { endSessions, renewToken } from './sessions.ts'
import { ROLES, type Role, type SignedIn } from './signed-in.ts'

export interface StaffShown {
  id: string
  name: string
  email: string
  role: Role
  municipality: string | null
  municipalities: string[]
  language: Lang
  active: boolean
  lastSignInAt: Date | null
}

const SHOWN = {
  id: true,
  name: true,
  email: true,
  role: true,
  municipality: true,
  municipalities: true,
  language: true,
  active: true,
  lastSignInAt: true,
} as const

/** The office's people, those at work first, by name. */
export async function listStaff(t: OfficeTransaction): Promise<StaffShown[]> {
  const rows = await t.sql.staff.findMany({
    where: { organisation: t.organisation },
    select: SHOWN,
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    language: isLang(row.language) ? row.language : 'fi',
  }))
}

/** Invitations that are still open, the latest first. */
export async function listInvitations(
  t: OfficeTransaction,
): Promise<{ email: string | null; role: Role; municipality: string | null; expiresAt: Date }[]> {
  const rows = await t.sql.invitation.findMany({
    where: { organisation: t.organisation, usedAt: null, staffId: null, expiresAt: { gt: t.now } },
    select: { email: true, role: true, municipality: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

export interface StaffChange {
  id: string
  name?: string
  role?: Role
  active?: boolean
  municipality?: string | null
  /** ombudsmen and leads: the only municipalities whose cases they see; none: the whole county */
  municipalities?: readonly string[]
}

/**
 * Changes a person's role, place or access. Whoever loses access or changes role is signed out everywhere.
 * @throws AccessRefused 'not-found', 'own-role' for one's own role, 'last-admin' when the office would be left without one, 'municipality-elsewhere',
 * 'has-cases' when open cases would be left with somebody who can no longer handle them
 */
export async function changeStaff(t: OfficeTransaction, change: StaffChange): Promise<void> {
  // Two changes at once take turns, so that the last two administrators cannot remove each other.
  await t.sql.$executeRaw`select pg_advisory_xact_lock(hashtext(${`staff ${t.organisation}`}))`
  const before = await t.sql.staff.findFirst({ where: { id: change.id, organisation: t.organisation } })
  if (!before) throw new AccessRefused('not-found')
  const role = change.role ?? (before.role as Role)
  const active = change.active ?? before.active
  const asked = change.municipality === undefined ? before.municipality : change.municipality
  const municipality = role === 'authority' ? asked || null : null
  if (!ROLES.includes(role)) throw new AccessRefused('not-found')
  if (municipality && countyOf(municipality) !== t.organisation)
    throw new AccessRefused('municipality-elsewhere')
  const handles = active && (role === 'ombudsman' || role === 'lead')
  const places = handles ? [...(change.municipalities ?? before.municipalities)] : []
  if (places.some((place) => countyOf(place) !== t.organisation))
    throw new AccessRefused('municipality-elsewhere')
  if (
    !handles &&
    (await wholeOffice(t, () => t.sql.case.count({ where: { handlerId: before.id, closedAt: null } }))) > 0
  )
    throw new AccessRefused('has-cases')
  // An administrator who could make an ombudsman of themself would read every case by two clicks.
  if (t.actor.kind === 'staff' && t.actor.id === before.id && role !== before.role)
    throw new AccessRefused('own-role')
  if (before.role === 'admin' && before.active && (role !== 'admin' || !active)) {
    const others = await t.sql.staff.count({ where: { role: 'admin', active: true, id: { not: before.id } } })
    if (others === 0) throw new AccessRefused('last-admin')
  }
  await t.sql.staff.update({
    where: { id: before.id },
    data: { name: change.name?.trim() || before.name, role, active, municipality, municipalities: places },
  })
  if (!active || role !== before.role || municipality !== before.municipality)
    await endSessions(t, { staffId: before.id })
  t.audit({
    event: 'staff.changed',
    subjectKind: 'staff',
    subjectId: before.id,
    details: { role, active, municipality, municipalities: places },
  })
}

/** Whether ombudsmen open only the cases they handle, stand in for or are named for. */
export async function changeOwnCasesOnly(t: OfficeTransaction, only: boolean): Promise<void> {
  await t.sql.organisation.update({ where: { code: t.organisation }, data: { ownCasesOnly: only } })
  t.audit({
    event: 'organisation.changed',
    subjectKind: 'organisation',
    subjectId: t.organisation,
    details: { ownCasesOnly: only },
  })
}

/**
 * Changes a person's own password; their other sessions end and the present one gets another token.
 * @returns the session's new token
 * @throws AccessRefused 'wrong' when the current one does not match, 'too-many', 'password-short', 'password-known'
 */
export async function changePassword(
  house: House,
  staff: SignedIn,
  given: { current: string; next: string },
): Promise<string> {
  const rate = await limitRate(house, limitOf('password', staff.staffId))
  if (!rate.allowed) throw new AccessRefused('too-many', rate.retryAfter)
  const passwordHash = await hashPassword(given.next, [staff.email, staff.name])
  const [kept] = await house.prisma.$queryRaw<{ password_hash: string }[]>`
    select password_hash from app.find_staff(${staff.email})`
  if (!(await passwordMatches(kept?.password_hash, given.current))) throw new AccessRefused('wrong')
  return inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, async (t) => {
    await t.sql.staff.update({ where: { id: staff.staffId }, data: { passwordHash } })
    await endSessions(t, { staffId: staff.staffId, id: { not: staff.sessionId } })
    t.audit({
      event: 'staff.changed',
      subjectKind: 'staff',
      subjectId: staff.staffId,
      details: { password: true },
    })
    await tellChange(t, staff.staffId, 'staff-sign-in-changed')
    return renewToken(t, staff.sessionId)
  })
}

/** The language of a person's pages and mails. */
export async function changeLanguage(house: House, staff: SignedIn, language: Lang): Promise<void> {
  await inOffice(house, staff.organisation, { kind: 'staff', id: staff.staffId }, (t) =>
    t.sql.staff.update({ where: { id: staff.staffId }, data: { language } }),
  )
}
