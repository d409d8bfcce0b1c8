import { countyOf } from '../classification/index.ts'
import { type Actor, type House, inOffice } from '../custody/transaction.ts'
import { newId } from '../database/new-id.ts'
import { isLang, type Lang } from '../language/lang.ts'
import { planNotice } from '../notices/index.ts'
import { AccessRefused } from './access-refused.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hashPassword } from './password.ts'
import { newToken, tokenHash } from './sessions.ts'
import { ROLES, type Role } from './signed-in.ts'

const DAY = 86_400_000
const VALID = 7 * DAY

export interface InvitationAsked {
  email: string
  role: Role
  /** for an authority reader of one municipality; left out: the whole county */
  municipality?: string | null
  language?: Lang
}

export interface Invitation {
  /** null: the very first administrator, who chooses */
  organisation: string | null
  email: string | null
  role: Role
  municipality: string | null
  /** set: no invitation to an account but a link for a new password of this person */
  staffId: string | null
}

export const setUpPath = (token: string): string => `/desk/set-up/${token}`

/**
 * Makes a link, valid once and for a week, with which a person sets up an account, and sends it by mail.
 * @throws AccessRefused 'not-served', 'municipality-elsewhere', 'email-taken'
 */
export async function invite(
  house: House,
  organisation: string,
  asked: InvitationAsked,
  actor: Actor,
): Promise<{ token: string; expiresAt: Date }> {
  if (!house.organisations.includes(organisation)) throw new AccessRefused('not-served')
  if (!ROLES.includes(asked.role)) throw new AccessRefused('not-found')
  const municipality = asked.role === 'authority' ? asked.municipality || null : null
  if (municipality && countyOf(municipality) !== organisation)
    throw new AccessRefused('municipality-elsewhere')
  const email = asked.email.trim().toLowerCase()
  const token = newToken()
  return inOffice(house, organisation, actor, async (t) => {
    if (await t.sql.staff.findFirst({ where: { email }, select: { id: true } }))
      throw new AccessRefused('email-taken')
    const expiresAt = new Date(t.now.getTime() + VALID)
    await t.sql.invitation.create({
      data: {
        tokenHash: tokenHash(token),
        organisation,
        email,
        role: asked.role,
        municipality,
        createdAt: t.now,
        expiresAt,
      },
    })
    planNotice(t, {
      template: 'invitation',
      language: asked.language ?? 'fi',
      facts: { validUntil: expiresAt.toISOString().slice(0, 10) },
      address: { email },
      secretPath: setUpPath(token),
    })
    t.audit({
      event: 'staff.invited',
      subjectKind: 'staff',
      details: { role: asked.role, municipality },
    })
    return { token, expiresAt }
  })
}

/** The token of the link for the first administrator; null once there is one. An earlier unused link ends. */
export async function firstAdministratorLink(house: House): Promise<string | null> {
  const token = newToken()
  const now = house.now()
  const until = new Date(now.getTime() + VALID)
  const [row] = await house.prisma.$queryRaw<{ made: boolean }[]>`
    select app.first_invitation(${tokenHash(token)}, ${now}, ${until}) as made`
  return row?.made ? token : null
}

/** What a link invites to; null when it was used, has run out or never was. */
export async function openInvitation(house: House, token: string): Promise<Invitation | null> {
  const [found] = await house.prisma.$queryRaw<Invitation[]>`
    select organisation, email, role, municipality, staff_id as "staffId" from app.find_invitation(${tokenHash(token)}, ${house.now()})`
  return found ?? null
}

export interface AccountSetUp {
  /** chosen by the very first administrator; else that of the invitation */
  organisation?: string
  name: string
  /** taken from the invitation when that names one */
  email?: string
  password: string
  language: Lang
  userAgent: string
  address?: string
  device?: string
}

/**
 * Makes the account a link invites to and signs its owner in. Of two that use one link at once, one gets it.
 * @throws AccessRefused 'link-used', 'not-served', 'email-taken', 'password-short', 'password-known'
 */
export async function setUpAccount(
  house: House,
  token: string,
  given: AccountSetUp,
): Promise<OpenedSession & { role: Role }> {
  const invitation = await openInvitation(house, token)
  if (!invitation || invitation.staffId) throw new AccessRefused('link-used')
  const organisation = invitation.organisation ?? given.organisation ?? ''
  if (!house.organisations.includes(organisation)) throw new AccessRefused('not-served')
  const email = (invitation.email ?? given.email ?? '').trim().toLowerCase()
  const passwordHash = await hashPassword(given.password, [email, given.name])
  const id = newId(house.now())
  try {
    return await inOffice(house, organisation, { kind: 'staff', id }, async (t) => {
      const [used] = await t.sql.$queryRaw<{ used: boolean }[]>`
        select app.use_invitation(${tokenHash(token)}, ${t.now}) as used`
      if (!used?.used) throw new AccessRefused('link-used')
      await t.sql.staff.create({
        data: {
          id,
          organisation,
          email,
          name: given.name.trim(),
          role: invitation.role,
          municipality: invitation.municipality,
          language: isLang(given.language) ? given.language : 'fi',
          passwordHash,
        },
      })
      t.audit({
        event: 'staff.set-up',
        subjectKind: 'staff',
        subjectId: id,
        details: { role: invitation.role },
      })
      const { userAgent, address, device } = given
      const opened = await openSession(t, id, { how: 'set-up', userAgent, address, device })
      return { ...opened, role: invitation.role }
    })
  } catch (error) {
    // Another office may have the address; row-level security hides it until the database refuses it.
    if ((error as { code?: string }).code === 'P2002') throw new AccessRefused('email-taken')
    throw error
  }
}
